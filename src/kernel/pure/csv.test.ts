import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeSheet, readCsv, recordsOf, separatorOf } from './csv.ts'

const decoders = {
  utf8: (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  latin: (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes),
}

test('quotes hold separators, new lines and doubled quotes, and each row knows its line', () => {
  const rows = [...readCsv('a,b\r\n"uno, dos","dice ""sí""\nen dos"\r\n3,4')]
  assert.deepEqual(rows, [
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['uno, dos', 'dice "sí"\nen dos'] },
    { line: 4, cells: ['3', '4'] },
  ])
})

test('the separator is the one that the first line has most of', () => {
  assert.equal(separatorOf('a;b;c,d\n'), ';')
  assert.equal(separatorOf('a\tb\n'), '\t')
  assert.equal(separatorOf('"a;b;c",d\n'), ',')
})

test('what Excel in Spanish saves is read as it was written', () => {
  const bytes = Uint8Array.from([0xc1, 0x72, 0x65, 0x61, 0x3b, 0x41, 0xf1, 0x6f])
  assert.equal(decodeSheet(bytes, decoders), 'Área;Año')
  assert.equal(decodeSheet(new TextEncoder().encode('\ufeffÁrea'), decoders), 'Área')
})

test('a quote that never closes loses nothing', () => {
  assert.deepEqual([...readCsv('a,"b\nc')], [{ line: 1, cells: ['a', 'b\nc'] }])
})

test('rows become records by the names of the first, and empty rows are left out', () => {
  assert.deepEqual(
    recordsOf(readCsv('Título,Área\nActa,SE\n,\n'), (name) => name.toLowerCase()),
    [{ line: 2, record: { título: 'Acta', área: 'SE' } }],
  )
})
