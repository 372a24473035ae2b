import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refreshIndex } from '#commons/search'
import { type Furnished, openFurnished, type Who } from '../support/furnished.ts'
import {
  approved,
  describe,
  move,
  open,
  optionNamed,
  published,
  sha256Of,
  upload,
  type Walked,
} from '../support/journey.ts'

// What is not public, and nobody of its area, is reached by no route: each is knocked on, and none may even say its name.

const secret = 'Inventario reservado de bodegas'
const bytes = Buffer.from('Bodega 7: xilofagosis en la tarima. Solo para el area.\n')
const key = 'inventario-reservado-de-bodegas'
const word = 'xilofagosis'

type Stage = (house: Furnished) => Promise<Walked>

const drafted: Stage = async (house) => {
  const request = await open(house, { title: secret })
  await upload(house, request, 'bodegas.txt', bytes)
  await house.work()
  await describe(house, request, { title: secret, summary: `Resumen con ${word}.` })
  return request
}
const sent: Stage = async (house) => {
  const request = await drafted(house)
  await move(house, request, 'submit', 'daniela')
  await move(house, request, 'admit', 'paula', { reviewer: (await house.actor('oscar')).id })
  await move(house, request, 'approve', 'oscar')
  return request
}
const scheduled: Stage = async (house) => {
  const request = await sent(house)
  await move(house, request, 'schedule', 'paula', { at: '2026-12-01T12:00' })
  return request
}
const live: Stage = async (house) => {
  const request = await sent(house)
  await move(house, request, 'publish', 'paula')
  await house.work()
  return request
}
const withdrawn: Stage = async (house) => {
  const request = await live(house)
  const order = { reason: 'order-of-authority', reference: 'Expediente 1/2026' }
  await move(house, request, 'retirar', 'teresa', order)
  return request
}

/** Every address by which somebody could try to reach the file or its words. */
async function routesTo(house: Furnished, request: Walked): Promise<readonly string[]> {
  const page = await house.request(request.here, 'daniela')
  const row = /\/archivos\/(\d+)"/.exec(page.text)?.[1]
  assert.ok(row)
  const sha256 = sha256Of(bytes)
  return [
    ...['', '/v/1', '/bodegas.txt', '/v/1/bodegas.txt', '/v/1/prueba.json', '/cita.bib', '/cita.ris'].map(
      (part) => `/documentos/${key}${part}`,
    ),
    ...['', '/acuse', `/archivos/${row}`].map((part) => `${request.here}${part}`),
    `/archivos/${sha256}`,
    `/api/v1/documents/${key}`,
    '/api/v1/documents?limit=200',
    `/api/v1/requests/${request.id}`,
    `/api/v1/requests/${request.folio}`,
    '/api/v1/requests?limit=200',
    `/api/v1/requests?q=inventario`,
    `/api/v1/search?q=${word}`,
    '/api/v1/search?q=inventario+reservado',
    `/buscar?q=${word}`,
    '/buscar?q=inventario+reservado',
    `/encontrar?q=${word}`,
    '/encontrar?q=inventario+reservado',
    `/encontrar?q=${request.folio}`,
    '/solicitudes?vista=todas',
    '/solicitudes?q=inventario&vista=todas',
    '/solicitudes.csv?vista=todas',
    '/solicitudes?vista=todas&orden=title',
    '/hoy',
    '/avisos',
    ...[
      '/',
      '/novedades',
      '/novedades.atom',
      '/mapa-del-sitio',
      '/mapa-1.xml',
      '/transparencia',
      '/transparencia.atom',
    ],
  ]
}

async function mustNotReach(house: Furnished, request: Walked, strangers: readonly (Who | undefined)[]) {
  await refreshIndex(house.app)
  const routes = await routesTo(house, request)
  for (const who of strangers) {
    for (const route of routes.flatMap((path) => [path, `/en${path}`])) {
      const { text, status, headers } = await house.request(route, who)
      const said = `${who ?? 'a visitor'} at ${route} was answered ${status}`
      assert.doesNotMatch(text, /reservado de bodegas|xilofagosis en la tarima|Resumen con/i, said)
      assert.doesNotMatch(headers.get('location') ?? '', /^(?:\/en)?\/solicitudes\/SP/, said)
      if (route.includes('/documentos/') || route.includes('/archivos/')) assert.notEqual(status, 200, said)
    }
  }
}

for (const [name, stage] of Object.entries({ drafted, approved: sent, scheduled, withdrawn })) {
  test(`what is ${name} is reached by no visitor and by no liaison of another area`, async (t) => {
    const house = await openFurnished(t)
    const request = await stage(house)
    await mustNotReach(house, request, [undefined, 'ines'])
  })
}

test('the addresses that are shut to strangers open when the document is live', async (t) => {
  const house = await openFurnished(t)
  const request = await live(house)
  await refreshIndex(house.app)
  const says = async (path: string) => (await house.request(path)).text
  for (const path of [
    `/buscar?q=${word}`,
    '/novedades',
    '/novedades.atom',
    '/api/v1/documents',
    `/api/v1/documents/${key}`,
  ])
    assert.match(await says(path), new RegExp(secret), path)
  assert.equal(await says(`/documentos/${key}/bodegas.txt`), bytes.toString())
  assert.match(await says(`/documentos/${key}/cita.bib`), /title = \{\{Inventario reservado de bodegas\}\}/)
  assert.match(await says(`/documentos/${key}/cita.ris`), /TI {2}- Inventario reservado de bodegas/)
  assert.match((await house.request('/solicitudes.csv?vista=todas', 'daniela')).text, new RegExp(secret))
  assert.doesNotMatch((await house.request('/solicitudes.csv?vista=todas', 'ines')).text, new RegExp(request.folio))
})

test('what is of the intranet does not exist for visitors, by any route', async (t) => {
  const house = await openFurnished(t)
  const request = await open(house, { title: secret, portal: 'intranet' })
  await upload(house, request, 'bodegas.txt', bytes)
  await house.work()
  const form = await house.request(request.here, 'daniela')
  const section = optionNamed(form.text, 'Para el personal')
  await describe(house, request, { title: secret, summary: `Resumen con ${word}.`, section })
  await move(house, request, 'submit', 'daniela')
  await move(house, request, 'admit', 'paula', { reviewer: (await house.actor('oscar')).id })
  await move(house, request, 'approve', 'oscar')
  await move(house, request, 'publish', 'paula')
  await house.work()
  assert.equal((await house.request(`/documentos/${key}/bodegas.txt`, 'ines')).text, bytes.toString())
  assert.match((await house.request(request.here, 'daniela')).text, /1 de 1 archivo idéntico/)
  await mustNotReach(house, request, [undefined])
})

test('an update stays in the portal of its document, whatever its form asks', async (t) => {
  const house = await openFurnished(t)
  const { key: live } = await published(house)
  const request = await open(house, { kind: 'update', document: live, portal: 'intranet' })
  const { portal } = JSON.parse((await house.ask('GET', `/api/v1/requests/${request.folio}`, 'daniela')).text)
  assert.equal(portal, 'internet')
})

test('the bell of the desk rings for nobody who has not signed in', async (t) => {
  const house = await openFurnished(t)
  const request = await approved(house)
  for (const topic of [`publications.request-${request.id}`, 'publications.requests', 'ledger', 'public.x,ledger']) {
    assert.equal((await house.request(`/vivo?temas=${topic}`)).status, 303, topic)
  }
})

test('what is for everybody is not filed in a section that only the house sees', async (t) => {
  const house = await openFurnished(t)
  const request = await drafted(house)
  const listed = await house.ask('GET', '/api/v1/requests?q=vacaciones', 'paula')
  const section = JSON.parse(listed.text).items[0].section
  const change = { title: secret, section }
  const refused = await house.ask('PATCH', `/api/v1/requests/${request.id}`, 'daniela', change)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Esa sección solo se ve en la intranet\./)
})
