import { calendarFor } from '#commons/directory'
import { addWorkingDays, isWorkingDay } from '#kernel/pure/calendar'
import { localDateOf, longDate, weekdayDate } from '#kernel/pure/dates'
import { DayPanel } from '#ui'
import { words } from '../words.ts'
import type { C } from './speech.tsx'

/** The day, and whether the terms of the institution run in it: what whoever waits for an answer counts with. */
export async function Today({ c, zone }: { c: C; zone: string }) {
  const { app, locale } = c.var
  const said = words[locale].portal
  const today = localDateOf(app.clock(), zone)
  const calendar = await calendarFor(app, today, today)
  const [day = '', ...month] = longDate(today, locale).split(' ')
  const [weekday = ''] = weekdayDate(today, locale).split(' ')
  const isOpen = isWorkingDay(calendar, today)
  return (
    <DayPanel label={said.today} day={day} month={month.join(' ')} weekday={weekday}>
      {isOpen ? said.workingDay : said.restDay(weekdayDate(addWorkingDays(calendar, today, 1), locale))}
    </DayPanel>
  )
}
