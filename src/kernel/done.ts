import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Entry } from './ledger.ts'
import { listEntries } from './ledger-reading.ts'
import type { Env } from './module.ts'

// What a form did is said on the page that follows, once. What travels is the number of its entry, never the words.

type C = Context<Env>

const name = 'pregonero-hecho'
/** Long enough for the page that follows to be asked for. */
const seconds = 60
const mostTogether = 500

/** Said on the next page; without an entry, that there was nothing to do. Of several, the first and the last. */
export const sayDone = (c: C, entry: number | undefined, last = entry): void =>
  setCookie(c, name, entry === undefined || last === entry ? String(entry ?? 0) : `${entry}-${last}`, {
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', maxAge: seconds },
    secure: c.var.app.config.baseUrl.startsWith('https:'),
  })

/** Hears of everything that one form did, a file at a time, so that it is said together. */
export function hearAll(c: C) {
  const heard: number[] = []
  return {
    recorded: (entry: number | undefined): void => void (entry && heard.push(entry)),
    say: (): void => sayDone(c, heard[0], heard.at(-1)),
  }
}

/** What this reader has just done. A page that renews itself leaves it for the one that they asked for. */
export async function doneJustNow(c: C): Promise<readonly Entry[] | 'nothing' | undefined> {
  const told = /^\d{1,15}(-\d{1,15})?$/.exec(getCookie(c, name) ?? '')?.[0]
  if (told === undefined || c.var.attempt || c.req.header('x-renewal')) return undefined
  deleteCookie(c, name, { path: '/' })
  if (told === '0') return 'nothing'
  const [first = 0, last = first] = told.split('-').map(Number)
  const { app, actor } = c.var
  const entries = await listEntries(app.db, { actor: actor.id, from: first, before: last + 1, limit: mostTogether })
  const [latest] = entries
  // Between one file and the next the library writes that it received it.
  return latest && entries.toReversed().filter(({ command }) => command === latest.command)
}
