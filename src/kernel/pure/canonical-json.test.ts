import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson } from './canonical-json.ts'

test('keys go in the order of their UTF-16 units, at every depth (RFC 8785, 3.2.3)', () => {
  const value = {
    '\u20ac': 'Euro',
    '\r': 'retorno',
    '\ufb33': 'dalet',
    1: 'uno',
    '\u{1f600}': 'cara',
    '\u0080': 'control',
    ö: { b: 1, a: 2 },
  }
  assert.deepEqual(Object.keys(JSON.parse(canonicalJson(value))).length, 7)
  assert.equal(
    canonicalJson(value),
    '{"\\r":"retorno","1":"uno","\u0080":"control","ö":{"a":2,"b":1},"\u20ac":"Euro","\u{1f600}":"cara","\ufb33":"dalet"}',
  )
})

test('numbers are written as ECMAScript writes them (RFC 8785, 3.2.2.3)', () => {
  assert.equal(
    canonicalJson(JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0, 1e21]')),
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21]',
  )
})

test('strings escape only what must be (RFC 8785, 3.2.2.2)', () => {
  assert.equal(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/'), '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
})

test('what JSON cannot say is refused, and where it stands is said', () => {
  assert.throws(() => canonicalJson({ a: [1, Number.NaN] }), /\$/)
  assert.throws(() => canonicalJson({ a: Number.POSITIVE_INFINITY }))
  assert.throws(() => canonicalJson(undefined))
})
