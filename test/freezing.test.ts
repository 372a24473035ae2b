import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '#kernel/perform'
import { type Furnished, openFurnished, seen } from './support/furnished.ts'

// Windows of restriction: what the law says is not published while they last.

const at = '/administrar/ventanas-de-restriccion'
const basis = 'LGIPE, artículo 209.1'
const sectionNamed = async (house: Furnished, title: string) =>
  new RegExp(`<option value="(\\d+)"[^>]*>[— ]*${title}`).exec((await house.request(at, 'mariana')).text)?.[1] ?? ''

/** From noon of today until Monday, wherever it is asked. */
const freeze = (house: Furnished, more: Readonly<Record<string, string | readonly string[]>> = {}) =>
  house.send(at, 'mariana', { from: '2026-10-16T09:00', until: '2026-10-19T00:00', basis, ...more })

/** Approved, for transparency, of the section of contracts. */
const approved = '/solicitudes/SP-2026-000008'
/** Under review, of the section of parties. */
const reviewed = '/solicitudes/SP-2026-000003'

test('inside a window nothing is published, by hand or urgently, and the refusal names it and its basis', async (t) => {
  const house = await openFurnished(t)
  assert.equal((await freeze(house)).status, 303)
  const refused = await house.send(`${approved}/publish`, 'paula', {})
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Hasta el 19 de octubre de 2026, 00:00 h no se publica ahí: LGIPE, artículo 209\.1\./)
  assert.match(
    (await house.request(`/en${approved}`, 'paula')).text,
    /Nothing is published there until 19 October 2026/,
  )
  const urgent = await house.send(`${reviewed}/publish-urgently`, 'paula', { reason: 'Hay que avisar hoy mismo.' })
  assert.equal(urgent.status, 422)
  assert.match(urgent.text, /LGIPE, artículo 209\.1/)
  const inside = await house.send(`${approved}/schedule`, 'paula', { at: '2026-10-18T12:00' })
  assert.match(inside.text, /LGIPE, artículo 209\.1/)
  assert.equal((await house.send(`${approved}/schedule`, 'paula', { at: '2026-10-19T00:00' })).status, 303)
})

test('a ground that a window excepts is published, also urgently', async (t) => {
  const house = await openFurnished(t)
  await freeze(house, { exceptions: ['transparency-obligation', 'other'] })
  assert.equal((await house.send(`${approved}/publish`, 'paula', {})).status, 303)
  const urgent = await house.send(`${reviewed}/publish-urgently`, 'paula', { reason: 'Hay que avisar hoy mismo.' })
  assert.equal(urgent.status, 303)
})

test('a window reaches its section with what hangs from it, and its portal, and no other', async (t) => {
  const house = await openFurnished(t)
  await freeze(house, { section: await sectionNamed(house, 'Partidos políticos') })
  assert.equal((await house.send(`${approved}/publish`, 'paula', {})).status, 303)
  const another = await openWindowOver(house, 'Partidos políticos', 'intranet')
  assert.equal(another.status, 303)
  const reason = 'Hay que avisar hoy mismo.'
  assert.equal((await house.send(`${reviewed}/publish-urgently`, 'paula', { reason })).status, 422)
})

test('a window over a section stops what hangs from it', async (t) => {
  const house = await openFurnished(t)
  assert.equal((await openWindowOver(house, 'Transparencia', 'internet')).status, 303)
  assert.equal((await house.send(`${approved}/publish`, 'paula', {})).status, 422)
})

const openWindowOver = async (house: Furnished, title: string, portal: string) =>
  freeze(house, { section: await sectionNamed(house, title), portal })

test('the clock does not publish inside a window that was set after the date, and says why in both languages', async (t) => {
  const house = await openFurnished(t)
  await house.send(`${approved}/schedule`, 'paula', { at: '2026-10-16T12:00' })
  await freeze(house)
  const { id } = JSON.parse((await house.ask('GET', '/api/v1/requests/SP-2026-000008', 'paula')).text) as { id: number }
  const command = house.app.commands.get('publications.publish-scheduled')
  assert.ok(command)
  house.clock.set('2026-10-16T18:00:01Z')
  for (let attempt = 0; attempt < 5; attempt++) {
    await perform(house.app, command, house.app.steward, { request: id })
    house.clock.pass(121_000)
  }
  const record = await house.request(approved, 'paula')
  assert.match(record.text, /Publicación fallida/)
  assert.match(record.text, /no se publica ahí: LGIPE, artículo 209\.1/)
  assert.match(
    (await house.request(`/en${approved}`, 'paula')).text,
    /Nothing is published there until 19 October 2026/,
  )
  house.clock.set('2026-10-19T06:00:00Z')
  const publish = house.app.commands.get('publications.publish-document')
  assert.ok(publish)
  await perform(house.app, publish, await house.actor('paula'), await seen(house, id))
})

test('only whoever may sets a window, with its basis and in order; lifting it says why', async (t) => {
  const house = await openFurnished(t)
  assert.equal(
    (await house.send(at, 'paula', { from: '2026-10-16T09:00', until: '2026-10-19T00:00', basis })).status,
    403,
  )
  assert.equal((await freeze(house, { basis: '' })).status, 422)
  assert.match((await freeze(house, { until: '2026-10-16T08:00' })).text, /Termina antes de comenzar/)
  const over = await freeze(house, { from: '2026-10-01T09:00', until: '2026-10-02T09:00' })
  assert.match(over.text, /Ese momento ya pasó/)
  assert.equal((await freeze(house)).status, 303)
  const page = await house.request(at, 'mariana')
  const [, window = ''] = /ventanas-de-restriccion\/(\d+)\/levantar/.exec(page.text) ?? []
  assert.match(page.text, /En curso/)
  assert.equal((await house.send(`${at}/${window}/levantar`, 'mariana', { reason: '' })).status, 422)
  const reason = 'El Tribunal revocó el acuerdo'
  assert.equal((await house.send(`${at}/${window}/levantar`, 'mariana', { reason })).status, 303)
  assert.match((await house.request(at, 'mariana')).text, /Levantada/)
  assert.equal((await house.send(`${approved}/publish`, 'paula', {})).status, 303)
  const listed = JSON.parse((await house.ask('GET', '/api/v1/freeze-windows', 'paula')).text) as { items: unknown[] }
  assert.equal(listed.items.length, 1)
})
