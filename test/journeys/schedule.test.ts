import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import {
  addressOf,
  approved,
  byItself,
  describe,
  move,
  requestOf,
  stateOf,
  toldOf,
  type Walked,
} from '../support/journey.ts'

const when = '2026-10-20T12:00'
const due = '2026-10-20T18:00:00Z'

/** The clock's knock, as its job makes it. */
const knock = (house: Furnished, { id }: Walked) => byItself(house, 'publications.publish-scheduled', { request: id })

async function scheduled(house: Furnished): Promise<Walked> {
  const request = await approved(house)
  await move(house, request, 'schedule', 'paula', { at: when })
  return request
}

async function timesPublished(house: Furnished, request: Walked): Promise<number> {
  return (await toldOf(house, request)).filter(({ name }) => name === 'document-published').length
}

test('what is scheduled is nowhere until its time, and the jobs that come early do no harm', async (t) => {
  const house = await openFurnished(t)
  const request = await scheduled(house)
  await house.work()
  await knock(house, request)
  assert.equal(await stateOf(house, request), 'scheduled')
  const page = await house.request(request.here, 'paula')
  assert.match(page.text, /Programada/)
  assert.match(page.text, /20 oct 2026, 12:00/)
  const { document } = await requestOf(house, request.folio)
  assert.ok(document)
  assert.equal((await house.request('/documentos/informe-trimestral-de-actividades')).status, 404)
  house.clock.set(due)
  await knock(house, request)
  assert.equal(await stateOf(house, request), 'published')
  const { address } = await addressOf(house, request)
  assert.equal((await house.request(address)).status, 200)
  const told = (await toldOf(house, request)).filter(({ name }) => name === 'document-published')
  assert.equal(told[0]?.actor, house.app.steward.id)
})

test('a job that comes twice publishes once', async (t) => {
  const house = await openFurnished(t)
  const request = await scheduled(house)
  house.clock.set(due)
  await Promise.all([knock(house, request), knock(house, request)])
  await knock(house, request)
  assert.equal(await timesPublished(house, request), 1)
  const api = JSON.parse((await house.request(`/api/v1/documents/${(await addressOf(house, request)).key}`)).text)
  assert.equal(api.versions.length, 1)
})

test('a lost job is queued again from the row, which is the truth', async (t) => {
  const house = await openFurnished(t)
  const request = await scheduled(house)
  await house.work()
  assert.deepEqual(await byItself(house, 'publications.rearm-schedules'), { rearmed: 0 })
  house.clock.set('2026-10-20T18:02:00Z')
  assert.ok(((await byItself(house, 'publications.rearm-schedules')) as { rearmed: number }).rearmed >= 1)
  await house.work()
  assert.equal(await stateOf(house, request), 'published')
})

test('a date taken off leaves the approval, and the old job does nothing', async (t) => {
  const house = await openFurnished(t)
  const request = await scheduled(house)
  await move(house, request, 'unschedule', 'paula')
  assert.equal(await stateOf(house, request), 'approved')
  house.clock.set(due)
  await knock(house, request)
  assert.equal(await timesPublished(house, request), 0)
  assert.ok((await toldOf(house, request)).some(({ name }) => name === 'publication-unscheduled'))
  await move(house, request, 'publish', 'paula')
  assert.equal(await stateOf(house, request), 'published')
})

test('what was edited while scheduled never goes live when its time comes', async (t) => {
  const house = await openFurnished(t)
  const request = await scheduled(house)
  await describe(house, request, { summary: 'Un resumen que nadie aprobó.' })
  assert.equal(await stateOf(house, request), 'in-review')
  assert.equal((await requestOf(house, request.folio)).publishAt, null)
  house.clock.set('2026-10-20T18:05:00Z')
  await knock(house, request)
  await byItself(house, 'publications.rearm-schedules')
  await house.work()
  assert.equal(await stateOf(house, request), 'in-review')
  assert.equal(await timesPublished(house, request), 0)
  assert.equal((await house.request('/documentos/informe-trimestral-de-actividades')).status, 404)
})

test('after five failed tries the schedule stops, says why in both languages, and a person mends it', async (t) => {
  const house = await openFurnished(t)
  const request = await scheduled(house)
  const [file] = (await requestOf(house, request.folio)).files as unknown as { sha256: string }[]
  const lose = (at: Date | null) =>
    house.app.db
      .updateTable('files.blob' as never)
      .set({ erased_at: at, erasure_asked_at: at, erasure_asked_by: at && 'account:1' } as never)
      .where('sha256' as never, '=', file?.sha256 as never)
      .execute()
  await lose(house.clock())
  house.clock.set(due)
  for (let attempt = 1; attempt <= 4; attempt++) {
    await knock(house, request)
    assert.equal(await stateOf(house, request), 'scheduled')
  }
  await knock(house, request)
  assert.equal(await stateOf(house, request), 'publication-failed')
  const told = (await toldOf(house, request)).filter(({ name }) => name === 'publication-failed')
  assert.deepEqual(
    told.map(({ data }) => data['attempts']),
    [1, 2, 3, 4, 5],
  )
  const page = await house.request(request.here, 'paula')
  assert.match(page.text, /Publicación fallida/)
  assert.match(page.text, /El acervo ya no tiene un archivo de la solicitud\./)
  const english = await house.request(`/en${request.here}`, 'paula')
  assert.match(english.text, /The library no longer has one file of the request\./)
  assert.doesNotMatch(english.text, /El acervo ya no tiene/)
  assert.match((await house.request('/avisos', 'paula')).text, new RegExp(`${request.folio} no se pudo publicar`))
  await knock(house, request)
  assert.equal(await stateOf(house, request), 'publication-failed')
  await lose(null)
  await move(house, request, 'publish', 'paula')
  const mended = await house.request(request.here, 'paula')
  assert.doesNotMatch(mended.text, /El acervo ya no tiene/)
})
