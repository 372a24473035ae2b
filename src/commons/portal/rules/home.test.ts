import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shortcutsOf, writtenOf } from './home.ts'

test('a shortcut is words and an address, or words that are searched', () => {
  assert.deepEqual(shortcutsOf(' minutas | /sesiones/minutas \n\n gasto público \r\n actas |'), [
    { label: 'minutas', href: '/sesiones/minutas' },
    { label: 'gasto público', href: '/buscar?q=gasto%20p%C3%BAblico' },
    { label: 'actas', href: '/buscar?q=actas' },
  ])
  for (const written of [' \n ', '|', '| /sesiones']) assert.deepEqual(shortcutsOf(written), [])
})

test('the form shows what was written', () => {
  const written = 'minutas | /sesiones/minutas\ngasto público'
  assert.equal(writtenOf(shortcutsOf(written)), written)
})

test('a shortcut to the search of other words keeps them', () => {
  const written = 'presupuesto | /buscar?q=gasto'
  assert.equal(writtenOf(shortcutsOf(written)), written)
})

test('however often the form is saved, the shortcuts are the same', () => {
  const line = fc.array(fc.constantFrom('a', 'ñ', ' ', '|', '/buscar?q=a', '/b', '%', '\r', '&'), { maxLength: 8 })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const once = shortcutsOf(lines.map((marks) => marks.join('')).join('\n'))
      assert.deepEqual(shortcutsOf(writtenOf(once)), once)
    }),
    { numRuns: 1_000 },
  )
})
