import assert from 'node:assert/strict'
import { test } from 'node:test'
import { about, rulesBroken } from '../../../../test/fixtures/files/context.ts'
import {
  compound,
  docx,
  excelCsv,
  html,
  jpeg,
  odt,
  pdf,
  png,
  program,
  svg,
  xlsx,
  zip,
} from '../../../../test/fixtures/files/make.ts'
import { realType } from './real-type.ts'

const broken = (content: Uint8Array, name: string, rest = {}) => rulesBroken(realType, content, about(name, rest))

test('a file that is what its name says keeps the rule', async () => {
  const files: [string, Uint8Array][] = [
    ['acta.pdf', pdf()],
    ['acta.docx', docx()],
    ['gasto.xlsx', xlsx()],
    ['acta.odt', odt()],
    ['mapa.png', png()],
    ['foto.jpeg', jpeg()],
    ['gasto.csv', excelCsv()],
    ['lista.csv', Buffer.from('nombre\nAna\nLuis\n')],
    ['nota.txt', Buffer.from('BMW y otras marcas, en una nota.')],
    ['logo.svg', svg()],
    ['pagina.html', html()],
    ['datos.json', Buffer.from('{"total": 3}')],
    ['mapa.geojson', Buffer.from('{"type":"FeatureCollection","features":[]}')],
    ['cfdi.xml', Buffer.from('<?xml version="1.0"?><Comprobante Total="1"/>')],
    ['datos.zip', zip({ 'a.txt': 'a' })],
  ]
  for (const [name, content] of files) assert.deepEqual(await broken(content, name), [], name)
})

test('a program is refused whatever its name', async () => {
  assert.deepEqual(await broken(program(), 'informe.pdf'), ['real-type/program'])
  assert.deepEqual(await broken(Buffer.from('#!/bin/sh\nrm -rf /\n'), 'informe.txt'), ['real-type/program'])
})

test('a name that says another type than the contents is refused', async () => {
  assert.deepEqual(await broken(docx(), 'acta.pdf'), ['real-type/other-than-name'])
  assert.deepEqual(await broken(html(), 'datos.csv'), ['real-type/other-than-name'])
  assert.deepEqual(await broken(zip({ 'a.txt': 'a' }), 'gasto.xlsx'), ['real-type/other-than-name'])
})

test('a type that the section does not take is refused, and jpeg is jpg', async () => {
  assert.deepEqual(await broken(docx(), 'acta.docx', { allowedExtensions: ['pdf'] }), ['real-type/not-allowed'])
  assert.deepEqual(await broken(jpeg(), 'foto.jpeg', { allowedExtensions: ['jpg'] }), [])
})

test('contents of no known type, and names without ending, are refused', async () => {
  assert.deepEqual(await broken(Buffer.from([1, 2, 3, 0, 255, 0]), 'datos.csv'), ['real-type/unknown'])
  assert.deepEqual(await broken(pdf(), 'acta'), ['real-type/no-extension'])
})

test('two endings must go, and one of a program is refused', async () => {
  assert.deepEqual(await broken(pdf(), 'acta.docx.pdf'), ['real-type/double-extension'])
  assert.deepEqual(await broken(pdf(), 'acta.exe.pdf'), ['real-type/disguised-program'])
  assert.deepEqual(await broken(pdf(), 'acta.1.pdf'), [])
})

test('what the browser declares is only told, and Excel may call a csv its own', async () => {
  const declared = (declaredType: string) => broken(excelCsv(), 'gasto.csv', { declaredType })
  assert.deepEqual(await declared('application/vnd.ms-excel'), [])
  assert.deepEqual(await declared('text/csv; charset=utf-8'), [])
  assert.deepEqual(await declared('image/png'), ['real-type/other-than-declared'])
})

test('a locked document is believed by its name, for its type cannot be seen', async () => {
  assert.deepEqual(await broken(compound('EncryptedPackage'), 'acta.docx'), [])
  assert.deepEqual(await broken(compound('WordDocument'), 'acta.docx'), ['real-type/other-than-name'])
})
