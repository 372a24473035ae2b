import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import { walking } from '../support/walk.ts'

interface Tables {
  'publications.verification': { id: number; subject: string; passed: boolean }
  'publications.verification_look': {
    verification_id: number
    name: string
    what: string
    passed: boolean
    saw: string
  }
}

/** The last verification, with everything that it looked at. */
async function lastOf(house: Furnished) {
  const db = house.app.tables<Tables>()
  const last = await db.selectFrom('publications.verification').selectAll().orderBy('id', 'desc').executeTakeFirst()
  const looks = await db
    .selectFrom('publications.verification_look')
    .select(['name', 'what', 'passed', 'saw'])
    .where('verification_id', '=', last?.id ?? 0)
    .execute()
  return { ...last, looks, bad: looks.filter(({ passed }) => !passed) }
}
const whats = (looks: readonly { name: string; what: string }[]) => looks.map(({ name, what }) => `${name} ${what}`)

test('what went live is looked at in each of its addresses, one row each', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published({ title: 'Informe «A & B» de actividades' })
  const update = await walk.open({ kind: 'update', document: first.document, title: 'Informe de actividades' })
  await walk.publish(await walk.admit(update))
  await house.work()
  const { subject, passed, looks, bad } = await lastOf(house)
  assert.deepEqual([subject, passed, bad], ['published', true, []])
  const at = first.address
  assert.deepEqual(
    whats(looks).toSorted(),
    [`page ${at}/v/2`, `latest ${at}`, `map ${at}`, `file ${at}/v/2/informe.txt`, `former ${at}/v/1`].toSorted(),
  )
})

test('a byte that differs is said with its address, on the record and to its people', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const text = 'Primero. Todo bien.\n'
  const request = await walk.published()
  const path = house.app.storage.pathOf(createHash('sha256').update(text).digest('hex'))
  await writeFile(path, text.replace('bien', 'mal.'))
  try {
    await house.work()
    const { passed, bad } = await lastOf(house)
    assert.equal(passed, false)
    assert.deepEqual(whats(bad), [`file ${request.address}/v/1/informe.txt`])
    const record = await house.request(`/solicitudes/${request.folio}`, 'daniela')
    assert.match(record.text, new RegExp(`no coincidió[\\s\\S]*${request.address}/v/1/informe.txt`))
  } finally {
    await writeFile(path, text)
  }
})

test('what came down is looked at as well, at every address that it had', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const { document, address, id } = await walk.published()
  await house.work()
  const order = { reason: 'order-of-authority', reference: 'Expediente 12/2026' }
  assert.equal((await house.ask('POST', `/api/v1/documents/${document}/withdrawal`, 'teresa', order)).status, 201)
  await house.work()
  const { subject, passed, looks } = await lastOf(house)
  assert.deepEqual([subject, passed], ['withdrawn', true])
  assert.deepEqual(
    looks.map(({ name, what, saw }) => `${name} ${what} ${saw}`),
    [
      ...[`gone ${address} 451`, `gone ${address}/v/1 451`, `gone ${address}/informe.txt 451`],
      `map ${address} not listed`,
    ],
  )
  const told = (await walk.history(id)).findLast(({ name }) => name === 'publication-verified')
  assert.deepEqual([told?.data['subject'], told?.data['passed'], told?.data['looks']], ['withdrawn', true, 4])
})

test('what lies in the intranet is shut to visitors, and its bytes are looked at where they are kept', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const section = await walk.sectionOf('/para-el-personal')
  const { address } = await walk.published({ portal: 'intranet', more: { section } })
  await house.work()
  const { passed, looks } = await lastOf(house)
  assert.equal(passed, true)
  assert.deepEqual(whats(looks), [
    ...[`shut ${address}`, `shut ${address}/v/1`, `shut ${address}/v/1/informe.txt`, 'stored informe.txt'],
  ])
})

test('what was imported is looked at like what was published here', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const sha256 = await walk.send('paula', 'informe.txt', 'El informe de 2015.\n')
  const document = {
    ...{ title: 'Informe anual de 2015', summary: 'Lo que se hizo.', ground: 'other', reference: '', oldAddress: '' },
    ...{ area: await walk.areaOf('ADM'), section: await walk.sectionOf('/transparencia'), reviewOn: '2027-05-02' },
    ...{ publishedAt: '2016-02-15T18:00:00.000Z', files: [{ sha256, name: 'Informe 2015.txt' }] },
  }
  const sent = await house.ask('POST', '/api/v1/imports', 'paula', { source: 'sitio anterior', documents: [document] })
  assert.equal(sent.status, 201, sent.text)
  await house.work()
  const { subject, passed, looks } = await lastOf(house)
  assert.deepEqual([subject, passed, looks.length], ['published', true, 4])
})
