import assert from 'node:assert/strict'
import { test } from 'node:test'
import { about, rulesBroken } from '../../../../test/fixtures/files/context.ts'
import { pdf } from '../../../../test/fixtures/files/make.ts'
import { memoryBytes, sha256Of } from '../inspection/bytes.ts'
import { cacheKey } from './cache.ts'
import { findingsOf } from './check.ts'
import { describe } from './describe.ts'
import { duplicate } from './duplicate.ts'
import { checks } from './index.ts'
import { size } from './size.ts'

test('an empty file and one over the limit of the section are refused', async () => {
  assert.deepEqual(await rulesBroken(size, new Uint8Array(0), about('a.pdf')), ['size/empty'])
  assert.deepEqual(await rulesBroken(size, new Uint8Array(9), about('a.pdf', { limitBytes: 8 })), ['size/over-limit'])
  assert.deepEqual(await rulesBroken(size, new Uint8Array(8), about('a.pdf', { limitBytes: 8 })), [])
})

test('a file that is public already is told, with more care under another title', async () => {
  const sha256 = await sha256Of(memoryBytes(pdf()))
  const live = [{ sha256, title: 'Acta 1', address: '/documentos/acta-1' }]
  assert.deepEqual(await rulesBroken(duplicate, pdf(), about('a.pdf', { live, title: 'Acta 1' })), [
    'duplicate/already-live',
  ])
  assert.deepEqual(await rulesBroken(duplicate, pdf(), about('a.pdf', { live, title: 'Acta 2' })), [
    'duplicate/live-under-another-title',
  ])
  assert.deepEqual(await rulesBroken(duplicate, pdf({ pages: ['Otra'] }), about('a.pdf', { live })), [])
})

test('a result is kept while the bytes, the check and what it reads stay the same', () => {
  const key = (rest: object, version = 1) => cacheKey('f00', { ...size, version }, about('a.pdf', rest))
  assert.equal(key({}), key({ title: 'another', siblings: ['b.pdf'] }))
  assert.notEqual(key({}), key({ limitBytes: 1 }))
  assert.notEqual(key({}), key({}, 2))
})

test('ids and rules are named after their check and told apart', () => {
  const ids = checks.map((check) => check.id)
  assert.equal(new Set(ids).size, ids.length)
  for (const check of checks.filter(({ id }) => id !== 'zip-contents')) {
    for (const rule of Object.keys(check.rules)) assert.ok(rule.startsWith(`${check.id}/`), rule)
  }
})

test('a finding is said in both languages, with its facts and its place', async () => {
  const [finding] = await findingsOf(
    size,
    memoryBytes(new Uint8Array(3 * 1024 ** 2)),
    about('a.pdf', { limitBytes: 1024 ** 2 }),
  )
  assert.ok(finding)
  const said = describe({ ...finding, entry: 'b.pdf', offer: { kind: 'rename', name: 'c.pdf' } })
  assert.equal(said?.wrong.es, 'El archivo pesa 3 MB y esta sección acepta hasta 1 MB.')
  assert.equal(said?.wrong.en, 'The file is 3 MB and this section takes up to 1 MB.')
  assert.equal(said?.where.es, 'En «b.pdf»')
  assert.equal(said?.offer?.en, 'Rename to “c.pdf”')
})
