import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placedName } from './names.ts'

const placed: readonly (readonly [sent: string, name: string, folder: string])[] = [
  ['acta.pdf', 'acta.pdf', ''],
  ['2026/marzo/acta.pdf', 'acta.pdf', '2026/marzo'],
  ['2026\\marzo\\acta.pdf', 'acta.pdf', '2026/marzo'],
  ['C:\\Users\\rosa\\acta.pdf', 'acta.pdf', ''],
  ['/home/rosa/acta.pdf', 'acta.pdf', ''],
  ['\\\\servidor\\acta.pdf', 'acta.pdf', ''],
  ['../../etc/passwd', 'passwd', ''],
  ['a/ .. /b.pdf', 'b.pdf', ''],
  ['a/./b//c.pdf', 'c.pdf', 'a/b'],
  ['  Acta   de\tsesión .pdf ', 'Acta de sesión .pdf', ''],
  ['acta\u202efdp.exe', 'actafdp.exe', ''],
  ['acta\u0000\u200b.pdf', 'acta.pdf', ''],
  ['sesio\u0301n.pdf', 'sesión.pdf', ''],
  [`${'a/'.repeat(12)}b.pdf`, 'b.pdf', Array.from({ length: 12 }, () => 'a').join('/')],
  [`${'a/'.repeat(13)}b.pdf`, 'b.pdf', ''],
]
for (const [sent, name, folder] of placed) {
  test(`${JSON.stringify(sent).slice(0, 60)} is the file ${name}${folder ? ` of ${folder}` : ''}`, () => {
    assert.deepEqual(placedName(sent), { name, folder })
  })
}

test('what has no name is no file', () => {
  for (const sent of ['', ' ', '.', '..', '...', 'a/', 'a\\', 'a/..', '\u200b', 'a/\u202e ']) {
    assert.equal(placedName(sent), undefined, JSON.stringify(sent))
  }
})

test('a name has 120 characters at the most, and keeps its extension', () => {
  assert.equal(placedName(`${'ñ'.repeat(116)}.pdf`)?.name, `${'ñ'.repeat(116)}.pdf`)
  assert.equal(placedName(`${'ñ'.repeat(117)}.pdf`)?.name, `${'ñ'.repeat(116)}.pdf`)
  assert.equal(placedName('🗳'.repeat(200))?.name, '🗳'.repeat(120))
})

test('whatever was sent, a name is one part, with nothing unseen, and its folder never climbs', () => {
  const mark = fc.constantFrom('/', '\\', '..', '.', ' ', 'C:', '\u202e', '\u0000', '\n', 'a', 'ñ', '.pdf')
  fc.assert(
    fc.property(fc.array(fc.oneof(mark, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 30 }), (marks) => {
      const found = placedName(marks.join(''))
      if (!found) return
      const parts = [found.name, ...(found.folder === '' ? [] : found.folder.split('/'))]
      for (const part of parts) {
        assert.match(part, /^[^/\\\p{Cc}\u202a-\u202e]+$/u)
        assert.doesNotMatch(part, /^\.*$/)
        assert.equal(part, part.trim())
        assert.ok([...part].length <= 120)
      }
    }),
    { numRuns: 1_000 },
  )
})
