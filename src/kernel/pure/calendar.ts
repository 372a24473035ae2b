import { addDays, instantOf, type LocalDate, localDateOf, weekdayOf } from './dates.ts'

/** Hours of one day, as minutes from midnight; several stretches where there is a pause. */
export type DayHours = readonly (readonly [from: number, to: number])[]

/** An institution's own time: which days it works, and at which hours. */
export interface WorkCalendar {
  /** IANA name. */
  readonly zone: string
  /** Hours by weekday, Sunday first; an empty list is a day of rest. */
  readonly week: readonly DayHours[]
  /** Weeks of the years that have another. */
  readonly weeks?: ReadonlyMap<number, readonly DayHours[]>
  /** Days without work that fall on a working weekday. */
  readonly holidays: ReadonlySet<LocalDate>
  /** Days that are worked although their weekday, or a holiday, says otherwise. */
  readonly working: ReadonlyMap<LocalDate, DayHours>
}

/** `electoral`: during an electoral process all days and hours count (LGIPE, art. 97.1; jurisprudencia 1/2009). */
export type CalendarMode = 'working' | 'electoral'

const wholeDay: DayHours = [[0, 1440]]
const none: DayHours = []
const minuteMilliseconds = 60_000
/** A calendar in which nothing is worked would be searched for ever. */
const mostDays = 4_000

export function hoursOf(calendar: WorkCalendar, day: LocalDate, mode: CalendarMode = 'working'): DayHours {
  if (mode === 'electoral') return wholeDay
  const special = calendar.working.get(day)
  if (special) return special
  return calendar.holidays.has(day) ? none : (weekOf(calendar, day)[weekdayOf(day)] ?? none)
}

const weekOf = ({ week, weeks }: WorkCalendar, day: LocalDate) => weeks?.get(Number(day.slice(0, 4))) ?? week

export const isWorkingDay = (calendar: WorkCalendar, day: LocalDate, mode: CalendarMode = 'working'): boolean =>
  hoursOf(calendar, day, mode).length > 0

/** The nth working day after a day, which itself does not count (LFPA, art. 38: terms run from the day after). */
export function addWorkingDays(
  calendar: WorkCalendar,
  from: LocalDate,
  days: number,
  mode: CalendarMode = 'working',
): LocalDate {
  let day = from
  let left = days
  for (let steps = 0; left > 0; steps++) {
    if (steps > mostDays) throw new RangeError('The calendar has no working days.')
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day, mode)) left--
  }
  return day
}

/** Working days after the first and up to the last, both as days of the institution. */
export function workingDaysBetween(
  calendar: WorkCalendar,
  from: LocalDate,
  to: LocalDate,
  mode: CalendarMode = 'working',
): number {
  let days = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day, mode)) days++
  return days
}

/** The hours of a day as instants, and the day after it. */
interface Day {
  readonly stretches: readonly (readonly [from: number, to: number])[]
  readonly next: LocalDate
}
/** A list of due dates asks for the same days for each of its rows. */
const known = new WeakMap<WorkCalendar, Map<string, Day>>()

function dayOf(calendar: WorkCalendar, day: LocalDate, mode: CalendarMode): Day {
  const days = known.get(calendar) ?? new Map<string, Day>()
  known.set(calendar, days)
  const key = mode === 'working' ? day : `${day} ${mode}`
  const found = days.get(key) ?? { stretches: stretchesIn(calendar, day, mode), next: addDays(day, 1) }
  days.set(key, found)
  return found
}

function stretchesIn(calendar: WorkCalendar, day: LocalDate, mode: CalendarMode): Day['stretches'] {
  const at = (minutes: number) =>
    minutes >= 1440
      ? instantOf(addDays(day, 1), '00:00', calendar.zone).getTime()
      : instantOf(day, clockTime(minutes), calendar.zone).getTime()
  return hoursOf(calendar, day, mode).map(([from, to]) => [at(from), at(to)])
}

const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Minutes of work between two instants; 0 when the second is not later. */
export function workingMinutesBetween(
  calendar: WorkCalendar,
  from: Date,
  to: Date,
  mode: CalendarMode = 'working',
): number {
  if (to <= from) return 0
  if (mode === 'electoral') return (to.getTime() - from.getTime()) / minuteMilliseconds
  let worked = 0
  const last = localDateOf(to, calendar.zone)
  for (let date = localDateOf(from, calendar.zone); date <= last; ) {
    const day = dayOf(calendar, date, mode)
    for (const [starts, ends] of day.stretches) {
      worked += Math.max(0, Math.min(ends, to.getTime()) - Math.max(starts, from.getTime()))
    }
    date = day.next
  }
  return worked / minuteMilliseconds
}

/** When so many minutes of work will have passed; at the end of the last stretch, not at the start of the next. */
export function addWorkingMinutes(
  calendar: WorkCalendar,
  from: Date,
  minutes: number,
  mode: CalendarMode = 'working',
): Date {
  let left = minutes * minuteMilliseconds
  if (mode === 'electoral') return new Date(from.getTime() + left)
  let date = localDateOf(from, calendar.zone)
  for (let steps = 0; steps <= mostDays; steps++) {
    const day = dayOf(calendar, date, mode)
    for (const [starts, ends] of day.stretches) {
      const begins = Math.max(starts, from.getTime())
      const here = Math.max(0, ends - begins)
      if (here > 0 && left <= here) return new Date(begins + left)
      left -= here
    }
    date = day.next
  }
  throw new RangeError('The calendar has no working hours.')
}

/** The instant at which so many minutes of work are left until another: terms that run backwards from a date. */
export function subtractWorkingMinutes(
  calendar: WorkCalendar,
  to: Date,
  minutes: number,
  mode: CalendarMode = 'working',
): Date {
  let left = minutes * minuteMilliseconds
  if (mode === 'electoral') return new Date(to.getTime() - left)
  let day = localDateOf(to, calendar.zone)
  for (let steps = 0; steps <= mostDays; steps++) {
    for (const [starts, ends] of dayOf(calendar, day, mode).stretches.toReversed()) {
      const stops = Math.min(ends, to.getTime())
      const here = Math.max(0, stops - starts)
      if (here > 0 && left <= here) return new Date(stops - left)
      left -= here
    }
    day = addDays(day, -1)
  }
  throw new RangeError('The calendar has no working hours.')
}

/** When a working day ends; undefined of a day of rest. */
export function closingOf(calendar: WorkCalendar, day: LocalDate): Date | undefined {
  const last = dayOf(calendar, day, 'working').stretches.at(-1)
  return last && new Date(last[1])
}

/** The closing of the nth working day before the day of an instant, which itself does not count. */
export function closingBefore(calendar: WorkCalendar, at: Date, days: number): Date {
  let day = localDateOf(at, calendar.zone)
  let left = days
  for (let steps = 0; steps <= mostDays; steps++) {
    day = addDays(day, -1)
    const closing = closingOf(calendar, day)
    if (closing && --left <= 0) return closing
  }
  throw new RangeError('The calendar has no working days.')
}

const officeHours: DayHours = [[9 * 60, 18 * 60]]
/** Monday to Friday, nine to six: what an institution has until it says otherwise. */
export const officeWeek: readonly DayHours[] = [
  none,
  officeHours,
  officeHours,
  officeHours,
  officeHours,
  officeHours,
  none,
]
