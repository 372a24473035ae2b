import { calendarFor, zoneOf } from '#commons/directory'
import type { Reader } from '#kernel/database'
import { percentile, spentOf } from '#kernel/pure/clock'
import { localDateOf } from '#kernel/pure/dates'
import type { ClockName } from '../rules/clocks.ts'
import { limitAt } from '../rules/limits.ts'
import type { PublicationsTables } from '../tables.ts'
import { limitsSet } from './limits.ts'

export interface ServiceTime {
  /** Undefined: all areas together. */
  readonly area: number | undefined
  readonly clock: ClockName
  readonly requests: number
  /** Minutes: of work, or of the clock where its limit runs at night too. */
  readonly median: number
  readonly ninetieth: number
  /** Rounds that each of these requests took, on average: 1 is that none came back. */
  readonly rounds: number
}

interface Taken {
  readonly clock: ClockName
  readonly area: number
  readonly minutes: number
  readonly round: number
}

/** What each clock took and how many rounds, by area and together: percentiles of nearest rank. */
export async function serviceTimes(reader: Reader, now: Date): Promise<ServiceTime[]> {
  const taken = await takenBy(reader, now)
  const groups = [
    ...Map.groupBy(taken, ({ clock }) => `${clock} `),
    ...Map.groupBy(taken, ({ clock, area }) => `${clock} ${area}`),
  ]
  return groups.map(([key, own]) => {
    const [clock, area] = key.split(' ') as [ClockName, string]
    const minutes = own.map((each) => each.minutes)
    return {
      ...{ clock, area: area ? Number(area) : undefined, requests: own.length },
      ...{ median: percentile(minutes, 0.5) ?? 0, ninetieth: percentile(minutes, 0.9) ?? 0 },
      rounds: own.reduce((sum, { round }) => sum + round, 0) / own.length,
    }
  })
}

async function takenBy(reader: Reader, now: Date): Promise<readonly Taken[]> {
  const db = reader.tables<PublicationsTables>()
  const rows = await db
    .selectFrom('publications.stretch as s')
    .innerJoin('publications.request as r', 'r.id', 's.request_id')
    .selectAll('s')
    .select(['r.area_id', 'r.round'])
    .where('r.state', 'in', ['published', 'in-revalidation', 'superseded', 'withdrawn', 'archived'])
    .where('s.stopped_at', 'is not', null)
    .orderBy('s.started_at')
    .execute()
  const [first] = rows
  if (!first) return []
  const [set, zone] = await Promise.all([limitsSet(db), zoneOf(reader)])
  const calendar = await calendarFor(reader, localDateOf(first.started_at, zone), localDateOf(now, zone))
  return [...Map.groupBy(rows, ({ clock, request_id }) => `${clock} ${request_id}`).values()].map((own) => {
    const { clock, area_id, round } = own[0] as (typeof rows)[number]
    const { unit } = limitAt(set, { clock, round: 'first', priority: 'normal' }, now)
    const stretches = own.map(({ started_at, stopped_at, mode }) => ({
      ...{ startedAt: started_at, stoppedAt: stopped_at, mode },
    }))
    const minutes =
      unit === 'clock-hours'
        ? spentOf(calendar, stretches, unit, now) * 60
        : spentOf(calendar, stretches, 'working-minutes', now)
    return { clock, area: area_id, minutes, round }
  })
}
