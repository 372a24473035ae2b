import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Entry } from './ledger.ts'
import { findEntry, listEntries } from './ledger-reading.ts'
import type { Env } from './module.ts'

// What a form did is said on the page that follows, once. What travels are the numbers of its entries, never the words.

type C = Context<Env>

const name = 'pregonero-hecho'
/** Long enough for the page that follows to be asked for. */
const seconds = 60
const mostTogether = 500

/** Said on the next page; without an entry, that there was nothing to do. */
export const sayDone = (c: C, ...entries: readonly (number | undefined)[]): void =>
  remember(c, entries.flatMap((entry) => entry ?? []).join('.') || '0')

const remember = (c: C, told: string): void =>
  setCookie(c, name, told, {
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', maxAge: seconds },
    secure: c.var.app.config.baseUrl.startsWith('https:'),
  })

/** Hears of everything that one form did, a file at a time, so that it is said together. */
export function hearAll(c: C) {
  const heard: number[] = []
  return {
    recorded: (entry: number | undefined): void => void (entry && heard.push(entry)),
    say: (): void => (heard.length > 1 ? remember(c, `${heard[0]}-${heard.at(-1)}`) : sayDone(c, ...heard)),
  }
}

/** What this reader has just done. A page that renews itself leaves it for the one that they asked for. */
export async function doneJustNow(c: C): Promise<readonly Entry[] | undefined> {
  const told = /^\d{1,15}(?:(?:\.\d{1,15}){0,99}|-\d{1,15})$/.exec(getCookie(c, name) ?? '')?.[0]
  if (told === undefined || c.var.attempt || c.req.header('x-renewal')) return undefined
  deleteCookie(c, name, { path: '/' })
  if (told === '0') return []
  const own = told.includes('-') ? await together(c, told) : await each(c, told)
  return own.length > 0 ? own : undefined
}

async function each({ var: { app, actor } }: C, told: string): Promise<readonly Entry[]> {
  const found = await Promise.all(told.split('.').map((entry) => findEntry(app.db, Number(entry))))
  return found.flatMap((one) => (one?.entry.actor === actor.id ? [one.entry] : []))
}

/** From the first to the last: between one file and the next the library writes that it received it. */
async function together({ var: { app, actor } }: C, told: string): Promise<readonly Entry[]> {
  const [first = 0, last = 0] = told.split('-').map(Number)
  const entries = await listEntries(app.db, { actor: actor.id, from: first, before: last + 1, limit: mostTogether })
  return entries.toReversed().filter(({ command }) => command === entries[0]?.command)
}
