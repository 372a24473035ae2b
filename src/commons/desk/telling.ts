import { accountNames } from '#commons/identity'
import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import { type Entry, signerOf } from '#kernel/ledger'
import type { Late, Subject, Task, TodayFigure } from '#kernel/module'

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

/** What each of these entries is about, where this person may see it. */
export async function aboutsOf(
  app: App,
  actor: Actor,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Subject>> {
  const given = await Promise.all(app.modules.map((module) => module.abouts?.(app, actor, entries) ?? []))
  return new Map(given.flatMap((abouts) => [...abouts]))
}

/** What runs late or is about to, what is due first before the rest. */
export async function lateFor(app: App, actor: Actor, now: Date): Promise<readonly Late[]> {
  const given = await Promise.all(app.modules.map((module) => module.late?.(app, actor, now) ?? []))
  return given.flat().toSorted((a, b) => a.due.getTime() - b.due.getTime())
}

export async function figuresFor(app: App, actor: Actor, now: Date): Promise<readonly TodayFigure[]> {
  return (await Promise.all(app.modules.map((module) => module.figures?.(app, actor, now) ?? []))).flat()
}
