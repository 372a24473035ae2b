import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Compared, changesBetween, sameHashes } from './changes.ts'

const fields = {
  title: 'Informe',
  summary: 'De julio',
  section: 1,
  ground: ['other', 'x'],
  validity: [null, '2027-01-01'],
}
const file = (number: number, sha256: string, name = `${number}.pdf`) => ({ file: number, sha256, name })
const before: Compared = { fields, files: [file(1, 'a'), file(2, 'b'), file(3, 'c')] }

test('two equal editions have no changes, and a new name alone is none', () => {
  const none = { fields: [], added: [], removed: [], replaced: [] }
  assert.deepEqual(changesBetween(before, before), none)
  assert.deepEqual(
    changesBetween(before, { ...before, files: [file(1, 'a', 'uno.pdf'), ...before.files.slice(1)] }),
    none,
  )
})

test('what changed is said field by field and file by file', () => {
  const after: Compared = {
    fields: { ...fields, title: 'Informe corregido', validity: ['2027-06-01', '2027-01-01'] },
    files: [file(1, 'a'), file(2, 'z'), file(4, 'd')],
  }
  assert.deepEqual(changesBetween(before, after), {
    fields: ['title', 'validity'],
    ...{ added: ['4.pdf'], removed: ['3.pdf'], replaced: ['2.pdf'] },
  })
})

test('the same hashes are the same in any order, and each as often', () => {
  assert.ok(sameHashes(['a', 'b', 'b'], ['b', 'a', 'b']))
  assert.ok(sameHashes([], []))
  for (const others of [
    ['a', 'b'],
    ['a', 'a', 'b'],
    ['a', 'b', 'c'],
  ])
    assert.equal(sameHashes(['a', 'b', 'b'], others), false)
})
