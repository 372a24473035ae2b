import { Readable } from 'node:stream'
import { institutionOf } from '#commons/directory'
import { holds } from '#kernel/actor'
import { missing } from '#kernel/refusals'
import { findImage, isShown } from '../queries/home.ts'
import { sectionsOf } from '../queries/sections.ts'
import type { PortalTables } from '../tables.ts'
import { isFor } from './reader.ts'
import type { C } from './speech.tsx'

/** A picture that some page shows now, or that the institution is known by; whoever writes pages sees the whole library. */
export async function image(c: C): Promise<Response> {
  const { app, actor } = c.var
  const db = app.tables<PortalTables>()
  const hash = c.req.param('sha256') ?? ''
  const found = await findImage(db, hash)
  const isLogo = async () => (await institutionOf(app))?.logo === hash
  if (!found || !(holds(actor, 'portal.compose') || (await isLogo()) || (await isReadable(c, hash)))) throw missing()
  if (!(await app.storage.has(hash))) throw missing()
  c.header('content-type', found.media_type)
  c.header('content-length', String(found.bytes))
  c.header('cache-control', 'private, max-age=86400')
  return c.body(Readable.toWeb(app.storage.read(hash)) as ReadableStream)
}

async function isReadable(c: C, hash: string): Promise<boolean> {
  const tree = await sectionsOf(c.var.app)
  return isShown(c.var.app.tables<PortalTables>(), hash, (section) => {
    if (section === null) return true
    const place = tree.find(({ id }) => id === section)
    return place !== undefined && isFor(c, place)
  })
}
