import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addWorkingDays, hoursOf, isWorkingDay, officeWeek, type WorkCalendar, workingDaysBetween } from './calendar.ts'
import { addDays, weekdayOf } from './dates.ts'
import { holidaysOf } from './holidays.ts'

const daysOf = (year: number) => holidaysOf(year).map(({ day }) => day.slice(5))

/** As the calendars of those years had them: LFT, art. 74. */
const norm: readonly (readonly [year: number, days: string])[] = [
  [2006, '01-01 02-06 03-20 05-01 09-16 11-20 12-01 12-25'],
  [2012, '01-01 02-06 03-19 05-01 09-16 11-19 12-01 12-25'],
  [2018, '01-01 02-05 03-19 05-01 09-16 11-19 12-01 12-25'],
  [2020, '01-01 02-03 03-16 05-01 09-16 11-16 12-25'],
  [2021, '01-01 02-01 03-15 05-01 09-16 11-15 12-25'],
  [2023, '01-01 02-06 03-20 05-01 09-16 11-20 12-25'],
  [2024, '01-01 02-05 03-18 05-01 09-16 10-01 11-18 12-25'],
  [2025, '01-01 02-03 03-17 05-01 09-16 11-17 12-25'],
  [2026, '01-01 02-02 03-16 05-01 09-16 11-16 12-25'],
  [2027, '01-01 02-01 03-15 05-01 09-16 11-15 12-25'],
  [2028, '01-01 02-07 03-20 05-01 09-16 11-20 12-25'],
  [2030, '01-01 02-04 03-18 05-01 09-16 10-01 11-18 12-25'],
  [2036, '01-01 02-04 03-17 05-01 09-16 10-01 11-17 12-25'],
]
for (const [year, days] of norm) {
  test(`the days of obligatory rest of ${year} are those of article 74`, () => {
    assert.deepEqual(daysOf(year), days.split(' '))
  })
}

test('the federal executive changes hands every sixth year: in December until 2018, in October from 2024', () => {
  const change = (year: number) => holidaysOf(year).find(({ source }) => source === 'LFT, art. 74, VII')?.day
  for (let year = 2006; year <= 2060; year++) {
    const expected = [2006, 2012, 2018].includes(year)
      ? `${year}-12-01`
      : [2024, 2030, 2036, 2042, 2048, 2054, 2060].includes(year)
        ? `${year}-10-01`
        : undefined
    assert.equal(change(year), expected, String(year))
  }
})

test('the moved days are the first Monday of February and the third of March and November', () => {
  for (let year = 2006; year <= 2100; year++) {
    const moved = holidaysOf(year).filter(({ source }) => /, (?:II|III|VI)$/.test(source))
    const within = moved.map(({ day }) => [day.slice(5, 7), weekdayOf(day), Math.ceil(Number(day.slice(8)) / 7)])
    assert.deepEqual(within, [
      ['02', 1, 1],
      ['03', 1, 3],
      ['11', 1, 3],
    ])
  }
})

test('each fraction is said once, in order of days, in both languages', () => {
  for (let year = 2006; year <= 2100; year++) {
    const holidays = holidaysOf(year)
    assert.equal(new Set(holidays.map(({ source }) => source)).size, holidays.length)
    assert.deepEqual(
      holidays.map(({ day }) => day).toSorted(),
      holidays.map(({ day }) => day),
    )
    assert.ok(holidays.every(({ es, en }) => es !== '' && en !== '' && es !== en))
  }
})

const calendar: WorkCalendar = {
  ...{ zone: 'America/Mexico_City', week: officeWeek, working: new Map() },
  holidays: new Set(
    Array.from({ length: 20 }, (_, at) => 2020 + at)
      .flatMap(holidaysOf)
      .map(({ day }) => day),
  ),
}

const terms: readonly (readonly [from: string, days: number, ends: string])[] = [
  // Christmas of 2026 and New Year of 2027 are both a Friday.
  ['2026-12-23', 1, '2026-12-24'],
  ['2026-12-24', 1, '2026-12-28'],
  ['2026-12-30', 2, '2027-01-04'],
  ['2026-12-18', 10, '2027-01-05'],
  ['2027-12-31', 1, '2028-01-03'],
  // Tuesday 1 October 2024, and Monday 18 November.
  ['2024-09-30', 1, '2024-10-02'],
  ['2024-11-15', 10, '2024-12-02'],
  // A leap day is a day: Thursday 29 February 2024.
  ['2024-02-28', 2, '2024-03-01'],
  // It begins on a Saturday: the first day that counts is Monday.
  ['2026-10-17', 1, '2026-10-19'],
]
for (const [from, days, ends] of terms) {
  test(`a term of ${days} working days from ${from} ends on ${ends}`, () => {
    assert.equal(addWorkingDays(calendar, from, days), ends)
    assert.equal(workingDaysBetween(calendar, from, ends), days)
  })
}

test('in electoral mode no day and no hour is without work, holidays and Sundays too', () => {
  for (const day of ['2027-01-01', '2027-02-01', '2027-06-06', '2026-12-25']) {
    assert.equal(isWorkingDay(calendar, day), false, day)
    assert.equal(isWorkingDay(calendar, day, 'electoral'), true, day)
    assert.deepEqual(hoursOf(calendar, day, 'electoral'), [[0, 1440]])
  }
  assert.equal(addWorkingDays(calendar, '2026-12-23', 10, 'electoral'), '2027-01-02')
})

const day = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays('2021-01-01', days))

test('working days between three dates are additive, whichever the mode', () => {
  fc.assert(
    fc.property(day, fc.nat(400), fc.nat(400), fc.constantFrom('working', 'electoral'), (from, first, more, mode) => {
      const [middle, to] = [addDays(from, first), addDays(from, first + more)]
      const between = (a: string, b: string) => workingDaysBetween(calendar, a, b, mode)
      assert.equal(between(from, middle) + between(middle, to), between(from, to))
    }),
  )
})

test('a term ends on a working day, and counting back gives its length', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 120 }), (from, days) => {
      const ends = addWorkingDays(calendar, from, days)
      assert.ok(isWorkingDay(calendar, ends))
      assert.equal(workingDaysBetween(calendar, from, ends), days)
    }),
  )
})
