import type { Locale } from '../words.ts'

/** A day without an hour, `2026-10-16`. */
export type LocalDate = string

const months = {
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}
const dayMilliseconds = 86_400_000

/** ISO, `31/12/2026`, or `16 de octubre de 2027`; undefined for a day that does not exist. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return localDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (slashed) return localDate(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]))
  const long = /^(\d{1,2})(?:\.?º?) (?:de )?([a-z]+)\.? (?:de |del )?(\d{4})$/.exec(text.trim().toLowerCase())
  if (!long) return undefined
  const named = (names: readonly string[]) =>
    names.findIndex(
      (name) =>
        name.toLowerCase() === long[2] ||
        ((long[2] as string).length >= 3 && name.toLowerCase().startsWith(long[2] as string)),
    )
  const month = Math.max(named(months.es), named(months.en))
  return month < 0 ? undefined : localDate(Number(long[3]), month + 1, Number(long[1]))
}

export function localDate(year: number, month: number, day: number): LocalDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1000 ? date.toISOString().slice(0, 10) : undefined
}

const utc = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`)
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(utc(date) + days * dayMilliseconds).toISOString().slice(0, 10)

/** 31 January and one month is 28 or 29 February. */
export function addMonths(date: LocalDate, count: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + count, 0))
  const clamped = Math.min(day, last.getUTCDate())
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), clamped)).toISOString().slice(0, 10)
}
export const addYears = (date: LocalDate, count: number): LocalDate => addMonths(date, 12 * count)
export const daysBetween = (from: LocalDate, to: LocalDate): number => (utc(to) - utc(from)) / dayMilliseconds
/** 0 is Sunday. */
export const weekdayOf = (date: LocalDate): number => new Date(utc(date)).getUTCDay()

const formats = new Map<string, Intl.DateTimeFormat>()
function zoned(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  formats.set(zone, made)
  return made
}
const quarterMilliseconds = 900_000
const mostQuarters = 20_000
/** By zone and quarter of an hour: since 1972 no clock has been changed within one. */
const offsets = new Map<string, number>()

/** How far the clocks of the zone are ahead of UTC at this instant, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const quarter = Math.floor(instant / quarterMilliseconds)
  const key = `${zone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const begins = quarter * quarterMilliseconds
  const read: Record<string, string> = {}
  for (const { type, value } of zoned(zone).formatToParts(begins)) read[type] = value
  const { year, month, day, hour, minute, second } = read
  const offset = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - begins
  if (offsets.size >= mostQuarters) offsets.clear()
  offsets.set(key, offset)
  return offset
}

/** `2026-10-16T14:30:00.000Z`, as if the zone's clock were that of UTC. */
const localOf = (instant: Date, zone: string): string =>
  new Date(instant.getTime() + offsetAt(instant.getTime(), zone)).toISOString()

export const localDateOf = (instant: Date, zone: string): LocalDate => localOf(instant, zone).slice(0, 10)
/** `14:30` */
export const localTimeOf = (instant: Date, zone: string): string => localOf(instant, zone).slice(11, 16)

/** The instant of a local date and time. An hour that a clock change skips is the one after it. */
export function instantOf(date: LocalDate, time: string, zone: string): Date {
  const wanted = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`)
  const [before, after] = [offsetAt(wanted - dayMilliseconds, zone), offsetAt(wanted + dayMilliseconds, zone)]
  // Of an hour that comes twice this is the first; one that is skipped is read with the offset of before.
  const fits = [before, after].find((offset) => offsetAt(wanted - offset, zone) === offset)
  return new Date(wanted - (fits ?? before))
}

const split = (date: LocalDate) => date.split('-').map(Number) as [year: number, month: number, day: number]

/** `15 de noviembre de 2017`, `15 November 2017` */
export function longDate(date: LocalDate, locale: Locale): string {
  const [year, month, day] = split(date)
  const name = months[locale][month - 1]
  return locale === 'es' ? `${day} de ${name} de ${year}` : `${day} ${name} ${year}`
}
/** `16 oct 2026` */
export function shortDate(date: LocalDate, locale: Locale): string {
  const [year, month, day] = split(date)
  return `${day} ${(months[locale][month - 1] as string).slice(0, 3)} ${year}`
}
const weekdays = {
  es: 'domingo lunes martes miércoles jueves viernes sábado'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
}
/** `viernes 16 de octubre de 2026` */
export const weekdayDate = (date: LocalDate, locale: Locale): string =>
  `${weekdays[locale][weekdayOf(date)]} ${longDate(date, locale)}`
/** `16 de octubre de 2026, 10:02` */
export const longDateTime = (instant: Date, zone: string, locale: Locale): string =>
  `${longDate(localDateOf(instant, zone), locale)}, ${localTimeOf(instant, zone)}`
/** `16 oct 2026, 10:02` */
export const shortDateTime = (instant: Date, zone: string, locale: Locale): string =>
  `${shortDate(localDateOf(instant, zone), locale)}, ${localTimeOf(instant, zone)}`
