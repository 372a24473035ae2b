import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runsOf } from '#commons/files'
import { historyOf } from '#kernel/ledger'
import { sequence } from '#kernel/sequencer'
import { filesOfRequest } from '#modules/publications'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import { faultsOf, walking } from '../support/walk.ts'

/** Gives Paula's way of importing to the liaison of two areas, and nothing else. */
async function scopedImporter(house: Furnished): Promise<void> {
  const area = await walking(house).areaOf('ADM')
  const grants = ['publications.import', 'files.receive']
  const role = await house.ask('POST', '/api/v1/roles', 'joel', {
    ...{ name: 'Importación', nameEs: 'Importación', nameEn: 'Importing', grants },
  })
  assert.equal(role.status, 201, role.text)
  const { role: id } = JSON.parse(role.text) as { role: number }
  const account = (await house.actor('ines')).id.slice('account:'.length)
  const granted = await house.ask('POST', `/api/v1/accounts/${account}/roles`, 'joel', { role: id, area })
  assert.equal(granted.status, 201, granted.text)
}

async function documentOf(house: Furnished, sha256: string, more: object = {}) {
  const walk = walking(house)
  return {
    ...{ title: 'Informe anual de 2015', summary: 'Lo que se hizo.', ground: 'other', reference: '', oldAddress: '' },
    ...{ area: await walk.areaOf('ADM'), section: await walk.sectionOf('/transparencia'), reviewOn: '2027-05-02' },
    ...{ publishedAt: '2016-02-15T18:00:00.000Z', files: [{ sha256, name: 'Informe 2015.txt' }] },
    ...more,
  }
}
const bring = (house: Furnished, who: 'paula' | 'ines', documents: readonly object[]) =>
  house.ask('POST', '/api/v1/imports', who, { source: 'sitio anterior', documents })

test('an importer brings in their own area, what they sent, and addresses only with the grant for them', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  await scopedImporter(house)
  const own = await walk.send('ines', 'informe.txt', 'El informe de 2015.\n')
  const elsewhere = await documentOf(house, own, { area: await walk.areaOf('PPP') })
  assert.equal((await bring(house, 'ines', [await documentOf(house, own), elsewhere])).status, 403)
  const draft = await walk.send('daniela', 'borrador.txt', 'Borrador de otra área.\n')
  assert.equal((await bring(house, 'ines', [await documentOf(house, draft)])).status, 404)
  const old = await documentOf(house, own, { oldAddress: '/informes/2015.aspx?id=7' })
  assert.equal((await bring(house, 'ines', [old])).status, 403)
  assert.equal((await house.request('/documentos/informe-anual-de-2015')).status, 404, 'nothing came in')
  assert.equal((await bring(house, 'ines', [await documentOf(house, own)])).status, 201)
})

test('what came in is checked, looked at from outside, and told to the ledger by its hashes', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const sha256 = await walk.send('paula', 'informe.txt', 'El informe de 2015.\n')
  const answer = await bring(house, 'paula', [await documentOf(house, sha256, { oldAddress: '/informes/2015.aspx' })])
  assert.equal(answer.status, 201, answer.text)
  const { batch } = JSON.parse(answer.text) as { batch: number }
  await house.work()
  const [entry] = await historyOf(house.app.db, `publications.import-${batch}`)
  const events = new Map(entry?.events)
  assert.equal(events.get('portal.redirects-added')?.['count'], 1)
  const contents = events.get('publications.documents-imported')?.['contents'] as Record<string, unknown>[] | undefined
  const content = contents?.[0]
  assert.equal(content?.['key'], 'informe-anual-de-2015')
  assert.deepEqual(content?.['files'], [sha256])
  assert.match(String(content?.['fingerprint']), /^[0-9a-f]{64}$/)
  await sequence(house.app)
  const proof = await house.request('/documentos/informe-anual-de-2015/v/1/prueba.json')
  assert.equal(proof.status, 200)
  assert.ok(proof.text.includes(sha256), 'its leaf names the content')
  const request = await requestOf(house, String(content?.['folio']))
  const files = await filesOfRequest(house.app, request)
  const runs = await runsOf(
    house.app,
    files.map(({ id }) => `publications.draft-file-${id}`),
  )
  assert.deepEqual(
    [...runs.values()].map(({ finishedAt }) => finishedAt !== null),
    [true],
  )
  assert.deepEqual(await faultsOf(house, 'files', 'publications'), [])
})

test('an import that was undone leaves no old address behind', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const sha256 = await walk.send('paula', 'informe.txt', 'El informe de 2015.\n')
  const answer = await bring(house, 'paula', [await documentOf(house, sha256, { oldAddress: '/informes/2015.aspx' })])
  const { batch } = JSON.parse(answer.text) as { batch: number }
  assert.equal((await house.request('/informes/2015.aspx')).status, 301)
  assert.equal((await house.ask('POST', `/api/v1/imports/${batch}/undoing`, 'paula', {})).status, 201)
  assert.equal((await house.request('/informes/2015.aspx')).status, 404)
})

const requestOf = async (house: Furnished, folio: string): Promise<number> =>
  (JSON.parse((await house.ask('GET', `/api/v1/requests/${folio}`, 'paula')).text) as { id: number }).id
