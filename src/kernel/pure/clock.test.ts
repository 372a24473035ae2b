import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CalendarMode, officeWeek, type WorkCalendar, workingMinutesBetween } from './calendar.ts'
import { endOf, percentile, type Stretch, spentOf } from './clock.ts'
import { holidaysOf } from './holidays.ts'

const calendar: WorkCalendar = {
  ...{ zone: 'America/Mexico_City', week: officeWeek, working: new Map() },
  holidays: new Set([2026, 2027].flatMap(holidaysOf).map(({ day }) => day)),
}
const at = (text: string) => new Date(text)
const stretch = (from: string, to: string | null, mode: CalendarMode = 'working') => ({
  ...{ startedAt: at(from), stoppedAt: to === null ? null : at(to), mode },
})

const spentMinutes = (of: WorkCalendar, stretches: readonly Stretch[], now: Date) =>
  spentOf(of, stretches, 'working-minutes', now)
const dueAt = (of: WorkCalendar, stretches: readonly Stretch[], amount: number) =>
  endOf(of, stretches, { amount, unit: 'working-minutes' })

test('a clock that never ran spent nothing and is never due', () => {
  assert.equal(spentMinutes(calendar, [], at('2026-10-16T16:00:00Z')), 0)
  assert.equal(dueAt(calendar, [], 60), undefined)
})

test('what passes between two stretches is not of the clock', () => {
  // Monday nine to ten, then Wednesday from nine: the two days with the area are not counted.
  const both = [stretch('2026-10-12T15:00:00Z', '2026-10-12T16:00:00Z'), stretch('2026-10-14T15:00:00Z', null)]
  assert.equal(spentMinutes(calendar, both, at('2026-10-14T15:30:00Z')), 90)
  assert.deepEqual(dueAt(calendar, both, 120), at('2026-10-14T16:00:00Z'))
})

test('a request that turned electoral counts each stretch in its own mode', () => {
  // Friday at five in the evening; from six, all hours.
  const both = [
    stretch('2026-10-16T23:00:00Z', '2026-10-17T00:00:00Z'),
    stretch('2026-10-17T00:00:00Z', null, 'electoral'),
  ]
  assert.equal(spentMinutes(calendar, both, at('2026-10-17T10:00:00Z')), 60 + 600)
  assert.deepEqual(dueAt(calendar, both, 240), at('2026-10-17T03:00:00Z'))
})

test('a clock that had run out was due when it did, however long it went on', () => {
  const both = [stretch('2026-10-12T15:00:00Z', '2026-10-12T17:00:00Z'), stretch('2026-10-13T15:00:00Z', null)]
  assert.deepEqual(dueAt(calendar, both, 120), at('2026-10-12T17:00:00Z'))
  assert.deepEqual(dueAt(calendar, both, 90), at('2026-10-12T16:30:00Z'))
  assert.deepEqual(dueAt(calendar, both, 30), at('2026-10-12T15:30:00Z'))
})

test('working days of nine hours carry a clock over Christmas and New Year', () => {
  // Thursday 24 December 2026 at nine: Friday is Christmas, and Friday 1 January is New Year.
  const running = [stretch('2026-12-24T15:00:00Z', null)]
  assert.deepEqual(dueAt(calendar, running, 540), at('2026-12-25T00:00:00Z'))
  assert.deepEqual(dueAt(calendar, running, 541), at('2026-12-28T15:01:00Z'))
  assert.deepEqual(dueAt(calendar, running, 6 * 540), at('2027-01-05T00:00:00Z'))
})

const instant = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-06-01T00:00:00Z') })
const near = (one: number, other: number) => assert.ok(Math.abs(one - other) < 1e-6, `${one} and ${other}`)

test('however a stretch is cut, its parts sum to it', () => {
  fc.assert(
    fc.property(
      fc.array(instant, { minLength: 2, maxLength: 6 }),
      fc.constantFrom<CalendarMode>('working', 'electoral'),
      (given, mode) => {
        const cuts = given.toSorted((a, b) => a - b).map((each) => new Date(each))
        const parts = cuts.slice(1).map((stoppedAt, index) => ({ startedAt: cuts[index] as Date, stoppedAt, mode }))
        const whole = workingMinutesBetween(calendar, cuts[0] as Date, cuts.at(-1) as Date, mode)
        near(spentMinutes(calendar, parts, cuts.at(-1) as Date), whole)
      },
    ),
    { numRuns: 40 },
  )
})

test('when a clock is due it has spent exactly its limit', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 5_000 }), (from, limit) => {
      const running = [{ startedAt: new Date(from), stoppedAt: null, mode: 'working' as const }]
      near(spentMinutes(calendar, running, dueAt(calendar, running, limit) as Date), limit)
    }),
    { numRuns: 60 },
  )
})

test('a percentile is by nearest rank, whatever the share', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  for (let rank = 1; rank <= 100; rank++) assert.equal(percentile(hundred, rank / 100), rank)
  assert.equal(percentile([7], 0.9), 7)
  assert.equal(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9), 9)
  assert.equal(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9), 10)
})

test('a percentile is one of the values, and at least that share of them is no greater', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.constantFrom(0, 0.1, 0.5, 0.9, 1), (values, share) => {
      const found = percentile(values, share) as number
      assert.ok(values.includes(found))
      assert.ok(values.filter((value) => value <= found).length >= share * values.length - 1e-9)
    }),
  )
})
