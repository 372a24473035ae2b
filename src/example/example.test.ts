import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { about, rulesBroken } from '../../test/fixtures/files/context.ts'
import { openFurnished } from '../../test/support/furnished.ts'
import { checks } from '../commons/files/checks/index.ts'
import { states } from '../modules/publications/rules/machine.ts'
import type { PublicationsTables } from '../modules/publications/tables.ts'
import { type Fault, faults, published, spoiled } from './faults.ts'
import { paperOf } from './papers.ts'
import { load, requestAt, shares } from './scale.ts'

test('the example has a request in every state and of every kind', async (t) => {
  const { app } = await openFurnished(t)
  const rows = await app
    .tables<PublicationsTables>()
    .selectFrom('publications.request')
    .select(['state', 'kind'])
    .execute()
  const found = new Set<string>(rows.map(({ state }) => state))
  assert.deepEqual(
    states.filter((state) => !found.has(state)),
    [],
  )
  const kinds = new Set(rows.map(({ kind }) => kind))
  assert.deepEqual([...kinds].toSorted(), ['correct-metadata', 'publish', 'update', 'withdraw'])
})

test('a publication that failed says why to whoever opens its record', async (t) => {
  const house = await openFurnished(t)
  const rows = await house.app
    .tables<PublicationsTables>()
    .selectFrom('publications.request')
    .select('folio')
    .where('state', '=', 'publication-failed')
    .execute()
  const page = await house.request(`/solicitudes/${rows[0]?.folio}`, 'paula')
  assert.match(page.text, /El documento ya no está publicado/)
  assert.match(page.text, /intento 5/)
})

/** The rules that every check together finds broken. */
async function findingsIn(name: string, content: Uint8Array): Promise<readonly string[]> {
  const live = [{ sha256: liveHash, title: published.title, address: '/documentos/acta' }]
  const context = about(name, { live, title: 'Otro título' })
  const found = []
  for (const check of checks) found.push(...(await rulesBroken(check, content, context)))
  return found
}
const liveHash = createHash('sha256').update(paperOf(published.name, published.title)).digest('hex')

test('every kind of file of the example opens and has no fault, and is the same each time', async () => {
  for (const ending of ['pdf', 'docx', 'odt', 'xlsx', 'csv', 'json', 'png', 'zip', 'txt']) {
    const name = `contratos-1.${ending}`
    const content = paperOf(name, 'Contratos & convenios')
    assert.deepEqual(await findingsIn(name, content), [], ending)
    assert.deepEqual(paperOf(name, 'Contratos & convenios'), content)
  }
})

test('each fault is one that the automatic review sees', async () => {
  const seen: Readonly<Record<Fault, RegExp>> = {
    empty: /^size\/empty$/,
    'wrong-type': /^real-type\/other-than-name$/,
    encrypted: /^opens\/office-locked$/,
    macros: /^active-content\/macros$/,
    'bad-name': /^file-name\/(form|version-words)$/,
    duplicate: /^duplicate\/live-under-another-title$/,
  }
  for (const fault of faults) {
    const { name, content } = spoiled(fault, 'adm-12-3.pdf', 'Contratos')
    const found = await findingsIn(name, content)
    assert.ok(
      found.some((rule) => seen[fault].test(rule)),
      `${fault}: ${found.join(', ')}`,
    )
  }
})

test('the load has its files in nine formats and some with each fault', () => {
  const counts = shares(load.requests, load.files)
  const requests = counts.map((files, index) => requestAt(index, files))
  const names = requests.flatMap(({ files }) => files)
  assert.equal(names.length, load.files)
  const endings = new Set(names.map((name) => name.slice(name.lastIndexOf('.') + 1)))
  assert.deepEqual([...endings].toSorted(), ['csv', 'docx', 'json', 'odt', 'pdf', 'png', 'txt', 'xlsx', 'zip'])
  const spoilt = requests.flatMap(({ faults = {} }) => Object.values(faults))
  for (const fault of faults) assert.ok(spoilt.filter((each) => each === fault).length > 20, fault)
})
