import { isWorkingDay, type WorkCalendar } from '#kernel/pure/calendar'
import { addDays, type LocalDate, localDateOf } from '#kernel/pure/dates'

/** How long before a session its call is sent, and how that is counted. */
export interface NoticeRule {
  readonly amount: number
  readonly unit: 'working-days' | 'calendar-days' | 'hours'
  /** The day on which it is sent never counts; that of the session does or does not, and it changes the result by one. */
  readonly counting: 'with-session-day' | 'between'
}

export interface Notice {
  readonly met: boolean
  readonly needed: number
  /** Days, or hours with their part. */
  readonly counted: number
  /** The days that were counted; none where hours are. */
  readonly days: readonly LocalDate[]
}

const hourMilliseconds = 3_600_000

/** The notice that a call gives, with the days that were counted: whoever receives it can count again. */
export function noticeOf(rule: NoticeRule, calendar: WorkCalendar, sentAt: Date, sessionAt: Date): Notice {
  if (rule.unit === 'hours') {
    const counted = Math.max(0, (sessionAt.getTime() - sentAt.getTime()) / hourMilliseconds)
    return { met: counted >= rule.amount, needed: rule.amount, counted, days: [] }
  }
  const last = localDateOf(sessionAt, calendar.zone)
  const days: LocalDate[] = []
  for (let day = addDays(localDateOf(sentAt, calendar.zone), 1); day <= last; day = addDays(day, 1)) {
    if (day === last && rule.counting === 'between') continue
    if (rule.unit === 'calendar-days' || isWorkingDay(calendar, day)) days.push(day)
  }
  return { met: days.length >= rule.amount, needed: rule.amount, counted: days.length, days }
}
