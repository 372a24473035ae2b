import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import { atTheDoor } from '#commons/identity'
import type { Work } from '#kernel/command'
import { acceptPass } from '../src/commons/identity/commands/passwords.ts'
import { houseKey } from '../src/commons/identity/secrets.ts'
import type { IdentityTables } from '../src/commons/identity/tables.ts'
import { type Furnished, openFurnished } from './support/furnished.ts'
import { optionNamed } from './support/journey.ts'

const password = 'una frase que nadie adivina'
const linkIn = (text: string) => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '').pathname

/** An account opened at the desk; its letter was answered with a password. */
async function invited(house: Furnished, email = 'nueva@iea.example') {
  const sent = house.mail.sent.length
  const opened = await house.send('/administrar/cuentas/nueva', 'joel', {
    ...{ email, givenNames: 'Renata', familyNames: 'Solórzano', treatment: '', gender: 'f' },
  })
  assert.equal(opened.status, 303)
  await house.work()
  const letter = house.mail.sent.slice(sent).find(({ to }) => to === email)
  return { email, link: linkIn(letter?.text ?? ''), page: opened.headers.get('location') ?? '' }
}

const tryToEnter = (house: Furnished, email: string, typed = password, more: Record<string, string> = {}) =>
  house.send('/entrar', undefined, { email, password: typed, ...more })
const cookieOf = ({ headers }: { headers: Headers }) => headers.get('set-cookie')?.split(';')[0] ?? ''

test('an invitation lets its person in, once', async (t) => {
  const house = await openFurnished(t)
  const { email, link } = await invited(house)
  const weak = await house.send(link, undefined, { password: 'contrasena123', again: 'contrasena123' })
  assert.equal(weak.status, 422)
  assert.match(weak.text, /de las primeras que alguien probaría/)
  assert.equal((await house.send(link, undefined, { password, again: password })).status, 303)
  const again = await house.send(link, undefined, { password: `${password} dos`, again: `${password} dos` })
  assert.equal(again.status, 409)
  const entered = await tryToEnter(house, email, password, { volver: '/avisos' })
  assert.equal(entered.headers.get('location'), '/avisos')
  assert.match(entered.headers.get('set-cookie') ?? '', /HttpOnly; SameSite=Lax/)
  const ledger = await house.app.db.selectFrom('kernel.entry').select('leaf').execute()
  assert.ok(ledger.every(({ leaf }) => !leaf.includes(password) && !leaf.includes(email)))
})

test('of two who use the same link at once, the second is refused though it saw the link still open', async (t) => {
  const house = await openFurnished(t)
  const { link } = await invited(house)
  const stillOpen = await house.app
    .tables<IdentityTables>()
    .selectFrom('identity.pass')
    .selectAll()
    .where('id', '=', Number(/(\d+)\./.exec(link)?.[1]))
    .executeTakeFirstOrThrow()
  assert.equal((await house.send(link, undefined, { password, again: password })).status, 303)
  const late = house.app.db.transaction().execute((transaction) => {
    // What PostgreSQL shows to a transaction that read before the other one committed.
    const seen = { selectAll: () => ({ where: () => ({ executeTakeFirst: async () => stillOpen }) }) }
    const db = transaction as never as Work<IdentityTables>['db']
    const tables = () => ({ selectFrom: (table: never) => (table === 'identity.pass' ? seen : db.selectFrom(table)) })
    const work = { db, read: db, tables, actor: atTheDoor, now: house.clock(), announce() {}, later() {} }
    const token = link.slice(link.lastIndexOf('/') + 1)
    const answer = { token, key: houseKey(house.app, 'letter'), password: `${password} dos`, again: `${password} dos` }
    return acceptPass.run(work as never, answer)
  })
  await assert.rejects(late, /link was used, has expired, or was replaced/)
})

test('an invitation ends after seven days', async (t) => {
  const house = await openFurnished(t)
  const { link } = await invited(house)
  house.clock.pass(7 * 86_400_000)
  assert.match((await house.request(link)).text, /venció o se reemplazó/)
  assert.equal((await house.send(link, undefined, { password, again: password })).status, 409)
})

test('whoever is wrong gets one same answer, whether there is an account or not', async (t) => {
  const house = await openFurnished(t)
  const one = await tryToEnter(house, 'paula.renteria@iea.example', 'no es esta contraseña')
  const other = await tryToEnter(house, 'nadie@iea.example', 'no es esta contraseña')
  assert.equal(one.status, 422)
  const answer = (text: string) => /<div class="outcome"[^>]*>[\s\S]*?<\/div><\/div>/.exec(text)?.[0]
  assert.ok(answer(one.text))
  assert.equal(answer(one.text), answer(other.text))
  assert.equal(other.status, one.status)
})

test('after five failures one waits, longer each time, and so does a stranger', async (t) => {
  const house = await openFurnished(t)
  const { email, link } = await invited(house)
  await house.send(link, undefined, { password, again: password })
  for (let failure = 0; failure < 5; failure++) {
    assert.equal((await tryToEnter(house, email, 'equivocada del todo')).status, 422)
  }
  const locked = await tryToEnter(house, email)
  assert.equal(locked.status, 409)
  assert.match(locked.text, /Espere 30 segundos/)
  house.clock.pass(31_000)
  assert.equal((await tryToEnter(house, email)).status, 303)
})

test('a second step is asked for, works once, and a recovery code stands in for it', async (t) => {
  const house = await openFurnished(t)
  const { email, link } = await invited(house)
  await house.send(link, undefined, { password, again: password })
  // Roles let a person have a page of their own.
  const accounts = JSON.parse((await house.ask('GET', '/api/v1/accounts', 'joel')).text).items as {
    id: number
    email: string
  }[]
  const roles = JSON.parse((await house.ask('GET', '/api/v1/roles', 'joel')).text).items as {
    id: number
    key: string
  }[]
  const account = accounts.find((each) => each.email === email)?.id
  const role = roles.find(({ key }) => key === 'consulta')?.id
  assert.equal((await house.ask('POST', `/api/v1/accounts/${account}/roles`, 'joel', { role })).status, 201)
  const cookie = cookieOf(await tryToEnter(house, email))
  const own = (path: string, fields: Record<string, string> = {}) =>
    house.request(path, undefined, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) })
  assert.equal((await own('/cuenta/segundo-paso')).status, 303)
  const page = await house.request('/cuenta', undefined, { headers: { cookie } })
  const secret = (/<p class="hash">([A-Z2-7 ]+)<\/p>/.exec(page.text)?.[1] ?? '').replaceAll(' ', '')
  assert.match(page.text, /<svg class="qr"[^>]*aria-label="Código QR de su segundo paso"/)
  const codeAt = () => new TOTP({ secret, algorithm: 'SHA1' }).generate({ timestamp: house.clock().getTime() })
  const confirmed = await own('/cuenta/segundo-paso/confirmar', { code: codeAt() })
  const [, recovery] = /<li>([0-9A-Z]{5}-[0-9A-Z]{5})<\/li>/.exec(confirmed.text) ?? []
  assert.ok(recovery)

  house.clock.pass(60_000)
  const asked = await tryToEnter(house, email)
  assert.equal(asked.status, 200)
  const ticket = /name="ticket" value="([^"]+)"/.exec(asked.text)?.[1] ?? ''
  const step = (code: string, with_ = ticket) =>
    house.send('/entrar/segundo-paso', undefined, { ticket: with_, code, volver: '/hoy', email })
  const code = codeAt()
  assert.equal((await step('000000')).status, 422)
  assert.equal((await step(code)).status, 303)
  assert.equal((await step(code)).status, 422, 'a code works once')
  assert.equal((await step(recovery)).status, 303)
  assert.equal((await step(recovery)).status, 422, 'a recovery code works once')
  assert.equal((await step(codeAt(), ticket.replace(/^\d+/, '1'))).status, 409, 'a ticket belongs to one account')
})

test('a token does what it was given, in its areas, until it is revoked or expires', async (t) => {
  const house = await openFurnished(t)
  const made = await house.send('/cuenta/claves', 'daniela', {
    label: 'Sistema del área',
    grants: ['publications.read'],
    days: '30',
  })
  assert.equal(made.status, 200)
  const token = /prg_[\w-]{43}/.exec(made.text)?.[0] ?? ''
  const bearer = { authorization: `Bearer ${token}` }
  const listed = await house.request('/api/v1/requests', undefined, { headers: bearer })
  assert.equal(listed.status, 200)
  const seen = (JSON.parse(listed.text).items as { folio: string }[]).map(({ folio }) => folio)
  assert.ok(seen.includes('SP-2026-000003') && !seen.includes('SP-2026-000002'))
  const write = await house.request('/api/v1/requests', undefined, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'application/json' },
    body: '{"area":7,"kind":"publish","title":"No debe poder"}',
  })
  assert.equal(write.status, 403)
  assert.equal(write.headers.get('content-type'), 'application/problem+json; charset=utf-8')
  const stored = await house.app.db.selectFrom('kernel.entry').select('leaf').execute()
  assert.ok(stored.every(({ leaf }) => !leaf.includes(token)))
  const more = await house.send('/cuenta/claves', 'daniela', {
    label: 'De más',
    grants: ['publications.publish'],
    days: '30',
  })
  assert.equal(more.status, 422)
  house.clock.pass(31 * 86_400_000)
  const late = await house.request('/api/v1/requests', undefined, { headers: bearer })
  assert.equal(late.status, 401)
  assert.equal(late.headers.get('www-authenticate'), 'Bearer error="invalid_token"')
})

test('a delegation lends the roles, names both people, and ends with its days', async (t) => {
  const house = await openFurnished(t)
  const accounts = JSON.parse((await house.ask('GET', '/api/v1/accounts', 'joel')).text).items as {
    id: number
    email: string
  }[]
  const hugo = accounts.find(({ email }) => email.startsWith('hugo'))?.id
  const page = await house.request('/cuenta', 'paula')
  const holding = /name="holdings" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  const lent = await house.send('/cuenta/delegaciones', 'paula', {
    ...{ to: String(hugo), holdings: holding, from: '2026-10-16', until: '2026-10-20', reason: 'Vacaciones de otoño' },
  })
  assert.equal(lent.status, 303)
  assert.equal((await house.send('/solicitudes/SP-2026-000008/publish', 'hugo', {})).status, 303)
  const record = await house.request('/hoy', 'hugo')
  assert.match(record.text, /Hugo Lara Mondragón p\. p\. Paula Rentería Solís/)
  house.clock.set('2026-10-20T16:00:00Z')
  assert.equal((await house.send('/solicitudes/SP-2026-000010/admit', 'hugo', {})).status, 403)
})

test('shutting an account ends its sign-ins at once', async (t) => {
  const house = await openFurnished(t)
  assert.equal((await house.request('/hoy', 'ines')).status, 200)
  const accounts = JSON.parse((await house.ask('GET', '/api/v1/accounts', 'joel')).text).items as {
    id: number
    email: string
  }[]
  const ines = accounts.find(({ email }) => email.startsWith('ines'))?.id
  assert.equal((await house.send(`/administrar/cuentas/${ines}/cerrar`, 'joel', {})).status, 303)
  assert.equal((await house.request('/hoy', 'ines')).status, 303)
})

test('a founded house has no page to found it', async (t) => {
  const house = await openFurnished(t)
  assert.equal((await house.request('/inicio')).status, 404)
})

test('an account opens with its role and area in one form, and one without any is told whom to ask', async (t) => {
  const house = await openFurnished(t)
  const form = await house.request('/administrar/cuentas/nueva', 'joel')
  const [role, area] = [optionNamed(form.text, 'Enlace de área'), optionNamed(form.text, 'PPP')]
  const nora = { email: 'nora@ejemplo.mx', givenNames: 'Nora', familyNames: 'Vega', gender: 'f' }
  const opened = await house.send('/administrar/cuentas/nueva', 'joel', { ...nora, role, area })
  const page = await house.request(opened.headers.get('location') ?? '', 'joel')
  assert.match(page.text, /Enlace de área[\s\S]*Prerrogativas y Partidos Políticos/)
  const wrong = { ...nora, email: 'otra@ejemplo.mx', role, area: '999999' }
  assert.equal((await house.send('/administrar/cuentas/nueva', 'joel', wrong)).status, 422)
  assert.doesNotMatch((await house.request('/administrar/cuentas', 'joel')).text, /otra@ejemplo\.mx/)

  const bare = { ...nora, email: 'sola@ejemplo.mx', givenNames: 'Sol' }
  await house.send('/administrar/cuentas/nueva', 'joel', { ...bare, role: '', area: '' })
  await house.work()
  const [, invitation = ''] = /(\/invitacion\/\S+)/.exec(house.mail.sent.at(-1)?.text ?? '') ?? []
  const password = 'Siete barcas cruzan el lago al alba'
  await house.send(invitation, undefined, { password, again: password })
  const entered = await house.send('/entrar', undefined, { email: bare.email, password })
  const cookie = entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  for (const [path, told] of [
    ['/hoy', /todavía no tiene una función[\s\S]*Joel Cárdenas/],
    ['/cuenta', /action="\/salir"[\s\S]*Todavía no tiene una función[\s\S]*mailto:joel/],
  ] as const) {
    const { status, text } = await house.request(path, undefined, { headers: { cookie } })
    assert.equal(status, 200, path)
    assert.match(text, told)
  }
  assert.equal((await house.request('/solicitudes', undefined, { headers: { cookie } })).status, 403)
})
