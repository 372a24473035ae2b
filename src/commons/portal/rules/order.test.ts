import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { reordered } from './order.ts'

test('one goes up or down a place', () => {
  assert.deepEqual(reordered([5, 7, 9], 'up:7'), [7, 5, 9])
  assert.deepEqual(reordered([5, 7, 9], 'down:7'), [5, 9, 7])
})

test('the first does not go up, nor the last down, and what is not understood moves nothing', () => {
  for (const move of ['up:5', 'down:9', 'up:8', 'left:7', 'up', 'up:', '', ':7', 'up:x', undefined]) {
    assert.deepEqual(reordered([5, 7, 9], move), [5, 7, 9], move)
  }
})

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 12 })
const way = fc.constantFrom('up', 'down', 'left', '')

test('the new order has the same members, each once, and differs in two neighbours or in none', () => {
  fc.assert(
    fc.property(ids, way, fc.nat(50), (given, to, id) => {
      const order = reordered(given, `${to}:${id}`)
      assert.deepEqual(order.toSorted(), given.toSorted())
      const moved = given.flatMap((each, at) => (order[at] === each ? [] : [at]))
      assert.ok(moved.length === 0 || (moved.length === 2 && (moved[1] ?? 0) - (moved[0] ?? 0) === 1))
    }),
  )
})

test('going down undoes going up', () => {
  fc.assert(
    fc.property(ids, fc.nat(11), (given, at) => {
      const id = given[at]
      if (id === undefined || at === 0) return
      assert.deepEqual(reordered(reordered(given, `up:${id}`), `down:${id}`), given)
    }),
  )
})
