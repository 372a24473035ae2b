import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addWorkingMinutes, officeWeek, type WorkCalendar } from '#kernel/pure/calendar'
import { holidaysOf } from '#kernel/pure/holidays'
import { abandonmentDays, type ClockName, clockOf, clocks, dayMinutes, limitMinutes, type Priority } from './clocks.ts'
import { type State, states } from './machine.ts'

const hours = 60
const days = 9 * hours

test('a working day has the minutes of the office week, nine to six', () => {
  assert.equal(dayMinutes, 540)
  for (const day of officeWeek) {
    assert.ok([0, dayMinutes].includes(day.reduce((sum, [from, to]) => sum + to - from, 0)))
  }
})

type Case = readonly [clock: ClockName, priority: Priority, round: number, files: number, limit: number]
const limits: readonly Case[] = [
  ['admission', 'normal', 1, 0, 4 * hours],
  ['admission', 'urgent', 1, 0, 1 * hours],
  ['admission', 'legal-term', 1, 0, 1 * hours],
  ['review', 'normal', 1, 0, 2 * days],
  ['review', 'normal', 1, 20, 2 * days],
  ['review', 'normal', 1, 21, 3 * days],
  ['review', 'normal', 1, 70, 3 * days],
  ['review', 'normal', 1, 71, 4 * days],
  ['review', 'normal', 1, 120, 4 * days],
  ['review', 'normal', 1, 121, 5 * days],
  ['review', 'urgent', 1, 20, 4 * hours],
  ['review', 'urgent', 1, 21, 4 * hours + 1 * days],
  ['review', 'legal-term', 1, 1, 4 * hours],
  ['review', 'normal', 2, 500, 1 * days],
  ['review', 'normal', 3, 1, 1 * days],
  ['review', 'urgent', 2, 500, 2 * hours],
  ['review', 'legal-term', 2, 1, 2 * hours],
  ['area', 'normal', 1, 0, 3 * days],
  ['area', 'urgent', 1, 0, 1 * days],
  ['area', 'legal-term', 1, 0, 1 * days],
  ['publication', 'normal', 1, 0, 1 * days],
  ['publication', 'urgent', 1, 0, 1 * hours],
  ['publication', 'legal-term', 1, 0, 1 * hours],
  ['ratification', 'normal', 1, 0, 1 * days],
  ['ratification', 'urgent', 1, 0, 1 * days],
  ['ratification', 'legal-term', 1, 0, 1 * days],
]
for (const [clock, priority, round, files, limit] of limits) {
  test(`${clock}, ${priority}, round ${round}, ${files} files: ${limit} working minutes`, () => {
    assert.equal(limitMinutes(clock, priority, round, files), limit)
  })
}

test('no clock is without a limit, and haste never gives more time', () => {
  for (const clock of clocks) {
    for (const round of [1, 2]) {
      const normal = limitMinutes(clock, 'normal', round, 30)
      assert.ok(normal > 0)
      for (const priority of ['urgent', 'legal-term'] as const) {
        const hasty = limitMinutes(clock, priority, round, 30)
        assert.ok(hasty > 0 && hasty <= normal, clock)
      }
    }
  }
})

const running: Readonly<Record<State, readonly [ClockName, string] | undefined>> = {
  ...{ draft: undefined, scheduled: undefined, published: undefined, superseded: undefined, withdrawn: undefined },
  ...{ archived: undefined, abandoned: undefined },
  submitted: ['admission', 'manager'],
  'in-review': ['review', 'manager'],
  'with-observations': ['area', 'area'],
  approved: ['publication', 'manager'],
  'publication-failed': ['publication', 'manager'],
  'published-pending-ratification': ['ratification', 'manager'],
  'in-revalidation': ['ratification', 'area'],
}
for (const state of states) {
  const owed = running[state]
  test(`while a request is ${state}, ${owed ? `the clock of ${owed[0]} runs for the ${owed[1]}` : 'no clock runs'}`, () => {
    const found = clockOf[state]
    assert.deepEqual(found && [found.clock, found.owner], owed)
  })
}

test('an area that does not answer in ten working days has desisted', () => {
  assert.equal(abandonmentDays, 10)
})

test('a normal review that begins on a Friday at noon is due on Wednesday at noon, when Monday is a holiday', () => {
  const calendar: WorkCalendar = {
    ...{ zone: 'America/Mexico_City', week: officeWeek, working: new Map() },
    holidays: new Set(holidaysOf(2026).map(({ day }) => day)),
  }
  const limit = limitMinutes('review', 'normal', 1, 12)
  const due = addWorkingMinutes(calendar, new Date('2026-11-13T18:00:00Z'), limit)
  assert.deepEqual(due, new Date('2026-11-18T18:00:00Z'))
})
