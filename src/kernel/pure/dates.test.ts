import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addMonths,
  daysBetween,
  instantOf,
  localDateOf,
  localTimeOf,
  longDate,
  parseLocalDate,
  weekdayDate,
} from './dates.ts'
import { bytes, count, duration } from './numbers.ts'
import { fold, slug } from './text.ts'

test('dates are read as people write them, and those that do not exist are not dates', () => {
  for (const written of ['2026-10-16', '16/10/2026', '16 de octubre de 2026', '16 October 2026', '16 oct 2026']) {
    assert.equal(parseLocalDate(written), '2026-10-16', written)
  }
  for (const wrong of ['2026-02-29', '31/04/2026', '0 de mayo de 2026', 'mañana', '2026-13-01', '']) {
    assert.equal(parseLocalDate(wrong), undefined, wrong)
  }
})

test('a month after the 31st is the last day of the next', () => {
  assert.equal(addMonths('2024-01-31', 1), '2024-02-29')
  assert.equal(addMonths('2026-01-31', 1), '2026-02-28')
  assert.equal(addMonths('2026-03-31', -1), '2026-02-28')
  assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2)
})

test('a day belongs to the zone of the institution', () => {
  const late = new Date('2026-01-01T05:30:00Z')
  assert.equal(localDateOf(late, 'America/Mexico_City'), '2025-12-31')
  assert.equal(localTimeOf(late, 'America/Mexico_City'), '23:30')
  assert.deepEqual(instantOf('2025-12-31', '23:30', 'America/Mexico_City'), late)
})

test('an hour that a clock change skips is the one after it', () => {
  assert.deepEqual(instantOf('2026-03-08', '02:30', 'America/Tijuana'), new Date('2026-03-08T10:30:00Z'))
})

test('dates, amounts and durations are said in both languages', () => {
  assert.equal(longDate('2017-11-15', 'es'), '15 de noviembre de 2017')
  assert.equal(weekdayDate('2026-10-16', 'es'), 'viernes 16 de octubre de 2026')
  assert.equal(longDate('2017-11-15', 'en'), '15 November 2017')
  assert.equal(count(11_448), '11,448')
  assert.deepEqual([999, 1_000, 18_400_000, 999_600].map(bytes), ['999 bytes', '1 kB', '18.4 MB', '1 MB'])
  assert.deepEqual(
    [0, 59, 400, 1_740].map((minutes) => duration(minutes)),
    ['0 min', '59 min', '6 h 40 min', '1 d 5 h'],
  )
})

test('addresses are made of plain letters, without losing the words', () => {
  assert.equal(slug('Acta de la Sesión Ordinaria: N.º 3 (2026)'), 'acta-de-la-sesion-ordinaria-n-3-2026')
  assert.equal(fold('ÁÉÍ ñ Ü'), 'aei n u')
})
