import assert from 'node:assert/strict'
import { test } from 'node:test'
import { about, rulesBroken } from '../../../../test/fixtures/files/context.ts'
import { compound, docx, jpeg, pdf, png, xlsx, zip } from '../../../../test/fixtures/files/make.ts'
import { opens } from './opens.ts'

const broken = (content: Uint8Array) => rulesBroken(opens, content, about('archivo.pdf'))

test('sound files open', async () => {
  for (const content of [pdf(), docx(), xlsx(), png(), jpeg(), zip({ 'a.txt': 'a' })]) {
    assert.deepEqual(await broken(content), [])
  }
})

test('a PDF that asks for a password is refused', async () => {
  assert.deepEqual(await broken(pdf({ password: 'secreta' })), ['opens/pdf-locked'])
})

test('a PDF that anyone opens but that is encrypted is refused', async () => {
  assert.deepEqual(await broken(pdf({ password: '' })), ['opens/pdf-encrypted'])
})

test('a PDF without pages to show is refused', async () => {
  const lost = Buffer.from('%PDF-1.7\nnada mas\n')
  assert.deepEqual(await broken(lost), ['opens/pdf-broken'])
})

test('a PDF that was cut is told by its missing end', async () => {
  const whole = pdf({ pages: ['Uno', 'Dos'] })
  const cut = whole.subarray(0, whole.length - 40)
  assert.deepEqual(await broken(cut), ['opens/pdf-cut'])
})

test('a PDF that lost a page is refused for that page', async () => {
  const whole = pdf({ pages: ['Uno', 'Dos'] })
  const text = whole.toString('latin1')
  const maimed = Buffer.from(text.replace('/Kids [10 0 R 12 0 R]', '/Kids [10 0 R 77 0 R]'), 'latin1')
  assert.deepEqual(await broken(maimed), ['opens/pdf-page-broken'])
})

test('a document of Office locked with a password is refused', async () => {
  assert.deepEqual(await broken(compound('EncryptionInfo', 'EncryptedPackage')), ['opens/office-locked'])
})

test('a document whose main part is missing or damaged is refused', async () => {
  const whole = docx(['x'.repeat(2000)])
  const damaged = Buffer.from(whole)
  damaged.fill(0x55, damaged.indexOf('word/document.xml') + 30, damaged.indexOf('word/document.xml') + 60)
  assert.deepEqual(await broken(damaged), ['opens/office-broken'])
})

test('a zip that was cut is refused', async () => {
  const whole = zip({ 'a.txt': 'a'.repeat(500), 'b.txt': 'b' })
  assert.deepEqual(await broken(whole.subarray(0, whole.length - 30)), ['opens/zip-broken'])
})

test('an image without size is refused', async () => {
  assert.deepEqual(await broken(png(0, 0)), ['opens/image-broken'])
  assert.deepEqual(await broken(jpeg().subarray(0, 22)), ['opens/image-broken'])
})
