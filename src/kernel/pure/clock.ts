import {
  addWorkingMinutes,
  type CalendarMode,
  closingBefore,
  closingOf,
  subtractWorkingMinutes,
  type WorkCalendar,
  workingMinutesBetween,
} from './calendar.ts'
import { addDays, localDateOf } from './dates.ts'

/** A stretch in which a service clock ran for one owner; the last one may still be running. */
export interface Stretch {
  readonly startedAt: Date
  readonly stoppedAt: Date | null
  readonly mode: CalendarMode
}

/** How a term is counted. Clock hours run at night and on holidays. */
export const timeUnits = ['working-minutes', 'working-days', 'clock-hours'] as const
export type TimeUnit = (typeof timeUnits)[number]
export interface Term {
  readonly amount: number
  readonly unit: TimeUnit
}

const hourMilliseconds = 3_600_000
const dayMilliseconds = 24 * hourMilliseconds
/** A term that no calendar can finish would be searched for ever. */
const mostDays = 4_000
/** Hours and days of 24 hours add up in binary: this much is nothing. */
const nothing = 1e-9

/** How much of a term these stretches have used until now, in its own unit. A clock is the sum of its stretches. */
export function spentOf(calendar: WorkCalendar, stretches: readonly Stretch[], unit: TimeUnit, now: Date): number {
  const first = firstDayOf(calendar, stretches)
  return stretches.reduce((sum, each) => sum + spentIn(calendar, each, unit, each.stoppedAt ?? now, first), 0)
}

/**
 * When a term that runs is used up; in the past if it already was. In days, the day on which it began does not count and the last
 * one counts until it closes (LFPA, art. 38); a day is of whoever holds the request when it closes. In an electoral
 * process terms run from moment to moment and a day has 24 hours (LGSMIME, art. 7.1).
 */
export function endOf(calendar: WorkCalendar, stretches: readonly Stretch[], { amount, unit }: Term): Date | undefined {
  if (stretches.every(({ stoppedAt }) => stoppedAt !== null)) return undefined
  const first = firstDayOf(calendar, stretches)
  let left = amount
  for (const stretch of stretches) {
    const end = reached(calendar, stretch, unit, left, first)
    if (stretch.stoppedAt === null || end <= stretch.stoppedAt) return end
    left -= spentIn(calendar, stretch, unit, stretch.stoppedAt, first)
  }
  return undefined
}

/** When a stretch, if it went on, would have used that much. */
function reached(calendar: WorkCalendar, { startedAt, mode }: Stretch, unit: TimeUnit, left: number, first: string) {
  if (left <= nothing) return startedAt
  if (unit === 'working-minutes') return addWorkingMinutes(calendar, startedAt, left, mode)
  if (unit === 'clock-hours') return new Date(startedAt.getTime() + left * hourMilliseconds)
  if (mode === 'electoral') return new Date(startedAt.getTime() + left * dayMilliseconds)
  return closingAfter(calendar, startedAt, left, first)
}

/** The instant that leaves so much of a unit until another. */
export function before(calendar: WorkCalendar, at: Date, { amount, unit }: Term, mode: CalendarMode): Date {
  if (amount <= 0) return at
  if (unit === 'working-minutes') return subtractWorkingMinutes(calendar, at, amount, mode)
  if (unit === 'clock-hours') return new Date(at.getTime() - amount * hourMilliseconds)
  if (mode === 'electoral') return new Date(at.getTime() - amount * dayMilliseconds)
  return closingBefore(calendar, at, amount)
}

/** So many days more: whole working days to the closing of the last, or days of 24 hours. */
export function extended(calendar: WorkCalendar, at: Date, days: number, mode: CalendarMode): Date {
  if (days === 0) return at
  if (mode === 'electoral') return new Date(at.getTime() + days * dayMilliseconds)
  return closingAfter(calendar, at, days, localDateOf(at, calendar.zone))
}

const firstDayOf = ({ zone }: WorkCalendar, [first]: readonly Stretch[]) =>
  first ? localDateOf(first.startedAt, zone) : ''

function spentIn(calendar: WorkCalendar, stretch: Stretch, unit: TimeUnit, end: Date, first: string): number {
  const { startedAt, mode } = stretch
  if (unit === 'working-minutes') return workingMinutesBetween(calendar, startedAt, end, mode)
  const elapsed = end.getTime() - startedAt.getTime()
  if (unit === 'clock-hours') return elapsed / hourMilliseconds
  if (mode === 'electoral') return elapsed / dayMilliseconds
  const last = localDateOf(end, calendar.zone)
  let days = 0
  for (let day = localDateOf(startedAt, calendar.zone); day <= last; day = addDays(day, 1)) {
    const closing = day > first ? closingOf(calendar, day) : undefined
    if (closing && closing > startedAt && closing <= end) days++
  }
  return days
}

/** The closing with which so many working days have passed, counting from an instant and after a first day. */
function closingAfter(calendar: WorkCalendar, from: Date, days: number, first: string): Date {
  let left = days
  let day = localDateOf(from, calendar.zone)
  for (let steps = 0; steps <= mostDays; steps++) {
    const closing = day > first ? closingOf(calendar, day) : undefined
    if (closing && closing > from) left--
    if (closing && left <= nothing) return closing
    day = addDays(day, 1)
  }
  throw new RangeError('The calendar has no working days.')
}

/** The nearest-rank percentile, `share` from 0 to 1; undefined of nothing. */
export function percentile(values: readonly number[], share: number): number | undefined {
  if (values.length === 0) return undefined
  const sorted = values.toSorted((a, b) => a - b)
  // In binary, 0.07 of 100 is a little more than 7.
  const rank = Math.ceil(Number((share * sorted.length).toPrecision(12)))
  return sorted[Math.max(0, rank - 1)]
}
