import { z } from 'zod'
import type { Command } from '#kernel/command'
import { optional, text, whole } from '#kernel/fields'
import type { DayHours } from '#kernel/pure/calendar'
import { type DayLine, parseDays, parseHours } from '../calendar-text.ts'
import { calendarSet, topicOfCalendar } from '../events.ts'
import { type CalendarContent, calendarOfYear } from '../queries/calendar.ts'
import type { DirectoryTables } from '../tables.ts'
import { objection } from '../words.ts'

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const hours = z.string().max(100).default('')
const lines = optional(text(20_000))

const set = z.object({
  year: whole(2000, 2200),
  ...(Object.fromEntries(weekdays.map((day) => [day, hours])) as Record<(typeof weekdays)[number], typeof hours>),
  holidays: lines,
  working: lines,
  source: text(300, 3),
})

export const setCalendar: Command<DirectoryTables, z.infer<typeof set>, { version: number }> = {
  name: 'directory.set-calendar',
  summary: 'Set which days and hours of a year the institution works, with the act that says so.',
  grant: 'directory.manage',
  input: set,
  // Text that people write freely may name somebody; the calendar itself keeps it, and the commitment proves it.
  personal: { fields: ['holidays', 'working', 'source'], subject: ({ year }) => topicOfCalendar(year) },
  async run(work, input) {
    const { year, source } = input
    const content: CalendarContent = {
      week: weekdays.map((day) => mutable(hoursIn(day, input[day]))),
      holidays: daysIn('holidays', input.holidays ?? '', year).map(({ day, rest }) => ({ day, name: rest })),
      working: daysIn('working', input.working ?? '', year).map(({ day, rest }) => ({
        day,
        hours: mutable(hoursIn('working', rest || '9:00-18:00')),
      })),
      source,
    }
    if (content.week.every((day) => day.length === 0)) throw objection('invalid', 'monday', (words) => words.noHours)
    const version = (await calendarOfYear(work, year)).version + 1
    await work.db
      .insertInto('directory.calendar')
      .values({ year, version, content: JSON.stringify(content), set_at: work.now, set_by: work.actor.id })
      .execute()
    work.announce(calendarSet, { year, version })
    return { version }
  },
}

const mutable = (hours: DayHours) => hours.map(([from, to]): [number, number] => [from, to])

function hoursIn(field: string, text: string): DayHours {
  const parsed = parseHours(text)
  if (!parsed) throw objection('invalid', field, (words) => words.badHours(text))
  return parsed
}

function daysIn(field: string, text: string, year: number): readonly DayLine[] {
  const parsed = parseDays(text)
  if ('bad' in parsed) throw objection('invalid', field, (words) => words.badDay(parsed.bad))
  const foreign = parsed.days.find(({ day }) => !day.startsWith(`${year}-`))
  if (foreign) throw objection('invalid', field, (words) => words.wrongYear(foreign.day))
  return parsed.days
}
