import { addWorkingDays, isWorkingDay, type WorkCalendar } from '#kernel/pure/calendar'
import { addDays, addMonths, instantOf, type LocalDate, localDateOf, localTimeOf } from '#kernel/pure/dates'

/** Time as a norm writes it: days are working days unless it says otherwise, months go from date to date, hours from
 * moment to moment (Reglamento de la Cámara de Diputados, art. 182). */
export interface Span {
  readonly amount: number
  readonly unit: 'minutes' | 'hours' | 'working-days' | 'calendar-days' | 'months'
}

const minuteMilliseconds = 60_000

/** When a span that begins at an instant has passed: the same hour of its last day. */
export function spanFrom(calendar: WorkCalendar, from: Date, { amount, unit }: Span): Date {
  if (unit === 'minutes' || unit === 'hours')
    return new Date(from.getTime() + amount * (unit === 'hours' ? 60 : 1) * minuteMilliseconds)
  const day = lastDayOf(calendar, localDateOf(from, calendar.zone), { amount, unit })
  return instantOf(day, localTimeOf(from, calendar.zone), calendar.zone)
}

/** The last day of a span counted from a day, which itself does not count. */
export function lastDayOf(calendar: WorkCalendar, from: LocalDate, { amount, unit }: Span): LocalDate {
  if (unit === 'working-days') return addWorkingDays(calendar, from, amount)
  if (unit === 'months') return monthsAfter(calendar, from, amount)
  return addDays(from, amount)
}

/** From date to date; where the month has no such day, the first working day of the next (LFPA, art. 29). */
function monthsAfter(calendar: WorkCalendar, from: LocalDate, months: number): LocalDate {
  const day = addMonths(from, months)
  if (day.slice(8) === from.slice(8)) return day
  let next = addDays(day, 1)
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1)
  return next
}
