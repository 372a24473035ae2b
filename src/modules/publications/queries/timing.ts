import type { Selectable } from 'kysely'
import { calendarFor } from '#commons/directory'
import type { Reader } from '#kernel/database'
import { dueAt, percentile, spentMinutes } from '#kernel/pure/clock'
import { localDateOf } from '#kernel/pure/dates'
import { type ClockName, clocks, limitMinutes } from '../rules/clocks.ts'
import type { PublicationsTables } from '../tables.ts'
import { draftFilesOf, fileCountsOf, type Request } from './requests.ts'

type Row = Selectable<PublicationsTables['publications.stretch']>

const stretchOf = ({ started_at, stopped_at, mode }: Row) => ({ startedAt: started_at, stoppedAt: stopped_at, mode })

/** Each round of review has a limit of its own. It begins when the area answers, not when another person takes it. */
function countedOf(rows: readonly Row[], clock: ClockName): readonly Row[] {
  if (clock !== 'review') return rows.filter((row) => row.clock === clock)
  const last = rows.findLastIndex((row) => row.clock === 'review')
  const answered = rows.findLastIndex((row, at) => row.clock === 'area' && at < last)
  return rows.filter((row, at) => row.clock === 'review' && at > answered)
}

export interface RunningClock {
  readonly clock: ClockName
  readonly owner: string
  readonly running: boolean
  /** Minutes of work. */
  readonly spent: number
  readonly limit: number
  readonly due: Date | undefined
}

/** Every clock that ran for a request, the one that runs now last. */
export async function clocksOf(reader: Reader, request: Request, now: Date, zone: string): Promise<RunningClock[]> {
  const db = reader.tables<PublicationsTables>()
  const rows = await db
    .selectFrom('publications.stretch')
    .selectAll()
    .where('request_id', '=', request.id)
    .orderBy('id')
    .execute()
  const [first] = rows
  if (!first) return []
  const calendar = await calendarFor(reader, localDateOf(first.started_at, zone), localDateOf(now, zone))
  const files = (await draftFilesOf(db, request.id)).length
  const shown = clocks.flatMap((clock) => {
    const counted = countedOf(rows, clock)
    const last = counted.at(-1)
    if (!last) return []
    const limit = limitMinutes(clock, request.priority, request.round, files)
    const stretches = counted.map(stretchOf)
    return {
      ...{ clock, owner: last.owner, running: last.stopped_at === null, limit },
      spent: spentMinutes(calendar, stretches, now),
      due: dueAt(calendar, stretches, limit),
    }
  })
  return shown.toSorted((a, b) => Number(a.running) - Number(b.running))
}

/** When the running clock of each of these requests is due. */
export async function duesOf(
  reader: Reader,
  requests: readonly Request[],
  now: Date,
  zone: string,
): Promise<ReadonlyMap<number, { readonly clock: ClockName; readonly owner: string; readonly due: Date }>> {
  if (requests.length === 0) return new Map()
  const db = reader.tables<PublicationsTables>()
  const ids = requests.map(({ id }) => id)
  const [rows, files] = await Promise.all([
    db.selectFrom('publications.stretch').selectAll().where('request_id', 'in', ids).orderBy('id').execute(),
    fileCountsOf(db, ids),
  ])
  const [first] = rows
  if (!first) return new Map()
  const oldest = new Date(Math.min(...rows.map(({ started_at }) => started_at.getTime())))
  const calendar = await calendarFor(reader, localDateOf(oldest, zone), localDateOf(now, zone))
  const byRequest = Map.groupBy(rows, ({ request_id }) => request_id)
  return new Map(
    requests.flatMap((request) => {
      const own = byRequest.get(request.id) ?? []
      const running = own.find(({ stopped_at }) => stopped_at === null)
      if (!running) return []
      const counted = countedOf(own, running.clock)
      const limit = limitMinutes(running.clock, request.priority, request.round, files.get(request.id) ?? 0)
      const due = dueAt(calendar, counted.map(stretchOf), limit)
      return due ? [[request.id, { clock: running.clock, owner: running.owner, due }] as const] : []
    }),
  )
}

export interface ServiceTime {
  /** Undefined: all areas together. */
  readonly area: number | undefined
  readonly clock: ClockName
  readonly requests: number
  readonly median: number
  readonly ninetieth: number
}

/** Working minutes that each clock took, by area and together: percentiles of nearest rank. */
export async function serviceTimes(reader: Reader, now: Date, zone: string): Promise<ServiceTime[]> {
  const rows = await reader
    .tables<PublicationsTables>()
    .selectFrom('publications.stretch as s')
    .innerJoin('publications.request as r', 'r.id', 's.request_id')
    .selectAll('s')
    .select('r.area_id')
    .where('r.state', 'in', ['published', 'in-revalidation', 'superseded', 'withdrawn', 'archived'])
    .where('s.stopped_at', 'is not', null)
    .orderBy('s.started_at')
    .execute()
  const [first] = rows
  if (!first) return []
  const calendar = await calendarFor(reader, localDateOf(first.started_at, zone), localDateOf(now, zone))
  const taken = [...Map.groupBy(rows, ({ clock, request_id }) => `${clock} ${request_id}`).values()].map((own) => ({
    clock: (own[0] as (typeof rows)[number]).clock,
    area: (own[0] as (typeof rows)[number]).area_id,
    minutes: spentMinutes(calendar, own.map(stretchOf), now),
  }))
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
    }
  })
}
