import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Env } from './module.ts'
import { Refusal } from './refusal.ts'
import { inWords, say } from './refusals.ts'
import { inputOf } from './web.ts'

/** The pages for what cannot be served, drawn by whoever knows how pages look. */
export interface Faces {
  refusal(c: Context<Env>, refusal: Refusal): Response | Promise<Response>
  apology(c: Context<Env>, code: string, away: boolean): Response | Promise<Response>
}

/** A refusal is an answer; anything else is a bug: noted with its request, and shown as an apology with a code. */
export const facingErrors = (faces: Faces) => (error: Error, c: Context<Env>) =>
  error instanceof Refusal ? refused(c, error, faces) : failed(c, error, faces)

export function refused(c: Context<Env>, refusal: Refusal, faces: Faces): Response | Promise<Response> {
  const { status } = refusal
  const { app, actor } = c.var
  // Before anybody says who they are it is not known what they may do: that is a question, not a no.
  const unknown = refusal.kind === 'forbidden' && actor.id === 'visitor'
  if (speaksJson(c)) {
    return unknown && (refusal.lacks !== undefined || isApi(c))
      ? unauthenticated(c, refusal)
      : problem(c, status, inWords(refusal, app.grants))
  }
  if (unknown && refusal.lacks !== undefined) return askWho(c, refusal, faces)
  c.status(status)
  return faces.refusal(c, refusal)
}

/** A page waits behind the door; what a form sent is taken inside, for whoever comes in to send it again. */
async function askWho(c: Context<Env>, refusal: Refusal, faces: Faces): Promise<Response> {
  if (c.req.method === 'GET') {
    const asked = c.req.path + new URL(c.req.url).search
    return c.redirect(`/entrar?volver=${encodeURIComponent(asked)}`, 303)
  }
  c.status(401)
  c.header('www-authenticate', 'Bearer')
  const door = c.var.app.modules.map((module) => module.door).find(Boolean)
  if (!door) return faces.refusal(c, refusal)
  const signInFirst = new Refusal(
    'forbidden',
    say((words) => words.signInFirst),
  )
  c.set('attempt', { refusal: signInFirst, input: await inputOf(c).catch(() => ({})) })
  return door(c)
}

/** RFC 6750: a program is told to bring a token, or that the one it brought does not serve. */
function unauthenticated(c: Context<Env>, refusal: Refusal): Response {
  const brought = c.req.header('authorization') !== undefined
  c.header('www-authenticate', brought ? 'Bearer error="invalid_token"' : 'Bearer')
  const said = say((words) => (isApi(c) ? words.tokenFirst : words.signInFirst))
  return problem(c, 401, brought ? refusal : { kind: 'unauthenticated', said, reasons: [] })
}

function failed(c: Context<Env>, error: Error, faces: Faces): Response | Promise<Response> {
  const code = randomBytes(4).toString('hex')
  const away = isAway(error)
  c.var.app.log.error({ code, method: c.req.method, path: c.req.path, actor: c.var.actor.id, err: error }, 'bug')
  const status = away ? 503 : 500
  if (away) c.header('retry-after', '10')
  if (speaksJson(c)) {
    const said = say((words) => (away ? words.databaseAway : words.apology(code)))
    return problem(c, status, { kind: away ? 'unavailable' : 'bug', said, reasons: [] })
  }
  c.status(status)
  return faces.apology(c, code, away)
}

const isApi = (c: Context<Env>) => c.req.path.startsWith('/api/')
const speaksJson = (c: Context<Env>) => isApi(c) || (c.req.header('accept') ?? '').startsWith('application/json')

type Problem = Pick<Refusal, 'said' | 'reasons'> & { readonly kind: string }

/** RFC 9457. */
function problem(c: Context<Env>, status: ContentfulStatusCode, { kind, said, reasons }: Problem): Response {
  const { locale } = c.var
  const errors = reasons.map(({ field, said }) => ({ ...(field ? { field } : {}), detail: said[locale] }))
  return c.json(
    { type: `urn:pregonero:${kind}`, title: said[locale], status, ...(errors.length > 0 ? { errors } : {}) },
    status,
    { 'content-type': 'application/problem+json; charset=utf-8' },
  )
}

/** The database refused the connection, closed it, or is starting: it may come back. */
export function isAway(error: Error & { code?: string }): boolean {
  const codes = [
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EPIPE',
    'ETIMEDOUT',
    '57P01',
    '57P02',
    '57P03',
    '08006',
    '08003',
  ]
  return (
    codes.includes(error.code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect|not currently accepting connections/.test(
      error.message,
    )
  )
}
