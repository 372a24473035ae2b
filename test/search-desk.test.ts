import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refreshIndex } from '#commons/search'
import type { SearchTables } from '../src/commons/search/tables.ts'
import { type Furnished, openFurnished, type Who } from './support/furnished.ts'

const look = async (house: Furnished, who: Who, query: string) =>
  (await house.request(`/encontrar?q=${encodeURIComponent(query)}`, who)).text
const personOf = (page: string) => /href="(\/administrar\/personas\/\d+)"/.exec(page)?.[1]

test('whoever keeps the directory finds people, areas and posts, with or without accents', async (t) => {
  const house = await openFurnished(t)
  const areas = JSON.parse((await house.ask('GET', '/api/v1/areas', undefined)).text).items as {
    id: number
    acronym: string
  }[]
  const area = areas.find(({ acronym }) => acronym === 'PPP')?.id
  const post = {
    titleF: 'Subdirectora de Prerrogativas',
    titleM: 'Subdirector de Prerrogativas',
    titleEn: 'Deputy director',
  }
  const made = JSON.parse((await house.ask('POST', `/api/v1/areas/${area}/posts`, 'joel', post)).text) as {
    post: number
  }
  await refreshIndex(house.app)
  const person = personOf(await look(house, 'joel', 'ines corona'))
  assert.ok(person)
  assert.match(
    await look(house, 'joel', 'organizacion electoral'),
    /href="\/administrar\/areas\/\d+">OE Organización Electoral/,
  )
  assert.match(await look(house, 'joel', 'subdirector'), new RegExp(`href="/administrar/areas/${area}#cargos"`))

  const held = { person: Number(person.split('/').at(-1)), from: '2026-10-01' }
  assert.equal((await house.ask('POST', `/api/v1/posts/${made.post}/appointments`, 'joel', held)).status, 201)
  await refreshIndex(house.app)
  assert.match(await look(house, 'joel', 'subdirectora corona'), /Inés Corona Valdés[\s\S]*<mark>Subdirectora<\/mark>/)
})

test('whoever keeps the accounts finds them by name and by address; nobody else finds people or accounts', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  assert.match(await look(house, 'joel', 'oscar.tapia@iea.example'), /href="\/administrar\/cuentas\/\d+"/)
  for (const who of ['paula', 'daniela', 'teresa'] as const) {
    assert.doesNotMatch(await look(house, who, 'óscar tapia'), /\/administrar\/(cuentas|personas)\/\d/)
  }
  assert.doesNotMatch((await house.request('/buscar?q=tapia')).text, /Tapia Bermúdez/)
})

test('a person who was forgotten is found by nobody, under no name', async (t) => {
  const house = await openFurnished(t)
  await house.ask('POST', '/api/v1/people', 'joel', { givenNames: 'Eulalia', familyNames: 'Zubizarreta', gender: 'f' })
  await refreshIndex(house.app)
  const person = personOf(await look(house, 'joel', 'Zubizarreta'))
  assert.ok(person)
  assert.equal((await house.send(`${person}/suprimir`, 'joel', {})).status, 303)
  await refreshIndex(house.app)
  assert.equal(personOf(await look(house, 'joel', 'Zubizarreta')), undefined)
  const kept = await house.app.tables<SearchTables>().selectFrom('search.item').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(kept), /Zubizarreta/)
})

test('a new name of a person is the name of their account too', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  const person = personOf(await look(house, 'joel', 'Óscar Tapia')) as string
  await house.send(person, 'joel', {
    ...{
      givenNames: 'Óscar',
      familyNames: 'Quetzalcóatl',
      treatment: '',
      gender: 'm',
      email: 'oscar.tapia@iea.example',
    },
  })
  await refreshIndex(house.app)
  assert.match(await look(house, 'joel', 'quetzalcoatl'), /href="\/administrar\/cuentas\/\d+">Óscar Quetzalcóatl/)
})

test('the search box leads to the pages of the desk and to what may be begun there, and to no other', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  assert.match(
    await look(house, 'joel', 'cuenta'),
    /Ir a[\s\S]*href="\/administrar\/cuentas"[\s\S]*href="\/administrar\/cuentas\/nueva"/,
  )
  assert.match(await look(house, 'joel', 'abrir cuenta'), /href="\/administrar\/cuentas\/nueva"/)
  assert.match(await look(house, 'hugo', 'anunciar'), /href="\/portal\/transmisiones#nueva"/)
  assert.match(await look(house, 'daniela', 'nueva solicitud'), /href="\/solicitudes\/nueva"/)
  assert.match((await house.request('/en/encontrar?q=accounts', 'joel')).text, /Go to[\s\S]*\/administrar\/cuentas"/)
  assert.doesNotMatch(await look(house, 'daniela', 'cuentas'), /href="\/administrar\/cuentas/)
  assert.match(await look(house, 'daniela', ''), /href="\/solicitudes\/nueva"/)
})

test('a citizen is offered only kinds that citizens may find', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  const page = await house.request('/buscar?q=acta')
  assert.doesNotMatch(page.text, /tipo=(identity|directory|publications.request)/)
  assert.match(page.text, /tipo=publications.document/)
})
