import { accountNames } from '#commons/identity'
import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import { type Entry, signerOf } from '#kernel/ledger'
import type { Task } from '#kernel/module'
import type { Locale } from '#kernel/words'

/** What each entry says: the sentences of its events, else the summary of its command. */
export function sentenceOf(app: App, { command, events }: Entry, locale: Locale): string {
  const told = events.flatMap(([name, data]) => {
    const tell = app.modules.map(({ tells }) => tells?.[name]).find(Boolean)
    return tell ? [tell(data)[locale]] : []
  })
  // A batch says of many things what it says of one.
  return told.length > 0 ? [...new Set(told)].join(' ') : command
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
