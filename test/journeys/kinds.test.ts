import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFurnished } from '../support/furnished.ts'
import {
  addressOf,
  admit,
  approved,
  describe,
  fieldsOf,
  move,
  open,
  paper,
  published,
  reasonsIn,
  requestOf,
  saidAfter,
  sha256Of,
  stateOf,
  submitted,
  title,
  toldOf,
  upload,
} from '../support/journey.ts'

const newer = Buffer.concat([paper, Buffer.from('Segundo. Se agrega el cuadro.\n')])

test('from a request with a file to a public page that was checked from outside', async (t) => {
  const house = await openFurnished(t)
  const { here, address } = await published(house)
  const page = await house.request(address)
  assert.equal(page.status, 200)
  assert.match(page.text, new RegExp(`<h1[^>]*>${title}`))
  assert.match(page.text, new RegExp(sha256Of(paper).match(/.{8}/g)?.join(' ') ?? ''))
  const file = await house.request(`${address}/v/1/informe.txt`)
  assert.equal(sha256Of(file.text), sha256Of(paper))
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
  await house.work()
  assert.match((await house.request(here, 'daniela')).text, /Verificada desde fuera: 1 de 1 archivo idéntico/)
  assert.match((await house.request('/')).text, new RegExp(title))
})

test('the ledger tells each step of a publication, by whom, and under which fingerprint', async (t) => {
  const house = await openFurnished(t)
  const request = await published(house)
  await house.work()
  const told = (await toldOf(house, request)).filter(({ name }) => name !== 'checked')
  const [daniela, oscar, paula] = await Promise.all(
    (['daniela', 'oscar', 'paula'] as const).map(async (who) => (await house.actor(who)).id),
  )
  assert.deepEqual(
    told.map(({ name, actor }) => [name, actor]),
    [
      ['request-opened', daniela],
      ['file-attached', daniela],
      ['request-described', daniela],
      ['request-submitted', daniela],
      ['request-admitted', paula],
      ['request-approved', oscar],
      ['document-published', paula],
      ['publication-verified', house.app.steward.id],
    ],
  )
  const fingerprints = told.flatMap(({ data }) => data['fingerprint'] ?? [])
  assert.equal(fingerprints.length, 3)
  assert.equal(new Set(fingerprints).size, 1)
})

test('an update supersedes, and the former edition stays as it was under its number', async (t) => {
  const house = await openFurnished(t)
  const first = await published(house)
  const update = await open(house, { kind: 'update', document: first.key })
  const [file] = (await requestOf(house, update.folio)).files
  await upload(house, update, 'informe.txt', newer, { replaces: file?.file ?? 0 })
  await house.work()
  const said = { title: 'Informe trimestral corregido', changeNote: 'Agrega el cuadro de avances.' }
  await describe(house, update, said)
  await move(house, update, 'submit', 'daniela')
  await admit(house, update)
  await move(house, update, 'approve', 'oscar')
  assert.equal((await house.request(`${first.address}/informe.txt`)).text, paper.toString())
  await move(house, update, 'publish', 'paula')
  const current = await house.request(first.address)
  assert.match(current.text, /Informe trimestral corregido/)
  assert.match(current.text, /Agrega el cuadro de avances\./)
  const former = await house.request(`${first.address}/v/1`)
  assert.match(former.text, /<h1[^>]*>Informe trimestral de actividades/)
  assert.match(former.text, /Esta es una versión anterior/)
  assert.equal((await house.request(`${first.address}/v/1/informe.txt`)).text, paper.toString())
  assert.equal((await house.request(`${first.address}/v/2/informe.txt`)).text, newer.toString())
  assert.equal((await house.request(`${first.address}/v/3`)).status, 404)
  assert.equal(await stateOf(house, first), 'superseded')
  assert.ok(
    (await toldOf(house, first)).some(({ name, data }) => name === 'document-superseded' && data['number'] === 1),
  )
  const api = JSON.parse((await house.request(`/api/v1/documents/${first.key}`)).text)
  assert.deepEqual(
    api.versions.map(({ version }: { version: number }) => version),
    [2, 1],
  )
})

test('an edition that went live is changed by nobody, not even by whoever asked for it', async (t) => {
  const house = await openFurnished(t)
  const request = await published(house)
  const [file] = (await requestOf(house, request.folio)).files
  const base = `/en/api/v1/requests/${request.id}`
  const edits = [
    await house.ask('PATCH', base, 'daniela', { title: 'Otro título del informe' }),
    await house.ask('PATCH', `${base}/files/${file?.file}`, 'daniela', { name: 'otro.txt' }),
    await house.ask('DELETE', `${base}/files/${file?.file}`, 'daniela', {}),
  ]
  for (const edit of edits) {
    assert.equal(edit.status, 409)
    assert.deepEqual(reasonsIn(edit.text), ['The request is “Published”.'])
  }
  assert.match((await house.request(request.address)).text, /Informe trimestral de actividades/)
})

test('a correction of data makes a new edition with the same files', async (t) => {
  const house = await openFurnished(t)
  const first = await published(house)
  const correction = await approved(
    house,
    { kind: 'correct-metadata', document: first.key },
    { title: 'Informe de actividades del tercer trimestre' },
  )
  await move(house, correction, 'publish', 'paula')
  const page = await house.request(first.address)
  assert.match(page.text, /<h1[^>]*>Informe de actividades del tercer trimestre/)
  assert.match(page.text, /Versión 2/)
  assert.equal((await house.request(`${first.address}/informe.txt`)).text, paper.toString())
  assert.match((await house.request(`${first.address}/v/1`)).text, new RegExp(`<h1[^>]*>${title}`))
})

test('what is not new names the live document that it is about, and nothing else will do', async (t) => {
  const house = await openFurnished(t)
  const { here, ...live } = await published(house)
  const { area, document } = JSON.parse((await house.ask('GET', `/api/v1/requests/${live.folio}`, 'paula')).text)
  const asking = (kind: string, about?: number) =>
    house.ask('POST', '/en/api/v1/requests', 'daniela', { kind, area, title, ...(about ? { document: about } : {}) })
  for (const kind of ['update', 'withdraw', 'correct-metadata']) {
    assert.deepEqual(reasonsIn((await asking(kind)).text), ['The published document that this is about is missing.'])
  }
  await house.send(`${here}/retirar`, 'teresa', { reason: 'order-of-authority', reference: 'Expediente 1/2026' })
  for (const kind of ['update', 'withdraw', 'correct-metadata']) {
    const refused = await asking(kind, document)
    assert.equal(refused.status, 422, kind)
    assert.deepEqual(reasonsIn(refused.text), ['The document is no longer published.'])
  }
})

test('the files of a document taken down are not carried into the draft of another area', async (t) => {
  const house = await openFurnished(t)
  const live = await published(house)
  const { document } = await requestOf(house, live.folio)
  await house.send(`${live.here}/retirar`, 'teresa', { reason: 'order-of-authority', reference: 'Expediente 1/2026' })
  const page = await house.request('/solicitudes/nueva', 'ines')
  const area = Number(/<option value="(\d+)"[^>]*>ADM/.exec(page.text)?.[1])
  const opened = await house.ask('POST', '/api/v1/requests', 'ines', { kind: 'update', area, title, document })
  assert.equal(opened.status, 422)
})

test('something new never takes the place of a document that exists', async (t) => {
  const house = await openFurnished(t)
  const live = await published(house)
  const { document } = await requestOf(house, live.folio)
  const { address } = live
  const request = await submitted(house, { kind: 'publish', document: live.key, title: 'Otro informe' })
  assert.notEqual((await requestOf(house, request.folio)).document, document)
  await admit(house, request)
  await move(house, request, 'approve', 'oscar')
  await move(house, request, 'publish', 'paula')
  assert.match((await house.request(address)).text, new RegExp(`<h1[^>]*>${title}`))
  assert.notEqual((await addressOf(house, request)).address, address)
})

test('a request is repeated with its description and files, under a folio of its own', async (t) => {
  const house = await openFurnished(t)
  const first = await published(house)
  const sent = await house.send(`${first.here}/repetir`, 'daniela', {})
  const folio = /SP-\d{4}-\d{6}/.exec(sent.headers.get('location') ?? '')?.[0] ?? ''
  assert.notEqual(folio, first.folio)
  const again = { folio, here: `/solicitudes/${folio}`, id: (await requestOf(house, folio)).id }
  const { state, files, document, round } = await requestOf(house, folio)
  assert.deepEqual([state, document, round], ['draft', null, 0])
  assert.deepEqual(
    files.map(({ name, version }) => [name, version]),
    [['informe.txt', 1]],
  )
  const page = await house.request(again.here, 'daniela')
  assert.match(page.text, /Lo que el área hizo de julio a septiembre de 2026\./)
  assert.ok(fieldsOf(page.text, `${again.here}/datos`)['version'])
  assert.deepEqual(
    (await toldOf(house, again)).map(({ name }) => name),
    ['request-opened'],
  )
  assert.equal((await house.send(`${first.here}/repetir`, 'ines', {})).status, 404)
})

test('what changed is part of what is approved: a note changed after the approval voids it', async (t) => {
  const house = await openFurnished(t)
  const { key } = await published(house)
  const request = await approved(house, { kind: 'update', document: key }, { changeNote: 'Corrige una cifra.' })
  await describe(house, request, { changeNote: 'Corrige todas las cifras.' })
  assert.equal(await stateOf(house, request), 'in-review')
})

test('a withdrawal is told as one from its draft to its end, and never as a publication', async (t) => {
  const house = await openFurnished(t)
  const { key } = await published(house)
  const asks = { withdrawalReason: 'no-longer-in-force', withdrawalNote: 'Lo sustituye el informe anual.' }
  const request = await open(house, { kind: 'withdraw', document: key })
  const draft = await house.request(request.here, 'daniela')
  assert.match(draft.text, /Por qué se retira/)
  assert.doesNotMatch(draft.text, /Por qué se publica|No publicar antes/)
  assert.match(draft.text, /Falta decir con qué fundamento se retira\./, 'its ground is not that of the publication')
  await describe(house, request, asks)
  await move(house, request, 'submit', 'daniela')
  await admit(house, request)
  const review = await house.request(request.here, 'oscar')
  assert.match(review.text, /Aprobar el retiro/)
  assert.match(review.text, /Lo sustituye el informe anual\./)
  await move(house, request, 'approve', 'oscar')
  const ready = await house.request(request.here, 'paula')
  assert.match(ready.text, /<a class="btn btn--main" href="#publish"[^>]*>\s*Retirar\s*<\/a>/)
  assert.doesNotMatch(ready.text, /Publicar ahora/)
  assert.match((await house.request('/hoy', 'paula')).text, new RegExp(`Retirar lo que pide ${request.folio}`))
  assert.match((await house.request('/hoy', 'paula')).text, new RegExp(`Retiro de «${title}»`))
  await move(house, request, 'publish', 'paula')
  const done = await house.request(request.here, 'daniela')
  assert.match(done.text, new RegExp(`<h1[^>]*>Retiro de «${title}»`))
  assert.match(done.text, /Retirado/)
  assert.doesNotMatch(done.text, />Publicada</)
  assert.match((await house.request('/avisos', 'daniela')).text, /se cumplió: Retiro de «/)
  assert.match((await house.request('/solicitudes?vista=todas&tipo=withdraw', 'paula')).text, /Retirado/)
  const receipt = (await house.request(`${request.here}/acuse`, 'daniela')).text
  assert.match(receipt, /Ya no vigente[\s\S]*Lo sustituye el informe anual\./)
  assert.doesNotMatch(receipt, /id="archivos"/)
  assert.match((await house.request(`/en${request.here}`, 'paula')).text, /Withdrawal of “[\s\S]*Withdrawn/)
})

test('a correction of data is told as one', async (t) => {
  const house = await openFurnished(t)
  const { key } = await published(house)
  const request = await approved(house, { kind: 'correct-metadata', document: key }, { changeNote: 'El periodo.' })
  const ready = await house.request(request.here, 'paula')
  assert.match(ready.text, /Corregir ahora/)
  assert.doesNotMatch(ready.text, /Publicar ahora/)
  await move(house, request, 'publish', 'paula')
  const done = await house.request(request.here, 'paula')
  assert.match(done.text, /Corregido/)
  assert.match(done.text, /corrigió los datos, en la edición 2\./)
  assert.match(done.text, /Qué se corrige[\s\S]*El periodo\./)
})

test('whoever edits what was approved is told before whose approval falls, and after that it fell', async (t) => {
  const house = await openFurnished(t)
  const request = await approved(house)
  const before = await house.request(request.here, 'daniela')
  assert.match(before.text, /La aprobó Óscar[\s\S]*esa aprobación queda sin efecto/)
  const sent = await describe(house, request, { summary: 'Otro resumen.' })
  assert.match(await saidAfter(house, sent, request.here, 'daniela'), /la aprobación quedó sin efecto/)
  const after = await house.request(request.here, 'daniela')
  assert.match(after.text, /La había aprobado Óscar[\s\S]*se revisa otra vez/)
  assert.doesNotMatch((await house.request(request.here, 'oscar')).text, /queda sin efecto y la solicitud vuelve/)
  await move(house, request, 'approve', 'oscar')
  assert.doesNotMatch((await house.request(request.here, 'oscar')).text, /La había aprobado/)
})
