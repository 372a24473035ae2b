import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import { faultsOf, reasonsOf, walking } from '../support/walk.ts'

/** Two updates of one document, begun from its first edition; the first of them went live. */
async function twoAtOnce(house: Furnished, kind: 'update' | 'correct-metadata' = 'update') {
  const walk = walking(house)
  const first = await walk.published()
  const late = await walk.open({ kind, document: first.document, title: 'Informe, segunda solicitud' })
  const early = await walk.open({ kind: 'update', document: first.document, title: 'Informe, primera solicitud' })
  const [file] = (await walk.tell(early)).files
  await walk.attach(early, 'informe.txt', 'Primero. Otra cifra.\n', file?.file)
  return { walk, first, early: await walk.admit(early), late }
}
const overtaken =
  'Se preparó sobre la edición 1 y ya está publicada la 2. El área debe ver qué cambió y decidir sobre cuál va.'
const hereOf = async (walk: ReturnType<typeof walking>, id: number) => `/solicitudes/${(await walk.tell(id)).folio}`
const overtakenIn = async (house: Furnished, id: number) =>
  JSON.parse((await house.ask('GET', `/api/v1/requests/${id}`, 'paula')).text).overtaken

test('an update approved on what another replaced since is not published, and says why', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, early, late } = await twoAtOnce(house)
  await walk.admit(late)
  await walk.step(late, 'oscar', '/approval')
  await house.work()
  assert.equal(await overtakenIn(house, late), null)
  await walk.publish(early)
  assert.deepEqual(reasonsOf(await walk.attempt(late, 'paula', '/publication')), [overtaken])
  const at = new Date(house.clock().getTime() + 3_600_000).toISOString()
  assert.deepEqual(reasonsOf(await walk.attempt(late, 'paula', '/schedule', { at }, 'PUT')), [overtaken])
  assert.match((await house.request(first.address)).text, /<h1[^>]*>Informe, primera solicitud/)
})

test('the record says it as soon as it is so: another under way, then what the other changed', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, early, late } = await twoAtOnce(house)
  const [here, other] = [await hereOf(walk, late), await hereOf(walk, early)]
  const before = await house.request(here, 'daniela')
  assert.match(before.text, new RegExp(`Hay otra solicitud en curso sobre este documento:[\\s\\S]*href="${other}"`))
  assert.doesNotMatch(before.text, /Qué cambió<\/b>/)
  await walk.publish(early)
  const page = await house.request(here, 'daniela')
  assert.match(page.text, /Esta solicitud se empezó sobre la edición 1\. Mientras tanto se publicó la 2/)
  assert.match(page.text, /Cambió el título\./)
  assert.match(page.text, /Un archivo tiene otro contenido: informe\.txt\./)
  assert.match(page.text, new RegExp(`href="${first.address}/v/2">Ver la edición 2`))
  assert.match(page.text, /Confirmar que va sobre la edición 2[\s\S]*Tomar otra vez su contenido/)
  assert.match((await house.request(here, 'paula')).text, /Lo decide su área\./)
  assert.match((await house.request(`/en${here}`, 'daniela')).text, /begun from edition 1\. Meanwhile edition 2/)
  assert.deepEqual(await overtakenIn(house, late), {
    ...{ begun: 1, live: 2, fields: ['title'], added: [], removed: [], replaced: ['informe.txt'] },
  })
  assert.deepEqual(reasonsOf(await walk.attempt(late, 'daniela', '/submission')), [overtaken])
})

test('its area may confirm that it stands on the newer edition: what was approved is reviewed again', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, early, late } = await twoAtOnce(house)
  await walk.admit(late)
  await walk.step(late, 'oscar', '/approval')
  await walk.publish(early)
  const here = await hereOf(walk, late)
  assert.equal(
    (await house.send(`${here}/edicion`, 'daniela', { edition: '1' })).status,
    409,
    'what was seen is not live',
  )
  assert.equal((await house.send(`${here}/edicion`, 'ines', { edition: '2' })).status, 404)
  assert.equal((await house.send(`${here}/edicion`, 'daniela', { edition: '2' })).status, 303)
  assert.equal((await walk.tell(late)).state, 'in-review')
  const told = (await walk.history(late)).map(({ name }) => name)
  assert.deepEqual(told.slice(-2), ['basis-confirmed', 'approval-voided'])
  assert.match((await house.request(here, 'paula')).text, /Ya no va sobre la edición que vio quien aprobó/)
  await walk.publish(late)
  assert.match((await house.request(first.address)).text, /<h1[^>]*>Informe, segunda solicitud/)
  assert.equal(await (await house.request(`${first.address}/informe.txt`)).text, 'Primero. Todo bien.\n')
  assert.deepEqual(await faultsOf(house, 'publications'), [])
})

test('or take the content again: then it holds what the newer edition holds', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, early, late } = await twoAtOnce(house)
  const [own] = (await walk.tell(late)).files
  await walk.attach(late, 'informe.txt', 'Primero. Una cifra más.\n', own?.file)
  await walk.attach(late, 'anexo.txt', 'Anexo.\n')
  await walk.publish(early)
  const here = await hereOf(walk, late)
  assert.equal((await house.send(`${here}/contenido`, 'daniela', { edition: '2' })).status, 303)
  const told = await walk.tell(late)
  const live = (await walk.tell(early)).files
  assert.deepEqual(
    told.files.map(({ file, sha256 }) => [file, sha256]),
    live.map(({ file, sha256 }) => [file, sha256]),
  )
  assert.match((await house.request(here, 'daniela')).text, /value="Informe, primera solicitud"/)
  assert.equal(await overtakenIn(house, late), null)
  await walk.describe(late, { title: 'Informe, segunda solicitud' })
  await walk.publish(await walk.admit(late))
  assert.equal((await house.request(`${first.address}/informe.txt`)).text, 'Primero. Otra cifra.\n')
  assert.deepEqual(await faultsOf(house, 'publications'), [])
})

test('an edition that came back as it was is still what a request was begun from', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published()
  const late = await walk.admitted({ kind: 'update', document: first.document })
  const urgent = await walk.admitted({ kind: 'update', document: first.document, title: 'Informe con prisa' })
  await walk.step(urgent, 'paula', '/urgent-publication', { reason: 'Hay que avisar antes de que abra.' })
  assert.deepEqual(reasonsOf(await walk.attempt(late, 'oscar', '/approval')), [overtaken])
  await walk.step(urgent, 'mariana', '/objection', { reason: 'Nadie del área la autorizó.' })
  assert.equal(await overtakenIn(house, late), null)
  await walk.publish(late)
})

test('what the clock would publish over a newer edition it does not', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, early, late } = await twoAtOnce(house)
  await walk.admit(late)
  await walk.step(late, 'oscar', '/approval')
  await house.work()
  const at = new Date(house.clock().getTime() + 3_600_000).toISOString()
  await walk.step(late, 'paula', '/schedule', { at }, 'PUT')
  await walk.publish(early)
  house.clock.pass(3_700_000)
  await house.work()
  assert.equal((await walk.tell(late)).state, 'scheduled')
  assert.match((await house.request(first.address)).text, /<h1[^>]*>Informe, primera solicitud/)
  assert.match((await house.request(await hereOf(walk, late), 'paula')).text, /ya está publicada la 2/)
})

const fixed =
  'Una corrección de datos deja los archivos de la edición vigente. Para cambiarlos, pida una actualización.'

test('a correction of data takes no file, lets none go, and says what to ask instead', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published()
  const correction = await walk.open({ kind: 'correct-metadata', document: first.document })
  const [file] = (await walk.tell(correction)).files
  const sha256 = await walk.send('daniela', 'otro.txt', 'Otro.\n')
  const said = (text: string) => JSON.parse(text).detail ?? JSON.parse(text).title
  for (const body of [
    { sha256, name: 'otro.txt' },
    { sha256, name: 'otro.txt', replaces: file?.file },
  ]) {
    const refused = await walk.attempt(correction, 'daniela', '/files', body)
    assert.equal(refused.status, 422)
    assert.ok(refused.text.includes(fixed), said(refused.text))
  }
  const gone = await walk.attempt(correction, 'daniela', `/files/${file?.file}`, {}, 'DELETE')
  assert.equal(gone.status, 422)
  const renamed = await walk.attempt(
    correction,
    'daniela',
    `/files/${file?.file}`,
    { name: 'informe-anual.txt' },
    'PATCH',
  )
  assert.equal(renamed.status, 200)
  const here = await hereOf(walk, correction)
  const page = await house.request(here, 'daniela')
  assert.match(
    page.text,
    /deja los archivos de la edición vigente\.[\s\S]*tipo=update&amp;documento=[\s\S]*Pedir una actualización/,
  )
  assert.doesNotMatch(page.text, /Subir otra versión|>Quitar<|type="file"/)
  const form = new FormData()
  form.append('files', new File(['Otro más.'], 'otro.txt'))
  const sent = await house.request(`${here}/archivos`, 'daniela', { method: 'POST', body: form })
  assert.equal(sent.status, 422)
  assert.ok(sent.text.includes(fixed))
  const begun = await house.request(`${here}/subidas`, 'daniela', { method: 'POST', headers: { 'upload-length': '9' } })
  assert.ok(begun.status >= 400, `it answered ${begun.status}`)
  await walk.publish(await walk.admit(correction))
  assert.equal((await house.request(`${first.address}/informe-anual.txt`)).text, 'Primero. Todo bien.\n')
})

test('nor is one sent with other files, however they came into it', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published()
  const correction = await walk.open({ kind: 'correct-metadata', document: first.document })
  await house.app.db
    .updateTable('publications.draft_file' as never)
    .set({ sha256: 'a'.repeat(64) } as never)
    .where('request_id' as never, '=', correction as never)
    .execute()
  assert.ok(reasonsOf(await walk.attempt(correction, 'daniela', '/submission')).includes(fixed))
})

test('a correction that was overtaken keeps its data and takes the files of the newer edition', async (t) => {
  const house = await openFurnished(t)
  const { walk, first, early, late } = await twoAtOnce(house, 'correct-metadata')
  await walk.publish(early)
  assert.deepEqual(reasonsOf(await walk.attempt(late, 'daniela', '/submission')), [overtaken])
  await walk.step(late, 'daniela', '/basis', { edition: 2 }, 'PUT')
  await walk.publish(await walk.admit(late))
  assert.match((await house.request(first.address)).text, /<h1[^>]*>Informe, segunda solicitud/)
  assert.equal((await house.request(`${first.address}/informe.txt`)).text, 'Primero. Otra cifra.\n')
})
