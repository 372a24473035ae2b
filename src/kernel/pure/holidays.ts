import { addDays, type LocalDate, weekdayOf } from './dates.ts'

/** A day of obligatory rest, and the fraction of article 74 that says so. */
export interface Holiday {
  readonly day: LocalDate
  readonly es: string
  readonly en: string
  readonly source: string
}

/** The nth of a weekday in a month; Sunday is 0. */
function nth(year: number, month: number, weekday: number, count: number): LocalDate {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1))
}

/**
 * Days of obligatory rest of a year (Ley Federal del Trabajo, art. 74, fracciones I a VIII), as they stand since 2006,
 * when three of them moved to Mondays. Ordinary elections (IX) are on a Sunday (LGIPE, art. 22).
 */
export function holidaysOf(year: number): readonly Holiday[] {
  const holidays: Holiday[] = [
    { day: `${year}-01-01`, es: 'Año nuevo', en: 'New Year', source: 'LFT, art. 74, I' },
    {
      day: nth(year, 2, 1, 1),
      es: 'Día de la Constitución',
      en: 'Constitution Day',
      source: 'LFT, art. 74, II',
    },
    {
      day: nth(year, 3, 1, 3),
      es: 'Natalicio de Benito Juárez',
      en: 'Birth of Benito Juárez',
      source: 'LFT, art. 74, III',
    },
    { day: `${year}-05-01`, es: 'Día del Trabajo', en: 'Labour Day', source: 'LFT, art. 74, IV' },
    { day: `${year}-09-16`, es: 'Día de la Independencia', en: 'Independence Day', source: 'LFT, art. 74, V' },
    {
      day: nth(year, 11, 1, 3),
      es: 'Día de la Revolución',
      en: 'Revolution Day',
      source: 'LFT, art. 74, VI',
    },
    { day: `${year}-12-25`, es: 'Navidad', en: 'Christmas', source: 'LFT, art. 74, VIII' },
  ]
  // Every sixth year the federal executive changes hands: on 1 December until 2018, on 1 October from 2024.
  if (year % 6 === 2024 % 6) {
    holidays.push({
      day: year < 2024 ? `${year}-12-01` : `${year}-10-01`,
      es: 'Transmisión del Poder Ejecutivo Federal',
      en: 'Change of the federal executive',
      source: 'LFT, art. 74, VII',
    })
  }
  return holidays.toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
