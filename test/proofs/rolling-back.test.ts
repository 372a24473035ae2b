import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRequest } from '#modules/publications'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import { lend, reasonsOf, title, walking } from '../support/walk.ts'

const note = 'La portada salió con un error.'

/** A document with two editions, both put live by Paula. */
async function twoEditions(house: Furnished) {
  const walk = walking(house)
  const first = await walk.published()
  const update = await walk.admitted({ kind: 'update', document: first.document, title: 'Informe con un error' })
  const second = await walk.publish(update)
  const rollBack = (who: 'paula' | 'mariana' | 'daniela', body: object = { to: 1, note }) =>
    house.ask('POST', `/api/v1/documents/${first.document}/roll-back`, who, body)
  return { walk, first, second, rollBack }
}

test('another person brings the former edition back, and readers are told why', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, second, rollBack } = await twoEditions(house)
  await lend(house, 'paula', 'mariana')
  const record = await house.request(`/solicitudes/${second.folio}`, 'paula')
  assert.match(record.text, /Regresar a la edición 1[\s\S]*Usted la publicó\. Otra persona debe decidir\./)
  assert.deepEqual(reasonsOf(await rollBack('paula')), ['Usted la publicó. Otra persona debe decidir.'])
  assert.equal((await rollBack('mariana', { to: 1 })).status, 422, 'a note is needed')
  const done = await rollBack('mariana')
  assert.equal(done.status, 201, done.text)
  const page = await house.request(first.address)
  assert.match(page.text, new RegExp(`<h1[^>]*>${title}`))
  assert.match(page.text, /Vuelve a la versión 1\. La portada salió con un error\./)
  assert.equal((await walk.tell(first.id)).state, 'published', 'its review date comes due again')
  assert.equal((await walk.tell(second.id)).state, 'superseded')
  const told = (await walk.history(first.id)).findLast(({ name }) => name === 'document-published')
  assert.deepEqual([told?.data['rollsBackTo'], told?.data['note']], [1, note])
  const history = await house.request(`/solicitudes/${first.folio}`, 'paula')
  assert.match(history.text, /regresó a la edición 1, que es ahora la 3: La portada salió con un error\./)
})

test('whoever asked for what would come back does not bring it back, unless a norm lets one person do both', async (t) => {
  const house = await openFurnished(t)
  const { rollBack } = await twoEditions(house)
  await lend(house, 'paula', 'daniela')
  assert.deepEqual(reasonsOf(await rollBack('daniela')), ['Usted hizo la solicitud. Otra persona debe aprobarla.'])
  const rule = { value: 'yes', source: 'Reglamento, art. 9' }
  assert.equal((await house.ask('PUT', '/api/v1/publication-rules/one-person-approves', 'joel', rule)).status, 200)
  assert.equal((await rollBack('daniela')).status, 201)
})

test('what an authority ordered down does not come back, and neither does what is yet to be ratified', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, second, rollBack } = await twoEditions(house)
  await lend(house, 'paula', 'mariana')
  const third = await walk.admitted({ kind: 'update', document: first.document })
  await walk.step(third, 'paula', '/urgent-publication', { reason: 'Hay que avisar antes de que abra.' })
  const pending = await rollBack('mariana', { to: 2, note })
  assert.deepEqual(reasonsOf(pending), ['Se publicó de urgencia y nadie la ha ratificado todavía.'])
  await house.ask('POST', `/api/v1/documents/${first.document}/withdrawal`, 'teresa', {
    ...{ reason: 'order-of-authority', reference: 'Expediente 12/2026' },
  })
  const ordered = await rollBack('mariana', { to: 2, note })
  assert.ok(reasonsOf(ordered).includes('El documento ya no está publicado.'))
  assert.equal((await house.request(first.address)).status, 451)
  assert.equal((await findRequest(house.app, second.id))?.state, 'superseded')
})

test('after a day, or to any other edition, it takes a request', async (t) => {
  const house = await openFurnished(t)
  const { rollBack } = await twoEditions(house)
  await lend(house, 'paula', 'mariana')
  assert.equal((await rollBack('mariana', { to: 9, note })).status, 404)
  house.clock.pass(24 * 3_600_000 + 1_000)
  const sign = await house.actor('mariana')
  assert.ok(sign)
  const { objectionsToRollingBack } = await import('../../src/modules/publications/rules/rolling-back.ts')
  const { rollBackOf } = await import('../../src/modules/publications/queries/rolling-back.ts')
  const { document } = await documentOf(house)
  const late = await rollBackOf(house.app, document, 1, sign, house.app.clock())
  assert.deepEqual(late && objectionsToRollingBack(late.facts), [{ code: 'needs-request', hours: 24 }])
})

const documentOf = async (house: Furnished) =>
  await house.app
    .tables<{ 'publications.document': { id: number; key: string } }>()
    .selectFrom('publications.document')
    .select('id as document')
    .where('key', '=', 'informe-trimestral-de-actividades')
    .executeTakeFirstOrThrow()
