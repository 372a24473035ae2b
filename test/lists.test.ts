import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { type Furnished, openFurnished, type Who } from './support/furnished.ts'
import { reasonsOn, requestOf, stateOf, submitted, toldOf } from './support/journey.ts'

const headsOf = (html: string) =>
  [...(/<thead[\s\S]*?<\/thead>/.exec(html)?.[0] ?? '').matchAll(/<th [^>]*>([\s\S]*?)<\/th>/g)].map(([, head = '']) =>
    head.replaceAll(/<[^>]+>/g, ''),
  )
const foliosOf = (html: string) => [...html.matchAll(/<tr role="row" id="(SP-[\d-]+)"/g)].map(([, folio]) => folio)
const boxOf = async (house: Furnished, folio: string) => `${folio}.${(await requestOf(house, folio)).version}`

test('the columns of a list stand in its address, and its sheets bring those that are shown', async (t) => {
  const house = await openFurnished(t)
  const asked = '?vista=todas&columnas=folio&columnas=kind&columnas=submitted_at'
  const page = (await house.request(`/solicitudes${asked}`, 'paula')).text
  assert.deepEqual(headsOf(page).filter(Boolean), ['Folio', 'Qué se pide', 'Enviada'])
  assert.match(page, /href="\/solicitudes\.csv\?vista=todas&amp;columnas=folio\.kind\.submitted_at"/)
  assert.match(page, /<form class="pop" popover="auto" id="columnas" method="get" action="\/solicitudes"/)
  const csv = await house.request(`/solicitudes.csv${asked}`, 'paula')
  assert.match(csv.text, /^Folio,Qué se pide,Enviada\r\nSP-2026-\d{6},/)

  const book = await house.open('/solicitudes.xlsx?columnas=folio.submitted_at&vista=todas', 'paula')
  assert.match(book.headers.get('content-type') ?? '', /spreadsheetml/)
  assert.match(book.headers.get('content-disposition') ?? '', /solicitudes\.xlsx/)
  const parts = unzipSync(new Uint8Array(await book.arrayBuffer()))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array)
  assert.match(sheet, /Folio<.*Enviada<.*SP-2026-\d{6}<.*<c s="3"><v>46\d{3}\.\d+<\/v>/)
  assert.equal([...sheet.matchAll(/<row>/g)].length, csv.text.trim().split('\r\n').length)
})

test('lists of people, areas, accounts and documents are found, put in order and taken as sheets', async (t) => {
  const house = await openFurnished(t)
  for (const [list, who, found, lost] of [
    ['/administrar/cuentas', 'joel', 'oscar', 'nadie-asi'],
    ['/administrar/personas', 'joel', 'oscar', 'nadie-asi'],
    ['/administrar/areas', 'joel', 'informatica', 'nada-asi'],
    ['/solicitudes/documentos', 'paula', 'contratos', 'nada-asi'],
  ] as const) {
    assert.match((await house.request(`${list}?q=${found}`, who)).text, /data-rows/, list)
    assert.doesNotMatch((await house.request(`${list}?q=${lost}`, who)).text, /data-rows/, list)
    const [first, second] = await Promise.all(
      ['asc', 'desc'].map(async (way) => {
        const key = /orden=([a-z]+)/.exec((await house.request(list, who)).text)?.[1]
        return (await house.request(`${list}.csv?orden=${key}&sentido=${way}`, who)).text.split('\r\n')[1]
      }),
    )
    assert.notEqual(first, second, list)
    assert.equal((await house.request(`${list}.xlsx`, who)).status, 200, list)
    assert.equal((await house.request(`${list}.csv`, 'ines')).status, list.startsWith('/administrar') ? 403 : 200, list)
  }
})

const saved = { list: '/solicitudes', query: 'vista=todas&orden=title&columnas=folio.title' }
const keep = (house: Furnished, who: Who, fields: object) =>
  house.send('/cuenta/vistas', who, { ...saved, name: 'Por título', ...fields })

test('a view is a name for the address of a list: its owner finds it above the list, and nobody else', async (t) => {
  const house = await openFurnished(t)
  const list = (await house.request(`/solicitudes?${saved.query}`, 'paula')).text
  assert.match(list, /<dialog id="guardar-vista"[\s\S]*name="query" value="columnas=folio.title&amp;orden=title/)
  for (const path of ['/solicitudes', '/solicitudes?vista=todas']) {
    assert.doesNotMatch((await house.request(path, 'paula')).text, /guardar-vista/, 'what has a name of its own')
  }

  const kept = await keep(house, 'paula', {})
  assert.equal(kept.status, 303, kept.text)
  assert.equal(kept.headers.get('location'), `/solicitudes?${saved.query}`)
  const view = /<a href="([^"]*)" aria-current="page">\s*Por título/.exec(
    (await house.request(`/solicitudes?${saved.query}`, 'paula')).text,
  )
  assert.equal(view?.[1]?.replaceAll('&amp;', '&'), `/solicitudes?${saved.query}`)
  assert.doesNotMatch((await house.request('/solicitudes', 'oscar')).text, /Por título/)
  assert.doesNotMatch((await house.request('/solicitudes/documentos', 'paula')).text, /Por título/)

  assert.equal((await keep(house, 'paula', { query: 'vista=mias' })).status, 303)
  const { items } = JSON.parse((await house.ask('GET', '/api/v1/own/views', 'paula')).text)
  assert.deepEqual(
    items.map(({ name, query }: { name: string; query: string }) => [name, query]),
    [['Por título', 'vista=mias']],
    'the same name is written over',
  )
  assert.equal((await house.send(`/cuenta/vistas/${items[0].id}/quitar`, 'oscar', {})).status, 404)
  assert.equal((await house.send(`/cuenta/vistas/${items[0].id}/quitar`, 'paula', {})).status, 303)
  assert.doesNotMatch((await house.request('/cuenta/vistas', 'paula')).text, /Por título/)
})

test('a view leads only into this house, has a name, and there are a dozen of a list at the most', async (t) => {
  const house = await openFurnished(t)
  for (const list of ['//evil.example', 'https://evil.example', '/\\evil', '/a?b', '']) {
    assert.equal((await keep(house, 'paula', { list })).status, 422, list)
  }
  const unnamed = await keep(house, 'paula', { name: ' ' })
  assert.equal(unnamed.status, 422)
  assert.match(unnamed.text, /name="query" value="vista=todas&amp;orden=title/)
  for (let each = 1; each <= 12; each++)
    assert.equal((await keep(house, 'paula', { name: `Vista ${each}` })).status, 303)
  assert.equal((await keep(house, 'paula', { name: 'Vista 13' })).status, 422)
  assert.equal((await keep(house, 'paula', { name: 'Vista 12' })).status, 303)
})

test('no word of a view stands in the ledger, and its owner takes it along when forgotten', async (t) => {
  const house = await openFurnished(t)
  await keep(house, 'daniela', { name: 'Caso de Fulano', query: 'q=Fulano+de+Tal' })
  const leaves = await house.app.db.selectFrom('kernel.entry').select('leaf').execute()
  assert.ok(leaves.some(({ leaf }) => leaf.includes('identity.view-kept')))
  assert.ok(leaves.every(({ leaf }) => !leaf.includes('Fulano')))
  const email = (await house.ask('GET', '/api/v1/own', 'daniela')).text
  const people = JSON.parse((await house.ask('GET', '/api/v1/people?limit=100', 'joel')).text).items
  const person = people.find((each: { email: string }) => each.email === JSON.parse(email).email)
  assert.equal((await house.ask('DELETE', `/api/v1/people/${person.id}`, 'joel', {})).status, 200)
  await house.work()
  const views = house.app.tables<{ 'identity.saved_view': { name: string } }>().selectFrom('identity.saved_view')
  assert.deepEqual(await views.select('name').execute(), [])
})

test('several requests are admitted at once, each by its own command, and the page says how many', async (t) => {
  const house = await openFurnished(t)
  const [one, two] = [await submitted(house), await submitted(house, { title: 'Otro informe' })]
  const list = (await house.request('/solicitudes?estado=submitted', 'paula')).text
  for (const { folio } of [one, two]) assert.ok(list.includes(`value="${await boxOf(house, folio)}"`))
  assert.doesNotMatch((await house.request('/solicitudes', 'daniela')).text, /data-pick/)

  const reviewer = (await house.actor('oscar')).id
  const chosen = [await boxOf(house, one.folio), await boxOf(house, two.folio)]
  const sent = await house.send('/solicitudes/elegidas?estado=submitted', 'paula', { deed: 'admit', reviewer, chosen })
  assert.equal(sent.status, 303, reasonsOn(sent.text).join(' '))
  assert.equal(sent.headers.get('location'), '/solicitudes?estado=submitted')
  const cookie = `${await house.cookieOf('paula')}; ${sent.headers.get('set-cookie')?.split(';')[0]}`
  const next = await house.request('/solicitudes', undefined, { headers: { cookie } })
  assert.match(next.text, /Admitió 2 solicitudes y asignó su revisión\./)
  for (const request of [one, two]) {
    assert.equal(await stateOf(house, request), 'in-review')
    assert.ok((await toldOf(house, request)).some(({ name }) => name === 'request-admitted'))
  }
})

test('what cannot be done with one is said by its folio, and the others are done', async (t) => {
  const house = await openFurnished(t)
  const [fine, moved] = [await submitted(house), await submitted(house, { title: 'Otro informe' })]
  const reviewer = (await house.actor('oscar')).id
  const chosen = [await boxOf(house, fine.folio), `${moved.folio}.0`, 'SP-1999-000001.1']
  const sent = await house.send('/solicitudes/elegidas', 'paula', { deed: 'admit', reviewer, chosen })
  assert.equal(sent.status, 409)
  assert.match(sent.text, /Se hizo con 1; con 2 no/)
  const [stale = '', unknown = ''] = reasonsOn(sent.text)
  assert.match(stale, new RegExp(`^${moved.folio}: .*cambió`))
  assert.match(unknown, /^SP-1999-000001: /)
  assert.match(sent.text, new RegExp(`value="${await boxOf(house, moved.folio)}"[^>]*checked`), 'it stays chosen')
  assert.equal(await stateOf(house, fine), 'in-review')
  assert.equal(await stateOf(house, moved), 'submitted')
})

test('nothing chosen, no reviewer and no grant are said once', async (t) => {
  const house = await openFurnished(t)
  const none = await house.send('/solicitudes/elegidas', 'paula', { deed: 'admit' })
  assert.equal(none.status, 422)
  assert.deepEqual(reasonsOn(none.text).toSorted(), [
    'Elija a quien la revisará.',
    'Elija al menos una solicitud de la lista.',
  ])
  const { folio } = await submitted(house)
  const fields = { deed: 'admit', reviewer: (await house.actor('oscar')).id, chosen: await boxOf(house, folio) }
  assert.equal((await house.send('/solicitudes/elegidas', 'daniela', fields)).status, 403)
  assert.equal((await house.send('/solicitudes/elegidas', 'paula', { ...fields, deed: 'toString' })).status, 409)
  assert.ok(foliosOf((await house.request('/solicitudes?estado=submitted', 'paula')).text).includes(folio))
})
