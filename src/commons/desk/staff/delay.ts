import { type CalendarMode, type WorkCalendar, workingDaysBetween } from '#kernel/pure/calendar'
import { addDays, localDateOf, localTimeOf, shortDate } from '#kernel/pure/dates'
import type { Locale } from '#kernel/words'
import { words } from '../words.ts'

const minuteMilliseconds = 60_000

/** How late something is, as people count it: in working days, or in hours and minutes within one. */
export function delayOf(calendar: WorkCalendar, due: Date, now: Date, mode: CalendarMode, locale: Locale): string {
  const said = words[locale]
  const minutes = Math.max(1, Math.floor((now.getTime() - due.getTime()) / minuteMilliseconds))
  const { zone } = calendar
  const days =
    mode === 'electoral'
      ? Math.floor(minutes / 1440)
      : workingDaysBetween(calendar, localDateOf(due, zone), localDateOf(now, zone))
  if (days > 0) return mode === 'electoral' ? said.days(days) : said.workingDays(days)
  return minutes < 60 ? said.minutes(minutes) : said.hours(Math.floor(minutes / 60))
}

/** When it will be due, said from today: `hoy, 14:30`, `mañana, 14:30`, `20 oct 2026`. */
export function dueWords(due: Date, now: Date, zone: string, locale: Locale): string {
  const said = words[locale]
  const [day, today] = [localDateOf(due, zone), localDateOf(now, zone)]
  if (day === today) return said.todayAt(localTimeOf(due, zone))
  if (day === addDays(today, 1)) return said.tomorrowAt(localTimeOf(due, zone))
  return said.on(shortDate(day, locale))
}
