import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorkingDay,
  officeWeek,
  type WorkCalendar,
  workingDaysBetween,
  workingMinutesBetween,
} from './calendar.ts'
import { endOf, percentile, spentOf } from './clock.ts'
import { holidaysOf } from './holidays.ts'

const calendarIn = (zone: string, years: readonly number[]): WorkCalendar => ({
  zone,
  week: officeWeek,
  holidays: new Set(years.flatMap(holidaysOf).map(({ day }) => day)),
  working: new Map([['2026-10-24', [[600, 840]] as const]]),
})
const mexico = calendarIn('America/Mexico_City', [2026, 2027])

test('the days of obligatory rest of 2026 are those of article 74', () => {
  assert.deepEqual(
    holidaysOf(2026).map(({ day }) => day),
    ['2026-01-01', '2026-02-02', '2026-03-16', '2026-05-01', '2026-09-16', '2026-11-16', '2026-12-25'],
  )
  assert.equal(
    holidaysOf(2026).every(({ source }) => source.startsWith('LFT, art. 74')),
    true,
  )
})

test('the change of the federal executive is a holiday every sixth year from 2024', () => {
  const on = (year: number) => holidaysOf(year).some(({ day }) => day === `${year}-10-01`)
  assert.deepEqual([2023, 2024, 2025, 2029, 2030].map(on), [false, true, false, false, true])
})

test('a term of three working days from a Thursday before a long weekend ends on Wednesday', () => {
  // 13 November 2026 is a Friday; Monday 16 is a holiday.
  assert.equal(addWorkingDays(mexico, '2026-11-12', 3), '2026-11-18')
  assert.equal(workingDaysBetween(mexico, '2026-11-12', '2026-11-18'), 3)
})

test('during an electoral process every day counts', () => {
  assert.equal(addWorkingDays(mexico, '2026-11-12', 3, 'electoral'), '2026-11-15')
  const [from, to] = [new Date('2026-11-13T23:00:00Z'), new Date('2026-11-15T23:00:00Z')]
  assert.equal(workingMinutesBetween(mexico, from, to, 'electoral'), 2880)
})

test('a Saturday that the institution works counts with its own hours', () => {
  assert.equal(isWorkingDay(mexico, '2026-10-24'), true)
  assert.equal(isWorkingDay(mexico, '2026-10-31'), false)
  const [from, to] = [new Date('2026-10-24T00:00:00Z'), new Date('2026-10-25T12:00:00Z')]
  // Friday 23 until six in the evening is the 24th at midnight UTC: only the four hours of Saturday are inside.
  assert.equal(workingMinutesBetween(mexico, from, to), 240)
})

test('minutes of work stop at night, at the weekend and on holidays', () => {
  const friday = new Date('2026-10-16T23:00:00Z')
  assert.equal(workingMinutesBetween(mexico, friday, new Date('2026-10-19T16:00:00Z')), 60 + 60)
  assert.deepEqual(addWorkingMinutes(mexico, friday, 120), new Date('2026-10-19T16:00:00Z'))
  assert.deepEqual(addWorkingMinutes(mexico, friday, 60), new Date('2026-10-17T00:00:00Z'))
})

test('where clocks change, a working day still has its hours', () => {
  const tijuana = calendarIn('America/Tijuana', [2026])
  // On 1 November 2026 the hour goes back there: nine in the morning is 17:00 UTC after it and 16:00 before.
  assert.deepEqual(
    addWorkingMinutes(tijuana, new Date('2026-10-30T16:00:00Z'), 540 + 60),
    new Date('2026-11-02T18:00:00Z'),
  )
})

test('adding minutes and counting them are inverse, and no instant is before its start', () => {
  const start = Date.parse('2026-10-01T00:00:00Z')
  for (let at = 0; at < 200; at++) {
    const from = new Date(start + at * 4_327_000)
    const minutes = 1 + ((at * 37) % 3_000)
    const to = addWorkingMinutes(mexico, from, minutes)
    assert.ok(to >= from)
    assert.equal(Math.round(workingMinutesBetween(mexico, from, to) * 1000), minutes * 1000)
  }
})

test('a calendar without work says so instead of looking for ever', () => {
  const idle = { ...mexico, week: [[], [], [], [], [], [], []], working: new Map() }
  assert.throws(() => addWorkingDays(idle, '2026-10-16', 1), RangeError)
  assert.throws(() => addWorkingMinutes(idle, new Date('2026-10-16T16:00:00Z'), 1), RangeError)
})

test('a paused clock is the sum of its stretches, and is due when the rest runs out', () => {
  const first = {
    startedAt: new Date('2026-10-14T15:00:00Z'),
    stoppedAt: new Date('2026-10-14T17:00:00Z'),
    mode: 'working' as const,
  }
  const second = { startedAt: new Date('2026-10-15T15:00:00Z'), stoppedAt: null, mode: 'working' as const }
  assert.equal(spentOf(mexico, [first, second], 'working-minutes', new Date('2026-10-15T16:30:00Z')), 210)
  const end = (stretches: readonly (typeof first | typeof second)[], amount: number) =>
    endOf(mexico, stretches, { amount, unit: 'working-minutes' })
  assert.deepEqual(end([first, second], 240), new Date('2026-10-15T17:00:00Z'))
  // It was used up an hour after it began, and going on later does not change that.
  assert.deepEqual(end([first, second], 60), new Date('2026-10-14T16:00:00Z'))
  assert.equal(end([first], 240), undefined)
})

test('percentiles are of nearest rank', () => {
  assert.equal(percentile([15, 20, 35, 40, 50], 0.5), 35)
  assert.equal(percentile([15, 20, 35, 40, 50], 0.9), 50)
  assert.equal(percentile([3, 1, 2], 0), 1)
  assert.equal(percentile([], 0.5), undefined)
})
