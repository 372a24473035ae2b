import { Hono } from 'hono'
import type { Actor } from './actor.ts'
import { addressOf } from './addresses.ts'
import type { App } from './app.ts'
import { sendAnswer } from './documents.ts'
import { doorsOf } from './doors.ts'
import { refuseCrossSite, refuseNulls, secureHeaders } from './guard.ts'
import { bellStream } from './live-stream.ts'
import type { Env, Routes } from './module.ts'
import { servePage } from './page-cache.ts'
import { type Faces, facingErrors, refused } from './problems.ts'
import { missing } from './refusals.ts'
import { answerResource } from './resources.ts'
import { answer } from './web.ts'

/** Whoever has not said who they are. What a visitor may do is what is public: no grant is needed to read it. */
export const visitor: Actor = { id: 'visitor', name: '', grants: new Map() }

/** Every door that speaks HTTP, in one router: the bell, and what each module brings. */
export function openWeb(app: App, faces: Faces): Routes {
  const web: Routes = new Hono<Env>({ getPath: (request) => addressOf(request.url).path })
  web.use(async (c, next) => {
    c.set('app', app)
    c.set('locale', addressOf(c.req.url).locale)
    c.set('actor', visitor)
    await next()
    if (c.var.pageKept) return
    sendAnswer(c)
  })
  web.onError(facingErrors(faces))
  web.notFound((c) => refused(c, missing(), faces))
  web.use(secureHeaders, refuseNulls, refuseCrossSite)
  web.use(async (c, next) => {
    for (const module of app.modules) {
      const known = await module.who?.(c)
      if (!known) continue
      c.set('actor', known.actor)
      break
    }
    await next()
  })
  web.use(servePage)
  web.get('/vivo', bellStream)
  for (const module of app.modules) {
    if (module.portal) web.route('/', module.portal)
    if (module.staff) web.route('/', guarded(module.staff))
    for (const operation of module.api ?? []) {
      const path = `/api/v1${operation.path}`
      if (operation.method === 'GET') web.get(path, answerResource(operation))
      else web.on(operation.method, path, answer(operation.command, operation.done))
    }
  }
  // Asked last: a page that people named never hides a route of the house.
  for (const { fallback } of app.modules) if (fallback) web.route('/', fallback)
  return web
}

/** A page of the desk that asks for nothing stands open to the street: no house starts so. */
function guarded(staff: Routes): Routes {
  const open = doorsOf(staff).find(({ grants }) => grants.length === 0)
  if (open) throw new Error(`${open.method} ${open.path} asks for no grant.`)
  return staff
}
