import type { Request } from '../queries/requests.ts'
import type { Stretch } from '../queries/timing.ts'
import { begunBy, type ClockName, goesOn, type Moved, type Owner, resumesInRound } from '../rules/clocks.ts'
import type { Move } from '../rules/machine.ts'
import type { CalendarMode } from '../tables.ts'
import type { Desk } from './desk.ts'

/** What ran for the state left behind stops, and what the new state and the move begin starts. */
export async function handOver(work: Desk, request: Request, move: Move): Promise<void> {
  const moved: Moved = { state: request.state, kind: request.kind, reason: request.withdrawal_reason }
  const running = await runningOf(work, request.id)
  const going = running.filter(({ clock }) => goesOn(clock, moved)).map(({ clock }) => clock)
  for (const stretch of running) if (!going.includes(stretch.clock)) await stop(work, stretch)
  for (const { clock, owner } of begunBy(move, moved)) {
    if (going.includes(clock)) continue
    await start(work, {
      ...{ request_id: request.id, clock, owner: ownerOf(request, clock, owner), mode: request.calendar_mode },
      lap: resumesInRound(clock) ? request.round : (await lastLap(work, request.id, clock)) + 1,
    })
  }
}

/** From now on the request counts in another way: the same term goes on, and what it had used stays used. */
export async function recount(work: Desk, request: number, mode: CalendarMode): Promise<void> {
  for (const stretch of await runningOf(work, request)) {
    const { request_id, clock, owner, lap, reminded_at, lapse_reminded_at } = stretch
    await stop(work, stretch)
    await start(work, { request_id, clock, owner, lap, mode, reminded_at, lapse_reminded_at })
  }
}

/** What a clock measured has happened. */
export async function stopClock(work: Desk, request: number, clock: ClockName): Promise<void> {
  const running = await runningOf(work, request)
  for (const stretch of running.filter((each) => each.clock === clock)) await stop(work, stretch)
}

/** A review is its reviewer's; what an area owes is the area's; the rest is the content manager's, or the house's. */
function ownerOf(request: Request, clock: ClockName, owner: Owner): string {
  if (owner === 'area') return `area:${request.area_id}`
  return clock === 'review' ? (request.reviewer ?? owner) : owner
}

const runningOf = (work: Desk, request: number): Promise<Stretch[]> =>
  work.db
    .selectFrom('publications.stretch')
    .selectAll()
    .where('request_id', '=', request)
    .where('stopped_at', 'is', null)
    .orderBy('id')
    .execute()

async function lastLap(work: Desk, request: number, clock: ClockName): Promise<number> {
  const { last } = await work.read
    .selectFrom('publications.stretch')
    .select(({ fn }) => fn.max('lap').as('last'))
    .where('request_id', '=', request)
    .where('clock', '=', clock)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

const stop = (work: Desk, { id }: Stretch) =>
  work.db.updateTable('publications.stretch').set({ stopped_at: work.now }).where('id', '=', id).execute()

type Begun = Pick<Stretch, 'request_id' | 'clock' | 'owner' | 'mode' | 'lap'> & Partial<Stretch>
const start = (work: Desk, begun: Begun) =>
  work.db
    .insertInto('publications.stretch')
    .values({ reminded_at: null, lapse_reminded_at: null, ...begun, started_at: work.now, stopped_at: null })
    .execute()
