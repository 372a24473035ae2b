import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { afterName, fold, matches, slug } from './text.ts'

test('accents, and how they were written, do not tell two words apart', () => {
  assert.equal(fold('SESIÓN'), fold('sesio\u0301n'))
  assert.equal(fold('Güémez, Ñuu Savi'), 'guemez, nuu savi')
})

test('each word that is looked for stands somewhere, in any order, case and accents', () => {
  assert.ok(matches('Pat Canul, Rosa Elena', 'élena PAT'))
  assert.ok(matches('Pat Canul, Rosa Elena', ' '))
  assert.ok(!matches('Pat Canul, Rosa Elena', 'elena juan'))
})

test('a sentence goes on after a name', () => {
  assert.equal(afterName('Éste firmó.', 'es'), 'éste firmó.')
  assert.equal(afterName('', 'en'), '')
})

test('a long address is cut between words, and inside one only if it is very long', () => {
  assert.equal(slug('una palabra y otra', 11), 'una-palabra')
  assert.equal(slug('una palabra y otra', 12), 'una-palabra')
  assert.equal(slug('una palabra y otra', 13), 'una-palabra-y')
  assert.equal(slug('una palabra y otra', 15), 'una-palabra-y')
  assert.equal(slug('a electroencefalografista', 12), 'a-electroenc')
  assert.equal(slug(`${'a'.repeat(65)}b`), 'a'.repeat(65))
})

test('what has no letter of the alphabet has no address', () => {
  for (const text of ['', '¿?', '日本', ' - ']) assert.equal(slug(text), '')
})

test('every address is made of words joined by hyphens, no longer than allowed, and is its own address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 80 }), (text, most) => {
      const made = slug(text, most)
      assert.match(made, /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
      assert.ok(made.length <= most)
      assert.equal(slug(made, most), made)
    }),
  )
})

test('folding twice is folding once', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(fold(fold(text)), fold(text))))
})
