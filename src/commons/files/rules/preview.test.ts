import assert from 'node:assert/strict'
import { test } from 'node:test'
import { previewOf } from './preview.ts'

test('a table shows its head and ten rows, whatever separates its cells', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `${at};"Dirección; general";${at * 2}`)
  const found = previewOf(`\ufeffnúmero;área;monto\r\n${lines.join('\r\n')}`, 'csv')
  assert.ok(found?.shape === 'table')
  assert.deepEqual(found.head, ['número', 'área', 'monto'])
  assert.equal(found.rows.length, 10)
  assert.deepEqual(found.rows[1], ['1', 'Dirección; general', '2'])
  assert.equal(found.cut, true)
})

test('a short table is whole, and one without rows is not shown', () => {
  const found = previewOf('a,b\n1,2\n', 'csv')
  assert.ok(found?.shape === 'table')
  assert.equal(found.cut, false)
  assert.equal(previewOf('a,b\n', 'csv'), undefined)
})

test('a text shows the paragraphs of its first page; what has none to read shows nothing', () => {
  const found = previewOf('Acta\n\nPrimero. Se aprue-\nba el orden\ndel día.\fOtra página', 'pdf')
  assert.deepEqual(found, { shape: 'text', paragraphs: ['Acta', 'Primero. Se aprueba el orden del día.'] })
  assert.deepEqual(previewOf('Uno\nDos', 'docx'), { shape: 'text', paragraphs: ['Uno', 'Dos'] })
  assert.equal(previewOf('{"a":1}', 'json'), undefined)
  assert.equal(previewOf('  \n', 'pdf'), undefined)
})
