import type { Context } from 'hono'
import { localiseLinks, localiseRedirect } from './addresses.ts'
import type { Env } from './module.ts'
import { keepPage } from './page-cache.ts'

const html = 'text/html; charset=UTF-8'

/**
 * A whole document as the answer. Its text goes into the response at the end and once, as its reader gets it: each copy
 * made before costs more than drawing it.
 */
export function answerDocument(c: Context<Env>, text: string, type = html): Response {
  c.set('document', text)
  c.header('content-type', type)
  return c.body(null)
}

/** What leaves the house last: in its reader's language, and kept if every visitor sees it alike. */
export function sendAnswer(c: Context<Env>): void {
  if (c.var.locale === 'en') localiseRedirect(c)
  const drawn = documentOf(c)
  if (drawn === undefined) return
  const text = c.var.locale === 'en' && c.res.headers.get('content-type') === html ? localiseLinks(drawn) : drawn
  const answer = keepPage(c, text) ?? new Response(text, c.res)
  // Set over another one, it would be copied, header by header.
  c.res = undefined
  c.res = answer
}

/** Undefined when something else answered: what was drawn before it went astray is nobody's. */
const documentOf = ({ res, var: { document } }: Context<Env>): string | undefined =>
  res.body === null && !res.headers.has('location') && res.status !== 304 ? document : undefined
