import type { CalendarMode, WorkCalendar } from '#kernel/pure/calendar'
import { before, endOf, extended, type Stretch, type Term, type TimeUnit } from '#kernel/pure/clock'
import { clocks, type Priority, priorities } from './clocks.ts'

/** What has a limit: each clock, and the silence after which a request lapses. */
export const limited = [...clocks, 'lapse'] as const
export type Limited = (typeof limited)[number]
/** Only a review distinguishes its first round from those that follow. */
export const rounds = ['first', 'later'] as const
export type RoundKind = (typeof rounds)[number]
/** Forwards from where the clock began; or so much before the date for which it is needed. */
export const countings = ['from-start', 'before-needed-by'] as const

export interface Limit extends Term {
  readonly counted: (typeof countings)[number]
  /** How much of the same unit is left when whoever owes it is reminded; 0 for never. */
  readonly remindBefore: number
  /** The norm or agreement that sets it; empty while it is the product's own. */
  readonly source: string
}
export interface LimitKey {
  readonly clock: Limited
  readonly round: RoundKind
  readonly priority: Priority
}
/** A limit as the institution set it, from an instant on. */
export interface SetLimit extends LimitKey, Limit {
  readonly setAt: Date
}

const minutes = (amount: number, remindBefore: number) => limit(amount, 'working-minutes', remindBefore)
const days = (amount: number, remindBefore: number) => limit(amount, 'working-days', remindBefore)
const clockHours = (amount: number, remindBefore: number) => limit(amount, 'clock-hours', remindBefore)
const limit = (amount: number, unit: TimeUnit, remindBefore: number): Limit => ({
  ...{ amount, unit, remindBefore, counted: 'from-start', source: '' },
})
/** Working minutes that must be left for what comes after, when a legal term says by when. */
const backwards = (amount: number): Limit => ({ ...minutes(amount, 60), counted: 'before-needed-by' })

/**
 * What the product brings. It is not a norm: an institution sets its own, each with its source. Under a legal term
 * everything is counted backwards: an hour to publish, and three more for the review of what the area answers.
 */
const defaults: Readonly<Record<Limited, Readonly<Partial<Record<RoundKind, readonly [Limit, Limit, Limit]>>>>> = {
  admission: { first: [minutes(240, 60), minutes(60, 15), minutes(60, 15)] },
  review: {
    first: [days(2, 1), minutes(240, 60), backwards(60)],
    later: [days(1, 1), minutes(120, 30), backwards(60)],
  },
  area: { first: [days(3, 1), days(1, 1), backwards(240)] },
  publication: { first: [days(1, 1), minutes(60, 15), backwards(0)] },
  verification: { first: [clockHours(0.25, 0), clockHours(0.25, 0), clockHours(0.25, 0)] },
  ratification: { first: [days(1, 1), days(1, 1), days(1, 1)] },
  revalidation: { first: [days(10, 2), days(10, 2), days(10, 2)] },
  withdrawal: { first: [clockHours(1, 0.5), clockHours(1, 0.5), clockHours(1, 0.5)] },
  lapse: { first: [days(10, 2), days(10, 2), days(10, 2)] },
}

/** Every limit that there is, in order. */
export const limitKeys: readonly LimitKey[] = limited.flatMap((clock) =>
  rounds
    .filter((round) => defaults[clock][round])
    .flatMap((round) => priorities.map((priority) => ({ clock, round, priority }))),
)
export const roundKind = (clock: Limited, round: number): RoundKind =>
  clock === 'review' && round > 1 ? 'later' : 'first'

function defaultOf({ clock, round, priority }: LimitKey): Limit {
  const own = (defaults[clock][round] ?? defaults[clock].first) as readonly [Limit, Limit, Limit]
  return own[priorities.indexOf(priority)] as Limit
}

/** The limit in force at an instant: what is set later does not shorten a term that already runs. */
export function limitAt(set: readonly SetLimit[], key: LimitKey, at: Date): Limit {
  const same = (each: SetLimit) =>
    each.clock === key.clock && each.round === key.round && each.priority === key.priority && each.setAt <= at
  return set.findLast(same) ?? defaultOf(key)
}

/** Each 50 files beyond the first 20 add a day to a first review. */
export const moreDaysFor = ({ clock, round }: Pick<LimitKey, 'clock' | 'round'>, files: number): number =>
  clock === 'review' && round === 'first' ? Math.ceil(Math.max(0, files - 20) / 50) : 0

/** All that a due date depends on. */
export interface Running {
  readonly clock: Limited
  readonly priority: Priority
  readonly round: number
  readonly files: number
  readonly neededBy: Date | null
  /** The stretches of this clock that count together, oldest first. */
  readonly stretches: readonly Stretch[]
}

/** The limit of a running clock, as it stood when it began. Without a date to count from, a legal term is urgent. */
export function limitOf(set: readonly SetLimit[], { clock, priority, round, neededBy, stretches }: Running): Limit {
  const at = stretches[0]?.startedAt ?? new Date(0)
  const key = { clock, priority, round: roundKind(clock, round) }
  const found = limitAt(set, key, at)
  if (found.counted === 'from-start' || neededBy) return found
  const urgent = limitAt(set, { ...key, priority: 'urgent' }, at)
  return urgent.counted === 'from-start' ? urgent : limitAt(set, { ...key, priority: 'normal' }, at)
}

/** When what a clock measures is due: for lists, records, Hoy, reminders and lapses alike. */
export function dueOf(calendar: WorkCalendar, running: Running, limit: Limit): Date | undefined {
  const { clock, round, files, neededBy, stretches } = running
  const now = stretches.find(({ stoppedAt }) => stoppedAt === null)
  if (!now) return undefined
  if (limit.counted === 'before-needed-by' && neededBy) {
    const due = before(calendar, neededBy, limit, now.mode)
    return later(due, now.startedAt)
  }
  const due = endOf(calendar, stretches, limit)
  return due && extended(calendar, due, moreDaysFor({ clock, round: roundKind(clock, round) }, files), now.mode)
}

/** When whoever owes it is reminded; never before the clock began. */
export function remindAt(
  calendar: WorkCalendar,
  due: Date,
  { remindBefore, unit }: Limit,
  { mode, startedAt }: { readonly mode: CalendarMode; readonly startedAt: Date },
): Date | undefined {
  if (remindBefore === 0) return undefined
  return later(before(calendar, due, { amount: remindBefore, unit }, mode), startedAt)
}

const later = (one: Date, other: Date): Date => new Date(Math.max(one.getTime(), other.getTime()))

export interface LimitFault {
  readonly field: 'amount' | 'remindBefore'
  readonly code: 'nothing' | 'broken-day' | 'reminds-before-it-begins'
}

/** Why a limit makes no sense; undefined when it does. */
export function faultOf({ amount, unit, counted, remindBefore }: Limit): LimitFault | undefined {
  if (amount === 0 && counted === 'from-start') return { field: 'amount', code: 'nothing' }
  if (unit === 'working-days' && !Number.isInteger(amount)) return { field: 'amount', code: 'broken-day' }
  if (unit === 'working-days' && !Number.isInteger(remindBefore)) return { field: 'remindBefore', code: 'broken-day' }
  const tooEarly = counted === 'from-start' && remindBefore > amount
  return tooEarly ? { field: 'remindBefore', code: 'reminds-before-it-begins' } : undefined
}
