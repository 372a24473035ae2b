import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bytes, count, duration, percent } from './numbers.ts'

test('amounts are written as in Mexico: a comma for thousands and a point for decimals', () => {
  assert.deepEqual([0, 999, 1_000, 1_234_567, -2_500].map(count), ['0', '999', '1,000', '1,234,567', '-2,500'])
})

test('a ratio is a percentage, with the decimals that are asked for', () => {
  assert.deepEqual(
    [percent(0.3772), percent(1), percent(0), percent(0.125, 1), percent(2 / 3, 0)],
    ['37.72 %', '100.00 %', '0.00 %', '12.5 %', '67 %'],
  )
})

const sizes: readonly (readonly [number, string])[] = [
  ...([
    [0, '0 bytes'],
    [1, '1 bytes'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [1_499, '1 kB'],
    [1_500, '2 kB'],
  ] as const),
  ...([
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [1_000_000, '1 MB'],
    [1_250_000, '1.3 MB'],
  ] as const),
  ...([
    [99_940_000, '99.9 MB'],
    [99_960_000, '100 MB'],
    [999_500_000, '1 GB'],
    [2_000_000_000_000, '2 TB'],
  ] as const),
  [5_000_000_000_000_000, '5000 TB'],
]
for (const [size, said] of sizes) {
  test(`${size} bytes are said as ${said}`, () => assert.equal(bytes(size), said))
}

test('a duration is said in its two largest units, minutes only below a day', () => {
  assert.deepEqual(
    [0, 0.4, 0.5, 1, 60, 61, 1_439, 1_439.6, 1_440, 1_441, 1_500, -5].map((minutes) => duration(minutes)),
    ['0 min', '0 min', '1 min', '1 min', '1 h', '1 h 1 min', '23 h 59 min', '1 d', '1 d', '1 d', '1 d 1 h', '0 min'],
  )
})

test('of a service clock, a day is a working day', () => {
  assert.deepEqual(
    [539, 540, 1_080, 1_140].map((minutes) => duration(minutes, 540)),
    ['8 h 59 min', '1 d', '2 d', '2 d 1 h'],
  )
})
