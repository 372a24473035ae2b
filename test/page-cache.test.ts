import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPageCache } from '#kernel/page-cache'
import { openFurnished } from './support/furnished.ts'

const page = '/documentos/contratos-celebrados-de-julio-a-septiembre-de-2026'

/** Counts the statements that the house sends to its database. */
function counting(app: { readonly db: unknown }) {
  const executor = (app.db as { getExecutor(): { executeQuery: (...given: never[]) => unknown } }).getExecutor()
  const before = executor.executeQuery.bind(executor)
  const counter = { queries: 0 }
  executor.executeQuery = (...given) => {
    counter.queries++
    return before(...given)
  }
  return counter
}

test('a visitor’s second look asks the database nothing, and a conditional one carries no page', async (t) => {
  const house = await openFurnished(t)
  const first = await house.request(page)
  const tag = first.headers.get('etag') ?? ''
  assert.ok(tag)
  const counter = counting(house.app)
  const second = await house.request(page)
  assert.equal(second.text, first.text)
  const third = await house.request(page, undefined, { headers: { 'if-none-match': tag } })
  assert.equal(third.status, 304)
  assert.equal(third.text, '')
  assert.equal(counter.queries, 0)
})

test('a decision of a module that faces the public renews its pages; one of another does not', async (t) => {
  const house = await openFurnished(t)
  await house.request(page)
  const version = house.app.pages.version()
  await house.send('/avisos/preferencia', 'oscar', { byMail: 'true' })
  assert.equal(house.app.pages.version(), version)
  await house.send('/portal/inicio/destacados', 'hugo', { titleEs: 'Consulta infantil', href: '/novedades' })
  assert.notEqual(house.app.pages.version(), version)
  assert.match((await house.request('/')).text, /Consulta infantil/)
})

test('the language is part of the address, and people who sign in are never served from what is kept', async (t) => {
  const house = await openFurnished(t)
  const spanish = await house.request(page)
  const english = await house.request(`/en${page}`)
  assert.match(spanish.text, /<html lang="es/)
  assert.match(english.text, /<html lang="en/)
  const mine = await house.request(page, 'paula')
  assert.equal(mine.headers.get('cache-control'), 'private, no-store')
  assert.equal(mine.headers.get('etag'), null)
})

test('another build, and what a module derives, are part of the version', () => {
  let derived = 'a'
  const versions = { of: () => '1', committed() {}, refresh: async () => {} }
  const facing = { name: 'x', needs: [], migrations: [], commands: [], facesPublic: () => derived }
  const clock = () => new Date('2026-10-16T16:00:00Z')
  const versionOf = (build: string) => openPageCache({ modules: [facing], versions, clock }, build).version()
  assert.notEqual(versionOf('uno'), versionOf('dos'))
  const before = versionOf('uno')
  derived = 'b'
  assert.notEqual(versionOf('uno'), before)
})

test('a page lasts a minute at the most, so that what the clock brings shows', async (t) => {
  const house = await openFurnished(t)
  await house.request('/')
  await house.send('/portal/avisos', 'hugo', {
    ...{ kind: 'emergency', textEs: 'Sede cerrada mañana', fromAt: '2026-10-16T10:12', untilAt: '2026-10-16T12:00' },
  })
  assert.doesNotMatch((await house.request('/')).text, /Sede cerrada mañana/)
  house.clock.set('2026-10-16T16:13:30Z')
  assert.match((await house.request('/')).text, /Sede cerrada mañana/)
})
