import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { AnyCommand } from '#kernel/command'
import type { Module } from '#kernel/module'
import { perform } from '#kernel/perform'
import { workingMinutesBetween } from '#kernel/pure/calendar'
import { openWeb } from '#kernel/router'
import { faces } from '#ui'
import { openTestApp, somebody } from '../../../test/support/house.ts'
import { calendarFor, directory } from './index.ts'

const ana = somebody('ana', ['directory.manage'])
const luis = somebody('luis', ['identity.own'])
/** Stands in for identity: who knocks is named by a header. */
const door: Module = {
  name: 'door',
  needs: [],
  migrations: [],
  commands: [],
  async who(c) {
    const actor = [ana, luis].find(({ id }) => id === c.req.header('x-test-actor'))
    return actor && { actor }
  },
}

async function openDirectory(t: TestContext) {
  const { app } = await openTestApp(t, [directory, door])
  const web = openWeb(app, faces)
  const visit = async (path: string, who = 'ana', fields?: Readonly<Record<string, string>>) => {
    const headers = { 'x-test-actor': who, 'sec-fetch-site': 'same-origin' }
    const form = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}
    const response = await web.request(path, { headers, ...form })
    return { status: response.status, to: response.headers.get('location') ?? '', text: await response.text() }
  }
  // biome-ignore lint/suspicious/noExplicitAny: each command answers something else.
  const ask = (name: string, input: unknown): Promise<any> =>
    perform(app, app.commands.get(`directory.${name}`) as AnyCommand, ana, input)
  await ask('found-institution', { nameEs: 'Instituto de Prueba', acronym: 'IP' })
  return { app, visit, ask }
}

const weekOf = (hours: string) => {
  const worked = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
  return Object.fromEntries(worked.map((day) => [day, hours]))
}
const unit = { nameEs: 'Unidad de Transparencia', acronym: 'UT', kind: 'technical', from: '2026-01-01' }

test('an area is created, given a post, and somebody is appointed to it', async (t) => {
  const { visit, ask } = await openDirectory(t)
  const { to, status } = await visit('/administrar/areas/nueva', 'ana', unit)
  assert.equal(status, 303)
  const { person } = await ask('register-person', { givenNames: 'Rosa', familyNames: 'Pat', gender: 'f' })
  await visit(`${to}/cargos`, 'ana', { titleF: 'Directora', titleM: 'Director' })
  const post = /cargos\/(\d+)\/nombrar/.exec((await visit(to)).text)?.[1]
  await visit(`${to}/cargos/${post}/nombrar`, 'ana', { person: String(person), from: '2026-02-01' })
  const { text } = await visit(to)
  assert.match(text, /Rosa Pat/)
  assert.match(text, /Directora/)
})

test('a refused form keeps what was typed, and only who manages may send it', async (t) => {
  const { visit } = await openDirectory(t)
  await visit('/administrar/areas/nueva', 'ana', unit)
  const again = await visit('/administrar/areas/nueva', 'ana', { ...unit, acronym: 'ut', nameEs: 'Otra <b>unidad' })
  assert.equal(again.status, 409)
  assert.match(again.text, /Otra &lt;b&gt;unidad/)
  assert.equal((await visit('/administrar/areas/nueva', 'luis', unit)).status, 403)
})

test('an area that will close keeps its acronym until that day', async (t) => {
  const { ask } = await openDirectory(t)
  const { area } = await ask('create-area', unit)
  await ask('close-area', { area, on: '2027-06-01' })
  await assert.rejects(ask('create-area', { ...unit, from: '2026-10-16' }), /conflict/)
  await ask('create-area', { ...unit, from: '2027-06-01' })
})

test('the successor takes the acronym from the day on which the old area closes', async (t) => {
  const { ask } = await openDirectory(t)
  const { area } = await ask('create-area', unit)
  const next = await ask('succeed-area', { ...unit, areas: [area], from: '2026-11-01' })
  assert.notEqual(next.area, area)
})

test('the hours of one year do not change the minutes of another', async (t) => {
  const { app, ask } = await openDirectory(t)
  const minutes = async (from: string, to: string) =>
    workingMinutesBetween(await calendarFor(app, '2026-12-14', '2027-01-05'), new Date(from), new Date(to))
  await ask('set-calendar', { year: 2027, ...weekOf('9:00-12:00'), source: 'Acuerdo 1/2027' })
  assert.equal(await minutes('2026-12-14T15:00:00Z', '2026-12-15T15:00:00Z'), 540)
  assert.equal(await minutes('2027-01-04T15:00:00Z', '2027-01-05T15:00:00Z'), 180)
})

test('a calendar refuses hours and days that are none, and says nothing invisible', async (t) => {
  const { visit } = await openDirectory(t)
  const send = async (more: Record<string, string>) =>
    visit('/administrar/calendario/2026', 'ana', { ...weekOf('9:00-18:00'), source: 'Acuerdo 1/2026', ...more })
  for (const more of [
    { monday: 'nueve' },
    { monday: '25:00-26:00' },
    { monday: '18:00-9:00' },
    { holidays: '2026-02-30 No existe' },
    { holidays: '2027-01-01 De otro año' },
    { holidays: '2026-11-02 al\u202erevés' },
    { working: '2026-10-24 sábado' },
    { source: '' },
  ]) {
    assert.equal((await send(more as never)).status, 422, JSON.stringify(more))
  }
  assert.equal((await send({ holidays: '2026-11-02 Día de Muertos', working: '2026-10-24 10:00-14:00' })).status, 303)
  assert.match((await visit('/administrar/calendario/2026')).text, /2026-11-02 Día de Muertos/)
})

test('every theme that is accepted can be drawn, and the rest is refused', async (t) => {
  const { visit } = await openDirectory(t)
  const dress = (accent: string, second = '') =>
    visit('/administrar/institucion/apariencia', 'ana', { accent, second, letters: 'sans' })
  for (const accent of ['#ffff00', '#767676', 'red', '#7a1f3d;}body{']) assert.equal((await dress(accent)).status, 422)
  assert.equal((await dress('#0b5660', '#6b6b6b')).status, 422)
  for (const accent of ['#0b5660', '#000000', '']) {
    assert.equal((await dress(accent)).status, 303)
    const [sheet] = /\/tema-\d+\.css/.exec((await visit('/administrar/institucion')).text) ?? []
    const { status, text } = await visit(sheet ?? '')
    assert.equal(status, 200)
    assert.match(text, /"Source Sans 3"/)
  }
})
