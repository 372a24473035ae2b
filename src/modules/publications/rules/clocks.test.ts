import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ClockName, clockOf } from './clocks.ts'
import { type State, states } from './machine.ts'

const running: Readonly<Record<State, readonly [ClockName, string] | undefined>> = {
  ...{ draft: undefined, scheduled: undefined, published: undefined, superseded: undefined, withdrawn: undefined },
  ...{ archived: undefined, abandoned: undefined },
  submitted: ['admission', 'manager'],
  'in-review': ['review', 'manager'],
  'with-observations': ['area', 'area'],
  approved: ['publication', 'manager'],
  'publication-failed': ['publication', 'manager'],
  'published-pending-ratification': ['ratification', 'manager'],
  'in-revalidation': ['revalidation', 'area'],
}
for (const state of states) {
  const owed = running[state]
  test(`while a request is ${state}, ${owed ? `the clock of ${owed[0]} runs for the ${owed[1]}` : 'no clock runs'}`, () => {
    const found = clockOf[state]
    assert.deepEqual(found && [found.clock, found.owner], owed)
  })
}
