import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isImageType, largestImageBytes } from './images.ts'

test('images are of the types that every browser draws and none runs', () => {
  for (const mime of ['image/png', 'image/jpeg', 'image/webp', 'image/gif']) assert.ok(isImageType(mime), mime)
  for (const mime of ['image/svg+xml', 'text/html', 'IMAGE/PNG', 'image/png; x', '', null]) {
    assert.ok(!isImageType(mime), String(mime))
  }
})

test('an image has five megabytes at the most', () => assert.equal(largestImageBytes, 5_000_000))
