import assert from 'node:assert/strict'
import { test } from 'node:test'
import { patienceWith, waitSeconds, watchedMinutes } from './lockout.ts'

const { account, address } = patienceWith
const waits = (patience: typeof account, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => waitSeconds(from + at, patience))

test('four failures of an account cost nothing; the fifth costs half a minute, and each further one doubles it', () => {
  assert.deepEqual(waits(account, 0, 4), [0, 0, 0, 0, 0])
  assert.deepEqual(waits(account, 5, 9), [30, 60, 120, 240, 480])
})

test('nobody waits longer than the quarter of an hour that is looked at', () => {
  assert.equal(watchedMinutes, 15)
  assert.deepEqual(waits(account, 10, 12), [900, 900, 900])
  assert.equal(waitSeconds(1_000_000, account), 900)
})

test('an address, which a whole building may share, has more patience', () => {
  assert.equal(waitSeconds(24, address), 0)
  assert.deepEqual(waits(address, 25, 30), [30, 60, 120, 240, 480, 900])
})
