import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mostOpen, offsetOf } from './uploads.ts'

test('an account has a hundred uploads under way at the most', () => assert.equal(mostOpen, 100))

test('an offset is a whole number of bytes, and nothing else is one', () => {
  assert.deepEqual(['0', '42', '9'.repeat(15)].map(offsetOf), [0, 42, 999_999_999_999_999])
  for (const header of [undefined, '', '-1', '1.5', '1e3', ' 1', '0x10', '1 ', '1,2', '9'.repeat(16)]) {
    assert.equal(offsetOf(header), undefined, header)
  }
})
