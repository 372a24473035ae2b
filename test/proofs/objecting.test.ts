import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import { faultsOf, title, walking } from '../support/walk.ts'

const reason = 'Hay que avisar antes de que abra la sede.'
const objection = { reason: 'No la autorizó nadie del área.' }

/** A document whose second edition Paula put live in an emergency. */
async function urgentUpdate(house: Furnished) {
  const walk = walking(house)
  const first = await walk.published()
  const update = await walk.admitted({ kind: 'update', document: first.document, title: 'Informe con prisa' })
  house.clock.pass(60_000)
  await walk.step(update, 'paula', '/urgent-publication', { reason })
  house.clock.pass(60_000)
  return { walk, first, update }
}

test('whoever objects to an urgent update brings back what readers saw before it', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, update } = await urgentUpdate(house)
  const { folio } = await walk.tell(update)
  assert.match((await house.request(first.address)).text, /<h1[^>]*>Informe con prisa/)
  const dialog = await house.request(`/solicitudes/${folio}`, 'mariana')
  assert.match(dialog.text, /Los lectores vuelven a ver la edición 1/)
  await walk.step(update, 'mariana', '/objection', objection)
  const page = await house.request(first.address)
  assert.equal(page.status, 200)
  assert.match(page.text, new RegExp(`<h1[^>]*>${title}`))
  assert.match(page.text, /Vuelve a la versión 1\. La 2, publicada de urgencia, se objetó y ya no se muestra\./)
  assert.doesNotMatch(page.text, /No la autorizó nadie/)
  assert.match((await house.request(`/en${first.address}`)).text, /Version 2, published urgently, was objected to/)
  assert.deepEqual([(await walk.tell(update)).state, (await walk.tell(first.id)).state], ['withdrawn', 'published'])
})

test('what was objected to is not to be read at any address, and the ledger says what became of it', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, update } = await urgentUpdate(house)
  await walk.step(update, 'mariana', '/objection', objection)
  for (const path of ['/v/2', '/v/2/informe.txt']) assert.equal((await house.request(first.address + path)).status, 410)
  assert.match((await house.request(`${first.address}/v/2`)).text, /Se publicó de urgencia y otra persona la objetó/)
  for (const path of ['/v/1', '/v/3', '/v/3/informe.txt', '/informe.txt'])
    assert.equal((await house.request(first.address + path)).status, 200, path)
  const api = JSON.parse((await house.request(`/api/v1/documents/${first.key}`)).text)
  assert.deepEqual(
    api.versions.map(({ version }: { version: number }) => version),
    [3, 1],
  )
  const told = await walk.history(update)
  const objected = told.findLast(({ name }) => name === 'publication-objected')
  assert.equal(objected?.data['restored'], 1)
  const back = (await walk.history(first.id)).findLast(({ name }) => name === 'document-published')
  assert.deepEqual([back?.data['rollsBackTo'], back?.data['objected'], back?.data['number']], [1, 2, 3])
  const { folio } = await walk.tell(update)
  const record = await house.request(`/solicitudes/${folio}`, 'paula')
  assert.match(record.text, /objetó la publicación de urgencia: volvió la edición 1\./)
  const former = await house.request(`/solicitudes/${first.folio}`, 'paula')
  assert.match(former.text, /Se objetó la edición 2, publicada de urgencia: volvió la 1, que es ahora la 3\./)
  await house.work()
  assert.deepEqual(await faultsOf(house, 'publications'), [])
  assert.match((await house.request('/avisos', 'daniela')).text, /se había publicado de urgencia y se objetó/)
})

test('an urgent first publication that is objected to is taken down', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const request = await walk.admitted()
  await walk.step(request, 'paula', '/urgent-publication', { reason })
  const { folio } = await walk.tell(request)
  const record = await house.request(`/solicitudes/${folio}`, 'mariana')
  assert.match(record.text, /El documento se retira: antes de esta publicación de urgencia no había otra edición/)
  const address = /href="(\/documentos\/[^"]+)"/.exec(record.text)?.[1] ?? ''
  assert.equal((await house.request(address)).status, 200)
  await walk.step(request, 'mariana', '/objection', objection)
  assert.equal((await house.request(address)).status, 410)
  const told = (await walk.history(request)).findLast(({ name }) => name === 'publication-objected')
  assert.equal(told?.data['restored'], undefined)
  assert.deepEqual(await faultsOf(house, 'publications'), [])
})

test('an emergency behind another stands again as it was: still to be ratified', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, update } = await urgentUpdate(house)
  const second = await walk.admitted({ kind: 'update', document: first.document, title: 'Informe con más prisa' })
  await walk.step(second, 'paula', '/urgent-publication', { reason })
  await walk.step(second, 'mariana', '/objection', objection)
  assert.equal((await walk.tell(update)).state, 'published-pending-ratification')
  const page = await house.request(first.address)
  assert.match(page.text, /<h1[^>]*>Informe con prisa/)
  assert.match(page.text, /Publicado de urgencia por Paula[^<]*falta que otra persona lo ratifique/)
  const clocks = JSON.parse((await house.ask('GET', `/api/v1/requests/${update}/clocks`, 'paula')).text)
  assert.ok(
    clocks.items.some((item: { clock: string; running: boolean }) => item.clock === 'ratification' && item.running),
  )
  await walk.step(update, 'mariana', '/ratification')
  assert.match((await house.request(first.address)).text, /se publicó de urgencia y se ratificó/)
  assert.deepEqual(await faultsOf(house, 'publications'), [])
})

test('what was read under a banner is read under it again', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published()
  const more = { withdrawalReason: 'no-longer-in-force', withdrawalNote: 'Lo sustituye el informe anual.' }
  await walk.publish(await walk.admitted({ kind: 'withdraw', document: first.document, more }))
  house.clock.pass(60_000)
  const update = await walk.admitted({ kind: 'update', document: first.document, title: 'Informe con prisa' })
  house.clock.pass(60_000)
  await walk.step(update, 'paula', '/urgent-publication', { reason })
  assert.doesNotMatch((await house.request(first.address)).text, /Ya no está vigente/)
  house.clock.pass(60_000)
  await walk.step(update, 'mariana', '/objection', objection)
  const page = await house.request(first.address)
  assert.match(page.text, new RegExp(`<h1[^>]*>${title}`))
  assert.match(page.text, /Ya no está vigente\. Se conserva para consulta\. Lo sustituye el informe anual\./)
  assert.equal((await walk.tell(first.id)).state, 'withdrawn')
  assert.deepEqual(await faultsOf(house, 'publications'), [])
})
