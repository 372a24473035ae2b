import { addWorkingMinutes, type CalendarMode, type WorkCalendar, workingMinutesBetween } from './calendar.ts'

/** A stretch in which a service clock ran for one owner; the last one may still be running. */
export interface Stretch {
  readonly startedAt: Date
  readonly stoppedAt: Date | null
  readonly mode: CalendarMode
}

/** Minutes of work that these stretches took together, until now. A clock is the sum of its stretches. */
export const spentMinutes = (calendar: WorkCalendar, stretches: readonly Stretch[], now: Date): number =>
  stretches.reduce(
    (sum, { startedAt, stoppedAt, mode }) => sum + workingMinutesBetween(calendar, startedAt, stoppedAt ?? now, mode),
    0,
  )

/** When the running stretch reaches the limit, given what the earlier ones spent; in the past if it already did. */
export function dueAt(calendar: WorkCalendar, stretches: readonly Stretch[], limitMinutes: number): Date | undefined {
  const running = stretches.find(({ stoppedAt }) => stoppedAt === null)
  if (!running) return undefined
  const earlier = stretches.filter((stretch) => stretch !== running)
  const left = limitMinutes - spentMinutes(calendar, earlier, running.startedAt)
  return left <= 0 ? running.startedAt : addWorkingMinutes(calendar, running.startedAt, left, running.mode)
}

/** The nearest-rank percentile, `share` from 0 to 1; undefined of nothing. */
export function percentile(values: readonly number[], share: number): number | undefined {
  if (values.length === 0) return undefined
  const sorted = values.toSorted((a, b) => a - b)
  // In binary, 0.07 of 100 is a little more than 7.
  const rank = Math.ceil(Number((share * sorted.length).toPrecision(12)))
  return sorted[Math.max(0, rank - 1)]
}
