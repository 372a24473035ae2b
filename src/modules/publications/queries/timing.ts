import type { Selectable } from 'kysely'
import { calendarFor, zoneOf } from '#commons/directory'
import type { Reader } from '#kernel/database'
import type { WorkCalendar } from '#kernel/pure/calendar'
import { spentOf, type TimeUnit } from '#kernel/pure/clock'
import { localDateOf } from '#kernel/pure/dates'
import type { ClockName } from '../rules/clocks.ts'
import {
  dueOf,
  type Limit,
  type Limited,
  limitOf,
  moreDaysFor,
  type Running,
  remindAt,
  roundKind,
} from '../rules/limits.ts'
import type { CalendarMode, PublicationsTables } from '../tables.ts'
import { limitsSet } from './limits.ts'
import { fileCountsOf, type Request } from './requests.ts'

export type Stretch = Selectable<PublicationsTables['publications.stretch']>

/** One term of a request: a clock, what it has used, and when it is due while it runs. */
export interface Term {
  readonly clock: Limited
  readonly owner: string
  readonly mode: CalendarMode
  readonly running: boolean
  readonly limit: Limit
  /** Minutes that its owner has had: of work, or of the clock where its limit runs at night too. */
  readonly minutes: number
  /** Share of it that is gone, from 0 to 1 and beyond. */
  readonly share: number
  readonly due: Date | undefined
  readonly remindAt: Date | undefined
  /** The stretch that runs, or ran last. */
  readonly stretch: Stretch
}
export interface ClockTerm extends Term {
  readonly clock: ClockName
}

/** What every due date of these requests is worked out from. */
interface Gathered {
  readonly calendar: WorkCalendar
  readonly measure: (request: Request, clock: Limited, stretches: readonly Stretch[], now: Date) => Term
  readonly stretches: ReadonlyMap<number, readonly Stretch[]>
}

/** The last term of every clock that ran for each of these requests, those that run last. */
export async function termsOf(
  reader: Reader,
  requests: readonly Request[],
  now: Date,
): Promise<ReadonlyMap<number, readonly ClockTerm[]>> {
  const { stretches, measure } = await gather(reader, requests, now)
  return new Map(
    requests.map((request) => {
      const clocks = Map.groupBy(stretches.get(request.id) ?? [], ({ clock }) => clock)
      const terms = [...clocks].map(([clock, all]) => measure(request, clock, lastLapOf(all), now) as ClockTerm)
      return [request.id, terms.toSorted((a, b) => Number(a.running) - Number(b.running))]
    }),
  )
}

/** When the first of the running clocks of each request is due. */
export async function duesOf(reader: Reader, requests: readonly Request[], now: Date) {
  const dues = new Map<number, ClockTerm & { readonly due: Date }>()
  for (const [request, terms] of await termsOf(reader, requests, now)) {
    const [first] = terms
      .flatMap((term) => (term.due ? [{ ...term, due: term.due }] : []))
      .toSorted((a, b) => a.due.getTime() - b.due.getTime())
    if (first) dues.set(request, first)
  }
  return dues
}

/** The silences after which these requests lapse: the same stretches of the area, against another limit. */
export async function lapsesOf(reader: Reader, requests: readonly Request[], now: Date) {
  const { stretches, measure } = await gather(reader, requests, now)
  return requests.flatMap((request) => {
    const silent = lastLapOf((stretches.get(request.id) ?? []).filter(({ clock }) => clock === 'area'))
    return silent.at(-1)?.stopped_at === null ? [{ request, term: measure(request, 'lapse', silent, now) }] : []
  })
}

const lastLapOf = (own: readonly Stretch[]) => own.filter(({ lap }) => lap === own.at(-1)?.lap)

async function gather(reader: Reader, requests: readonly Request[], now: Date): Promise<Gathered> {
  const db = reader.tables<PublicationsTables>()
  const ids = requests.map(({ id }) => id)
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('publications.stretch')
          .selectAll()
          .where('request_id', 'in', ids)
          .orderBy('started_at')
          .orderBy('id')
          .execute()
  const [set, zone, files] = await Promise.all([limitsSet(db), zoneOf(reader), fileCountsOf(db, ids)])
  const from = rows[0]?.started_at ?? now
  const calendar = await calendarFor(reader, localDateOf(from, zone), localDateOf(now, zone))
  return {
    calendar,
    stretches: Map.groupBy(rows, ({ request_id }) => request_id),
    measure: (request, clock, own, at) => {
      const running: Running = {
        ...{ clock, priority: request.priority, round: (own[0] as Stretch).lap, neededBy: request.needed_by },
        files: files.get(request.id) ?? 0,
        stretches: own.map(({ started_at, stopped_at, mode }) => ({
          ...{ startedAt: started_at, stoppedAt: stopped_at, mode },
        })),
      }
      return measured(calendar, running, limitOf(set, running), own, at)
    },
  }
}

function measured(calendar: WorkCalendar, running: Running, limit: Limit, own: readonly Stretch[], now: Date): Term {
  const stretch = own.at(-1) as Stretch
  const due = dueOf(calendar, running, limit)
  const spent = (unit: TimeUnit) => spentOf(calendar, running.stretches, unit, now)
  const begun = (own[0] as Stretch).started_at.getTime()
  const round = roundKind(running.clock, running.round)
  const whole =
    limit.unit === 'working-days' ? limit.amount + moreDaysFor({ ...running, round }, running.files) : limit.amount
  const elapsed = due && due.getTime() > begun ? (now.getTime() - begun) / (due.getTime() - begun) : 1
  return {
    ...{ clock: running.clock, owner: stretch.owner, mode: stretch.mode, running: stretch.stopped_at === null },
    ...{ limit: { ...limit, amount: whole }, due, stretch },
    minutes: limit.unit === 'clock-hours' ? spent('clock-hours') * 60 : spent('working-minutes'),
    share: limit.counted === 'from-start' && whole > 0 ? spent(limit.unit) / whole : elapsed,
    remindAt: due && remindAt(calendar, due, limit, { mode: stretch.mode, startedAt: (own[0] as Stretch).started_at }),
  }
}
