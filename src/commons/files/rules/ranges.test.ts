import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { namesTag, rangeOf } from './ranges.ts'

/** RFC 9110, 14.1.2, of a file of 10,000 bytes. */
const asked: readonly (readonly [header: string | undefined, answer: ReturnType<typeof rangeOf>])[] = [
  ['bytes=0-499', { start: 0, end: 499 }],
  ['bytes=500-999', { start: 500, end: 999 }],
  ['bytes=-500', { start: 9_500, end: 9_999 }],
  ['bytes=9500-', { start: 9_500, end: 9_999 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=-1', { start: 9_999, end: 9_999 }],
  ['bytes=0-99999', { start: 0, end: 9_999 }],
  ['bytes=-99999', { start: 0, end: 9_999 }],
  ['BYTES= 0 - 9 ', { start: 0, end: 9 }],
  ['bytes=9999-', { start: 9_999, end: 9_999 }],
  ['bytes=10000-', 'unsatisfiable'],
  ['bytes=10000-10001', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  [undefined, 'whole'],
  ['', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=5-2', 'whole'],
  ['bytes=0-1,5-9', 'whole'],
  ['lines=0-9', 'whole'],
  ['bytes=a-b', 'whole'],
  ['bytes=-5-9', 'whole'],
]
for (const [header, answer] of asked) {
  test(`of 10,000 bytes, ${header ?? 'no range'} is ${JSON.stringify(answer)}`, () => {
    assert.deepEqual(rangeOf(header, 10_000), answer)
  })
}

test('an empty file has no range', () => {
  assert.equal(rangeOf('bytes=0-', 0), 'unsatisfiable')
  assert.equal(rangeOf('bytes=-5', 0), 'unsatisfiable')
})

test('whatever is asked, a range lies within the file', () => {
  const end = fc.option(fc.nat(200), { nil: '' as const })
  fc.assert(
    fc.property(end, end, fc.nat(100), (first, last, bytes) => {
      const range = rangeOf(`bytes=${first}-${last}`, bytes)
      if (typeof range === 'object') assert.ok(0 <= range.start && range.start <= range.end && range.end < bytes)
    }),
  )
})

test('a list of tags names one of them, weakly compared, or any', () => {
  for (const header of ['"a"', 'W/"a"', '"b", "a"', '"b",W/"a"', '*']) assert.ok(namesTag(header, '"a"'), header)
  for (const header of [undefined, '', 'a', '"A"', '"b"', '"ab"']) assert.ok(!namesTag(header, '"a"'), header)
})
