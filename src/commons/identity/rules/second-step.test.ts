import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepOf, stepSeconds, tolerance } from './second-step.ts'

/** RFC 6238, appendix B: the time, in seconds, and the value of T. */
const vectors: readonly (readonly [seconds: number, step: number])[] = [
  [59, 0x1],
  [1_111_111_109, 0x23523ec],
  [1_111_111_111, 0x23523ed],
  [1_234_567_890, 0x273ef07],
  [2_000_000_000, 0x3f940aa],
  [20_000_000_000, 0x27bc86aa],
]
for (const [seconds, step] of vectors) {
  test(`the second ${seconds} is of the step that RFC 6238 says`, () => {
    assert.equal(stepOf(new Date(seconds * 1_000)), step)
  })
}

test('a code lasts half a minute, and is taken one step early or late', () => {
  assert.deepEqual([stepSeconds, tolerance], [30, 1])
  assert.equal(stepOf(new Date(29_999)), 0)
  assert.equal(stepOf(new Date(30_000)), 1)
})
