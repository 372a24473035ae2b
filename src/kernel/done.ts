import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Entry } from './ledger.ts'
import { findEntry } from './ledger-reading.ts'
import type { Env } from './module.ts'

// What a form did is said on the page that follows, once. What travels are the numbers of its entries, never the words.

type C = Context<Env>

const name = 'pregonero-hecho'
/** Long enough for the page that follows to be asked for. */
const seconds = 60

/** Said on the next page; without an entry, that there was nothing to do. */
export const sayDone = (c: C, ...entries: readonly (number | undefined)[]): void =>
  setCookie(c, name, entries.flatMap((entry) => entry ?? []).join('.') || '0', {
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', maxAge: seconds },
    secure: c.var.app.config.baseUrl.startsWith('https:'),
  })

/** What this reader has just done. A page that renews itself leaves it for the one that they asked for. */
export async function doneJustNow(c: C): Promise<readonly Entry[] | undefined> {
  const told = /^\d{1,15}(?:\.\d{1,15}){0,99}$/.exec(getCookie(c, name) ?? '')?.[0]
  if (told === undefined || c.var.attempt || c.req.header('x-renewal')) return undefined
  deleteCookie(c, name, { path: '/' })
  if (told === '0') return []
  const found = await Promise.all(told.split('.').map((entry) => findEntry(c.var.app.db, Number(entry))))
  const own = found.flatMap((each) => (each?.entry.actor === c.var.actor.id ? [each.entry] : []))
  return own.length > 0 ? own : undefined
}
