import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, holds } from '#kernel/actor'
import type { Database } from '#kernel/database'
import { type Door, doorsOf } from '#kernel/doors'
import { perform } from '#kernel/perform'
import { Refusal } from '#kernel/refusal'
import { openWeb, visitor } from '#kernel/router'
import { faces } from '#ui'
import { startingRoles } from '../src/commons/identity/rules/roles.ts'
import { isSlug, reserved } from '../src/commons/portal/rules/addresses.ts'
import { type Furnished, openFurnished } from './support/furnished.ts'
import { knock, someoneWith } from './support/knocking.ts'

/** What a visitor may read: the portal, its machine faces, and how one comes in. */
const openToRead = [
  ...['/', '/novedades', '/novedades.atom', '/mapa-del-sitio', '/sitemap.xml', '/:part{mapa-[0-9]+\\.xml}'],
  ...['/robots.txt', '/.well-known/security.txt', '/manifest.webmanifest', '/favicon.ico', '/vivo', '/buscar'],
  ...['/imagenes/:sha256{[0-9a-f]{64}}', '/:theme{tema-[0-9]{1,9}\\.css}'],
  ...['/documentos', '/documentos/:key', '/documentos/:key/:name', '/documentos/:key/:citation{cita\\.(?:bib|ris)}'],
  ...['/documentos/:key/v/:number{[0-9]{1,6}}', '/documentos/:key/v/:number{[0-9]{1,6}}/:name'],
  // The editions of a document, their files one by one and together, and their proof.
  ...['/documentos/:key/v/:number{[0-9]{1,6}}/todo', '/documentos/:key/v/:number{[0-9]{1,6}}/prueba.json'],
  ...[
    '/api',
    '/api/v1/docs',
    '/api/v1/openapi.json',
    '/api/v1/areas',
    '/api/v1/sections',
    '/api/v1/search',
    '/api/v1/documents',
  ],
  ...['/api/v1/documents/:key', '/libro/raiz', '/libro/clave.pem', '/healthz'],
  ...['/entrar', '/entrar/segundo-paso', '/inicio', '/restablecer', '/restablecer/:token', '/invitacion/:token'],
  ...['/suscripciones', '/suscripciones/confirmar/:key{[0-9]{1,15}\\.[A-Za-z0-9_-]{43}}'],
  '/suscripciones/dejar/:key{[0-9]{1,15}\\.[A-Za-z0-9_-]{43}}',
  // Addresses that people name, and old ones: asked last, and each answers for itself who may read it.
  '/*',
].map((path) => `GET ${path}`)

/** The forms of the door, with what each answers to whoever sends nothing. */
const openToWrite: Readonly<Record<string, number>> = {
  'POST /entrar': 422,
  'POST /entrar/segundo-paso': 409,
  'POST /salir': 303,
  'POST /restablecer': 422,
  'POST /restablecer/:token': 404,
  'POST /invitacion/:token': 404,
  'POST /inicio': 404,
  'POST /suscripciones': 422,
  'POST /suscripciones/confirmar/:key{[0-9]{1,15}\\.[A-Za-z0-9_-]{43}}': 404,
  'POST /suscripciones/dejar/:key{[0-9]{1,15}\\.[A-Za-z0-9_-]{43}}': 404,
}

const doorsIn = ({ app }: Furnished) => doorsOf(openWeb(app, faces))
const named = ({ method, path }: Door) => `${method} ${path}`
const opens = (actor: Actor, { grants }: Door) => grants.every((grant) => holds(actor, grant))
const entriesOf = async ({ app }: Furnished) =>
  (
    await app.db
      .selectFrom('kernel.entry')
      .select(({ fn }) => fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
  ).n

/** Somebody with a role that a house begins with, everywhere or in the area of that acronym. */
async function holderOf({ app }: Furnished, key: string, acronym?: string) {
  const db = app.db as never as Database<Standing>
  const role = await db.selectFrom('identity.role').select(['id', 'key']).where('key', '=', key).executeTakeFirst()
  assert.ok(role, `the example has no role ${key}`)
  if (!acronym) return someoneWith(app, role)
  const area = db.selectFrom('directory.area').select('id').where('acronym', '=', acronym)
  return someoneWith(app, role, (await area.executeTakeFirstOrThrow()).id)
}
interface Standing {
  'identity.role': { id: number; key: string }
  'directory.area': { id: number; acronym: string }
}

test('a visitor finds open the doors of the written list, and no other', async (t) => {
  const house = await openFurnished(t)
  const doors = doorsIn(house)
  assert.ok(doors.length > 250, `only ${doors.length} doors were knocked on`)
  assert.deepEqual(
    doors
      .filter(({ grants }) => grants.length === 0)
      .map(named)
      .sort(),
    [...openToRead, ...Object.keys(openToWrite)].sort(),
  )
  const wrong: string[] = []
  for (const door of doors) {
    if (door.path === '/vivo') continue
    const { shut, status } = await knock(house, door, undefined, 'empty')
    if (shut === opens(visitor, door)) wrong.push(`${named(door)} answered ${status}`)
  }
  assert.deepEqual(wrong, [])
})

test('no section or page can take an address of the house', async (t) => {
  const house = await openFurnished(t)
  const first = new Set(doorsIn(house).map(({ path }) => path.split('/')[1] ?? ''))
  assert.ok(first.size > 20, `only ${first.size} addresses were read`)
  assert.deepEqual(
    [...first].filter((part) => isSlug(part) && !reserved.has(part)),
    [],
  )
})

test('each form of the door answers whoever sends nothing, and nothing is done', async (t) => {
  const house = await openFurnished(t)
  const before = await entriesOf(house)
  const answered: Record<string, number> = {}
  for (const door of doorsIn(house).filter(({ method, grants }) => method !== 'GET' && grants.length === 0)) {
    answered[named(door)] = (await knock(house, door, undefined, 'empty')).status
  }
  assert.deepEqual(answered, openToWrite)
  assert.equal(await entriesOf(house), before)
})

for (const { key } of startingRoles) {
  test(`${key} finds open what its grants open, and everything else shut`, async (t) => {
    const house = await openFurnished(t)
    const who = await holderOf(house, key)
    const wrong: string[] = []
    const tried = { open: 0, shut: 0 }
    for (const door of doorsIn(house).filter(({ grants }) => grants.length > 0)) {
      const open = opens(who.actor, door)
      tried[open ? 'open' : 'shut']++
      const { shut, status } = await knock(house, door, who.cookie, open ? 'unreadable' : 'empty')
      if (shut === open) wrong.push(`${named(door)} answered ${status} and asks ${door.grants.join(', ')}`)
    }
    assert.deepEqual(wrong, [])
    assert.ok(tried.open > 20 && tried.shut > 50, `${tried.open} open and ${tried.shut} shut`)
  })
}

test('a liaison of another area finds no request of this one, by any door', async (t) => {
  const house = await openFurnished(t)
  const elsewhere = await holderOf(house, 'enlace', 'ADM')
  // What stands at the end only leads back to the record, be there one or not.
  const doors = doorsIn(house).filter(({ path }) => path.includes('/:folio') && !path.endsWith('/*'))
  assert.ok(doors.length > 30)
  const before = await entriesOf(house)
  const wrong: string[] = []
  for (const door of doors) {
    const { status } = await knock(house, door, elsewhere.cookie, 'empty')
    if (status !== 403 && status !== 404) wrong.push(`${named(door)} answered ${status}`)
  }
  assert.deepEqual(wrong, [])
  assert.equal(await entriesOf(house), before)
})

test('every command runs for whoever holds its grant, and for nobody else', async (t) => {
  const house = await openFurnished(t)
  const everyone = await Promise.all(startingRoles.map(({ key }) => holderOf(house, key)))
  const nobody = { id: 'account:999', name: 'nadie', grants: new Map() }
  const wrong: string[] = []
  for (const actor of [visitor, nobody, ...everyone.map((each) => each.actor)]) {
    for (const command of house.app.commands.values()) {
      // What no input can be is refused after the grant and before anything is done.
      const refusal = await perform(house.app, command, actor, null).catch((error: unknown) => error)
      const kind = refusal instanceof Refusal ? refusal.kind : 'done'
      const expected = holds(actor, command.grant) ? 'invalid' : 'forbidden'
      if (kind !== expected) wrong.push(`${command.name} was ${kind} for ${actor.name || actor.id}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('a write born on another site is refused, and so is a body that is too large or broken', async (t) => {
  const house = await openFurnished(t)
  const body = new URLSearchParams({ email: 'a@b.example', password: 'x' })
  const crossed = await house.request('/entrar', undefined, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  assert.equal(crossed.status, 403)
  const foreign = await house.request('/entrar', undefined, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': '', origin: 'https://evil.example' },
  })
  assert.equal(foreign.status, 403)
  const large = await house.request('/entrar', undefined, {
    method: 'POST',
    body,
    headers: { 'content-length': '9000000' },
  })
  assert.equal(large.status, 422)
  const broken = await house.ask('POST', '/api/v1/requests', 'daniela')
  assert.equal(broken.status, 422)
})

test('no page leads a person out of the house after signing in', async (t) => {
  const house = await openFurnished(t)
  for (const volver of ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example']) {
    const page = await house.request(`/entrar?volver=${encodeURIComponent(volver)}`)
    assert.doesNotMatch(page.text, /name="volver"/)
  }
})

test('every page forbids inline code, framing and sniffing', async (t) => {
  const house = await openFurnished(t)
  for (const path of ['/', '/entrar', '/api', '/nada']) {
    const { headers, text } = await house.request(path)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.doesNotMatch(text, /<script(?![^>]*\ssrc=)|<style|\sstyle="|\son\w+="/)
  }
})

test('a path that climbs out of its folder finds nothing', async (t) => {
  const house = await openFurnished(t)
  const key = 'contratos-celebrados-de-julio-a-septiembre-de-2026'
  for (const name of ['..%2f..%2fsecrets.json', '%2e%2e%2fsecrets.json', '..\\secrets.json', '%00', '%']) {
    assert.equal((await house.request(`/documentos/${key}/v/1/${name}`)).status, 404, name)
    assert.equal((await house.request(`/recursos/${name}`)).status, 404, name)
  }
})
