import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signaturesFor } from './publishing.ts'

const rule = { allowed: true, source: 'Acuerdo 7/2026' }

test('what one person wrote another publishes, with or without a rule', () => {
  const two = { may: true, samePerson: false, source: '' }
  assert.deepEqual(signaturesFor('ana', 'luis', undefined), two)
  assert.deepEqual(signaturesFor('ana', 'luis', rule), two)
  assert.deepEqual(signaturesFor('ana', 'luis', { allowed: false, source: '' }), two)
})

test('nobody publishes their own text without a written rule', () => {
  assert.deepEqual(signaturesFor('ana', 'ana', undefined), { may: false })
  assert.deepEqual(signaturesFor('ana', 'ana', { ...rule, allowed: false }), { may: false })
  assert.deepEqual(signaturesFor('ana', 'ana', { ...rule, source: '' }), { may: false })
})

test('who does so by a written rule says which', () => {
  assert.deepEqual(signaturesFor('ana', 'ana', rule), { may: true, samePerson: true, source: 'Acuerdo 7/2026' })
})
