import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayRollBack, rollBackHours } from './rolling-back.ts'

const now = new Date('2026-10-16T16:00:00Z')
const former = (number: number, hours: number | null) => ({
  ...{ number, superseded_at: hours === null ? null : new Date(now.getTime() - hours * 3_600_000) },
})

test('the edition before the live one comes back within a day of being superseded', () => {
  assert.equal(rollBackHours, 24)
  assert.equal(mayRollBack({ number: 3 }, former(2, 0), now), true)
  assert.equal(mayRollBack({ number: 3 }, former(2, 24), now), true)
  assert.equal(mayRollBack({ number: 3 }, former(2, 24.001), now), false)
})

test('no older edition comes back so, nor the live one, nor one that was never superseded', () => {
  for (const number of [1, 3, 4]) assert.equal(mayRollBack({ number: 3 }, former(number, 1), now), false)
  assert.equal(mayRollBack({ number: 3 }, former(2, null), now), false)
})
