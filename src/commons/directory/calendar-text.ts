import type { DayHours } from '#kernel/pure/calendar'
import { type LocalDate, parseLocalDate } from '#kernel/pure/dates'

// A year's calendar as people write it: hours by weekday, and one line per special day.

/** `9:00-15:00, 16:00-18:00`; undefined if it is not hours, in order and apart. */
export function parseHours(text: string): DayHours | undefined {
  if (text.trim() === '') return []
  const hours: [number, number][] = []
  for (const stretch of text.split(',')) {
    const found = /^\s*(\d{1,2}):(\d{2})\s*[-–a]\s*(\d{1,2}):(\d{2})\s*$/.exec(stretch)
    if (!found) return undefined
    const [from, to] = [minutesOf(found[1], found[2]), minutesOf(found[3], found[4])]
    if (from === undefined || to === undefined || from >= to || from < (hours.at(-1)?.[1] ?? 0)) return undefined
    hours.push([from, to])
  }
  return hours
}

function minutesOf(hour = '', minute = ''): number | undefined {
  const minutes = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && minutes <= 1440 ? minutes : undefined
}

export const hoursText = (hours: DayHours): string =>
  hours.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(', ')
const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** A special day: its date, and the words or hours after it. */
export interface DayLine {
  readonly day: LocalDate
  readonly rest: string
}

/** One line per day, `2026-11-02 Día de Muertos`; answers the first line that is none. */
export function parseDays(text: string): { readonly days: readonly DayLine[] } | { readonly bad: string } {
  const days: DayLine[] = []
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const [, written = '', rest = ''] = /^(\S+)(?:\s+(.*))?$/.exec(line) ?? []
    const day = parseLocalDate(written)
    if (!day) return { bad: line }
    days.push({ day, rest: rest.trim() })
  }
  return { days }
}
