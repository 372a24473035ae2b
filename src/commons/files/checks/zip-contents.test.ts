import assert from 'node:assert/strict'
import { test } from 'node:test'
import { about, rulesBroken } from '../../../../test/fixtures/files/context.ts'
import { docx, pdf, program, zip, zipBomb } from '../../../../test/fixtures/files/make.ts'
import { zipContents } from './zip-contents.ts'

const broken = (content: Uint8Array) => rulesBroken(zipContents, content, about('datos.zip'))

test('a zip of sound files keeps the rule', async () => {
  const content = zip({ 'actas/uno.pdf': pdf(), 'actas/dos.docx': docx(), '__MACOSX/._uno.pdf': 'x' })
  assert.deepEqual(await broken(content), [])
})

test('a zip that writes outside its folder is refused', async () => {
  for (const name of ['../../etc/passwd', '/etc/passwd', 'C:/a.txt', 'a\\..\\b.txt']) {
    assert.deepEqual(await broken(zip({ [name]: 'x' })), ['zip-contents/outside'], name)
  }
})

test('a small zip that unpacks to a great deal is refused without being unpacked', async () => {
  assert.ok(zipBomb().length < 100_000)
  assert.deepEqual(await broken(zipBomb()), ['zip-contents/bomb'])
})

test('a zip that lies about the size of a file is refused', async () => {
  const content = Buffer.from(zip({ 'a.txt': 'a'.repeat(3000) }))
  content.writeUInt32LE(10, content.indexOf('PK\x01\x02') + 24)
  assert.deepEqual(await broken(content), ['zip-contents/bomb'])
})

test('archives inside a zip are refused, by name or by contents', async () => {
  const inner = zip({ 'a.txt': 'a' })
  assert.deepEqual(await broken(zip({ 'inner.zip': inner })), ['zip-contents/nested'])
  assert.deepEqual(await broken(zip({ 'inner.txt': inner })), ['zip-contents/nested'])
})

test('files inside keep the rules that they would keep outside', async () => {
  const content = zip({ 'acta.pdf': program(), 'cerrado.pdf': pdf({ password: 'x' }), 'mapa.qix': program() })
  assert.deepEqual(await broken(content), ['opens/pdf-locked', 'real-type/program', 'real-type/program'])
})

test('a name that is not UTF-8 is refused', async () => {
  const content = Buffer.from(zip({ 'anexo.txt': 'x' }).map((byte) => (byte === 0x78 ? 0xf1 : byte)))
  assert.deepEqual(await broken(content), ['zip-contents/names'])
})

test('a map that lacks one of its files is told', async () => {
  const whole = { 'm.shp': 'x', 'm.shx': 'x', 'm.dbf': 'x', 'm.prj': 'x' }
  assert.deepEqual(await broken(zip(whole)), [])
  const { 'm.dbf': _, ...rest } = whole
  assert.deepEqual(await broken(zip(rest)), ['zip-contents/incomplete-map'])
})
