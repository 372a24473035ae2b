import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import { sequence } from '#kernel/sequencer'
import { workOff } from '#kernel/worker'
import { callForRevalidation } from '#modules/publications'
import { lifeOfFollowUp, openFollowUp } from './follow-ups.ts'
import { announceBroadcasts, at, build, type Stage } from './house.ts'
import { lifeOf, mend, open, type Step } from './lives.ts'
import { asked } from './requests.ts'

const day = 86_400_000
const hour = 3_600_000
const minute = 60_000

/** Says how far the furnishing is, for the page that waits and for the terminal. */
export type Telling = (stage: Furnishing, done: number, total: number) => void

/** What is being done; whoever shows it has the words. */
type Furnishing = 'founding' | 'opening' | 'checking' | 'renewing' | 'living' | 'verifying' | 'load'

/** Furnishes an empty house with the example institution: people, areas, sections, and requests in every state. */
export async function furnish(app: App, tell: Telling): Promise<Stage> {
  const now = app.clock()
  tell('founding', 0, 1)
  const stage = await build(app, new Date(now.getTime() - 200 * day))
  const opened: number[] = []
  for (const [index, each] of asked.entries()) {
    tell('opening', index, asked.length)
    opened.push(await open(at(app, morning(new Date(now.getTime() - 21 * day), index * 0.4)), stage, each))
  }
  tell('checking', 0, 1)
  const reviewed = at(app, morning(new Date(now.getTime() - 20 * day), 9))
  await workOff(reviewed)
  for (const [index, each] of asked.entries()) await mend(reviewed, stage, each, opened[index] as number)
  await workOff(reviewed)
  const lives = asked.flatMap((each, index) => {
    const start = morning(new Date(now.getTime() - (19 - (index % 14)) * day), (index % 4) * 0.5)
    return lifeOf(stage, each, opened[index] as number, start, now)
  })
  await live(app, lives, tell)

  tell('renewing', 0, 1)
  const followUps: Step[] = []
  for (const [index, each] of asked.entries()) {
    if (!each.later) continue
    const asking = { asked: each, later: each.later, of: opened[index] as number }
    const request = await openFollowUp(at(app, new Date(now.getTime() - 61 * hour)), stage, asking)
    followUps.push(...lifeOfFollowUp(stage, asking, request, now))
  }
  await workOff(app)
  await live(app, followUps, tell)
  await announceBroadcasts(app, stage)
  await perform(app, callForRevalidation, app.steward, {})
  tell('verifying', 0, 1)
  await workOff(app)
  await sequence(app)
  return stage
}

/** A working day of the institution, some hours after nine in the morning there. */
function morning(near: Date, hours: number): Date {
  const start = new Date(near)
  start.setUTCHours(15, 0, 0, 0)
  while ([0, 6].includes(start.getUTCDay())) start.setTime(start.getTime() - day)
  return new Date(start.getTime() + hours * hour)
}

async function live(app: App, steps: readonly Step[], tell: Telling): Promise<void> {
  const inOrder = steps.toSorted((a, b) => a.when.getTime() - b.when.getTime())
  for (const [index, { when, act }] of inOrder.entries()) {
    tell('living', index, inOrder.length)
    await act(app)
    // What followed from it was done then, and not when the example was furnished.
    await workOff(at(app, new Date(when.getTime() + minute)))
  }
}
