import { z } from 'zod'
import type { Reader } from '#kernel/database'
import { officeWeek, type WorkCalendar } from '#kernel/pure/calendar'
import type { LocalDate } from '#kernel/pure/dates'
import { holidaysOf } from '#kernel/pure/holidays'
import { rememberedOf } from '#kernel/remembered'
import type { DirectoryTables } from '../tables.ts'
import { zoneOf } from './institution.ts'

const dayHours = z.array(z.tuple([z.number(), z.number()]))

/** What a year's row holds. Written by `setCalendar` alone. */
export const calendarContent = z.object({
  week: z.array(dayHours).length(7),
  holidays: z.array(z.object({ day: z.string(), name: z.string() })),
  working: z.array(z.object({ day: z.string(), hours: dayHours })),
  /** The act that set it: an agreement, a notice in a gazette. */
  source: z.string(),
})
export type CalendarContent = z.infer<typeof calendarContent>

export interface YearCalendar extends CalendarContent {
  readonly year: number
  /** 0 while the institution has said nothing: the law's holidays and office hours. */
  readonly version: number
}

const unsaid = (year: number): YearCalendar => ({
  year,
  version: 0,
  week: officeWeek.map((hours) => hours.map(([from, to]) => [from, to])),
  holidays: holidaysOf(year).map(({ day, es }) => ({ day, name: es })),
  working: [],
  source: 'LFT, art. 74',
})

const mostYears = 30
export const calendarOfYear = (reader: Reader, year: number): Promise<YearCalendar> => yearly(reader, String(year))

const yearly = rememberedOf(['directory'], mostYears, async (reader: Reader, of): Promise<YearCalendar> => {
  const year = Number(of)
  const row = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.calendar')
    .select(['version', 'content'])
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row ? { ...calendarContent.parse(row.content), year, version: row.version } : unsaid(year)
})

/** The calendar that covers these days and the months after, for terms that begin in them. */
export async function calendarFor(reader: Reader, from: LocalDate, to: LocalDate): Promise<WorkCalendar> {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4)) + 1]
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const [zone, ...all] = await Promise.all([zoneOf(reader), ...years.map((year) => calendarOfYear(reader, year))])
  return {
    zone,
    week: officeWeek,
    weeks: new Map(all.map(({ year, week }) => [year, week])),
    holidays: new Set(all.flatMap(({ holidays }) => holidays.map(({ day }) => day))),
    working: new Map(all.flatMap(({ working }) => working.map(({ day, hours }) => [day, hours] as const))),
  }
}
