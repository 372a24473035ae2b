import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refreshIndex } from '#commons/search'
import { type Furnished, openFurnished } from './support/furnished.ts'

const titles = (html: string) => [...html.matchAll(/<p class="t"><a href="([^"]+)"/g)].map(([, href]) => href)

/** How many things, and which of them first. */
async function count(house: Furnished, query: string) {
  const { text } = await house.request(`/buscar?q=${encodeURIComponent(query)}`)
  return {
    total: Number(/<h1>(?:(\d+)|Un) resultados?/.exec(text)?.[1] ?? (text.includes('<h1>Un ') ? 1 : 0)),
    found: titles(text),
  }
}

test('a citizen finds a document by its words, whatever their accents and number', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  const { total } = await count(house, 'acta')
  assert.ok(total >= 5)
  for (const query of ['actas', 'ACTAS', 'Áctas'])
    assert.deepEqual(await count(house, query), await count(house, 'acta'))
  assert.deepEqual(await count(house, 'obras'), await count(house, 'obra'))
  assert.ok((await count(house, 'obra')).total > 0)
  for (const query of ['acuerdo', 'acuerdos'])
    assert.deepEqual(await count(house, query), await count(house, 'acuerdo'))
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

test('a word mistyped is taken for the nearest one, and the page says so; what is like nothing finds nothing', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  for (const [query, meant] of [
    ['remunerasiones', 'remuneraciones'],
    ['conbocatorias', 'convocatorias'],
    ['atcas', 'actas'],
  ]) {
    const found = await house.request(`/buscar?q=${query}`)
    assert.match(found.text, new RegExp(`Se buscó en su lugar «${meant}»`))
    assert.ok(titles(found.text).length > 0, query)
  }
  for (const query of ['elefantes', 'SP-2026-999999', 'xyzzy 2026']) {
    const found = await house.request(`/buscar?q=${query}`)
    assert.match(found.text, /<h1>Nada encontrado/)
    assert.deepEqual(titles(found.text), [], query)
  }
})

test('the folio under which a thing was asked for, and the agreement it stands on, find it', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  const criteria = '/documentos/criterios-para-la-publicacion-de-elementos-alusivos-en-fechas'
  const acta = '/documentos/acta-de-la-sesion-ordinaria-del-consejo-agosto-de-2026'
  for (const query of ['SP-2026-000005', 'sp-2026-5']) {
    assert.deepEqual((await count(house, query)).found, [acta], query)
  }
  for (const query of ['CGPE/ORD/02/2026/A05', 'Acuerdo A05', 'ORD/02/2026']) {
    assert.deepEqual((await count(house, query)).found, [criteria], query)
  }
})

test('the tabs of a citizen offer the kinds that were found, with how many, and a section has no date', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  const { text } = await house.request('/buscar?q=acta')
  assert.match(text, /Documentos <span class="num">\d+<\/span>/)
  assert.doesNotMatch(text, /Solicitud|Páginas|1969|1970/)
  assert.match(text, /<li><div><p class="t"><a href="\/acuerdos-y-normatividad\/actas-y-minutas"/)
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

test('in English what has an English title goes by it, and is found by it', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  const found = await house.request('/en/buscar?q=transparency')
  assert.match(found.text, /<a href="\/en\/transparencia">Transparency<\/a>/)
  assert.match((await house.request('/buscar?q=transparencia')).text, /<a href="\/transparencia">Transparencia<\/a>/)
})
