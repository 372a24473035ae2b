import type { Context } from 'hono'
import { accountNames } from '#commons/identity'
import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import { doneJustNow } from '#kernel/done'
import { type Entry, signerOf } from '#kernel/ledger'
import type { Env, Task } from '#kernel/module'
import type { Locale } from '#kernel/words'
import type { FrameParts } from '#ui'
import { words } from './words.ts'

/** What each entry says: the sentences of its events, else the name of its command. */
export const sentenceOf = (app: App, entry: Entry, locale: Locale): string =>
  eventsOf(app, entry, locale) || entry.command

/** What the reader did, said once on the page that follows. */
export async function doneOf(c: Context<Env>): Promise<FrameParts> {
  const done = await doneJustNow(c)
  if (!done) return {}
  const { app, locale } = c.var
  const said = words[locale]
  return { flash: { text: done === 'nothing' ? said.nothingToDo : eventsOf(app, done, locale) || said.done } }
}

function eventsOf(app: App, { events }: Entry, locale: Locale): string {
  const told = events.flatMap(([name, data]) => {
    const tell = app.modules.map(({ tells }) => tells?.[name]).find(Boolean)
    return tell ? [tell(data)[locale]] : []
  })
  // A batch says of many things what it says of one.
  return [...new Set(told)].join(' ')
}

/** Names of whoever acted; the house and the terminal go by their own. */
export async function namesOf(app: App, entries: readonly Entry[]): Promise<ReadonlyMap<string, string>> {
  const signers = entries.map(signerOf)
  const names = await accountNames(app, signers)
  return new Map(signers.map((id) => [id, names.get(id) ?? (id === 'system' ? 'Pregonero' : id)]))
}

/** What waits for somebody, the most urgent first. */
export async function tasksFor(app: App, actor: Actor, now: Date): Promise<readonly Task[]> {
  const given = await Promise.all(app.modules.map((module) => module.tasks?.(app, actor, now) ?? []))
  const later = Number.MAX_SAFE_INTEGER
  return given.flat().toSorted((a, b) => (a.due?.getTime() ?? later) - (b.due?.getTime() ?? later))
}
