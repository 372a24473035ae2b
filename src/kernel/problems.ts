import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Env } from './module.ts'
import { Refusal } from './refusal.ts'
import { say } from './refusals.ts'

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
  if (speaksJson(c)) return problem(c, status, refusal)
  if (refusal.kind === 'forbidden' && c.var.actor.id === 'visitor' && c.req.method === 'GET') {
    return c.redirect(`/entrar?volver=${encodeURIComponent(c.req.path)}`, 303)
  }
  c.status(status)
  return faces.refusal(c, refusal)
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

const speaksJson = (c: Context<Env>) =>
  c.req.path.startsWith('/api/') || (c.req.header('accept') ?? '').startsWith('application/json')

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
