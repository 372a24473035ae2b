import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refreshIndex } from '#commons/search'
import { openFurnished } from './support/furnished.ts'

const titles = (html: string) => [...html.matchAll(/<p class="t"><a href="([^"]+)"/g)].map(([, href]) => href)

test('a citizen finds a document by its words, whatever their accents and number', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  for (const query of ['remuneraciones trimestre', 'remuneracion', 'REMUNERACIÓN']) {
    const found = await house.request(`/buscar?q=${encodeURIComponent(query)}`)
    assert.equal(found.status, 200)
    assert.ok(titles(found.text).includes('/documentos/remuneraciones-del-tercer-trimestre-de-2026'), query)
  }
})

test('what lies inside a published file is found and shown with its words marked', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  const found = await house.request('/buscar?q=observancia+general')
  assert.match(found.text, /<mark>observancia<\/mark>/)
})

test('a word mistyped leads to what is like it', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  const found = await house.request('/buscar?q=remunerasiones')
  assert.match(found.text, /Esto se parece/)
  assert.match(found.text, /remuneraciones-del-tercer-trimestre/)
})

test('a visitor never finds a request, an internal document or what was withdrawn', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  assert.doesNotMatch((await house.request('/buscar?q=SP-2026-000003')).text, /solicitudes\/SP/)
  assert.doesNotMatch((await house.request('/buscar?q=vacaciones')).text, /formato-de-solicitud-de-vacaciones/)
  assert.match((await house.request('/buscar?q=vacaciones', 'ines')).text, /formato-de-solicitud-de-vacaciones/)
  assert.doesNotMatch((await house.request('/buscar?q=segundo+trimestre')).text, /segundo-trimestre-de-2026/)
  const page = await house.request('/solicitudes/SP-2026-000007', 'teresa')
  assert.equal(page.status, 200)
  await house.send('/solicitudes/SP-2026-000007/retirar', 'teresa', {
    ...{ reason: 'order-of-authority', reference: 'Expediente 9/2026' },
  })
  await refreshIndex(house.app)
  assert.doesNotMatch((await house.request('/buscar?q=contratos')).text, /contratos-celebrados/)
})

test('somebody of the desk finds only the requests that their areas reach, and a whole folio leads to its record', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  const own = await house.request('/encontrar?q=SP-2026-000003', 'daniela')
  assert.equal(own.headers.get('location'), '/solicitudes/SP-2026-000003')
  const others = await house.request('/encontrar?q=SP-2026-000003', 'ines')
  assert.equal(others.status, 200)
  assert.doesNotMatch(others.text, /solicitudes\/SP-2026-000003"/)
})
