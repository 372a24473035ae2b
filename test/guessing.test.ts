import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strayProxySpoke } from '#commons/identity'
import { type Furnished, openFurnished } from './support/furnished.ts'

const email = 'paula.renteria@iea.example'
const wrong = 'equivocada del todo'
const right = 'una frase que nadie adivina'
const linkIn = (text: string) => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '').pathname

const tryToEnter = (house: Furnished, typed: string, cookie = '', whom = email) =>
  house.request('/entrar', undefined, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ email: whom, password: typed }),
  })

/** Asks for a letter, and answers it with a password that the test knows. */
async function withPassword(house: Furnished): Promise<void> {
  const sent = house.mail.sent.length
  await house.send('/restablecer', undefined, { email })
  await house.work()
  const link = linkIn(house.mail.sent.slice(sent).find(({ to }) => to === email)?.text ?? '')
  assert.equal((await house.send(link, undefined, { password: right, again: right })).status, 303)
}

/** What a browser keeps after a sign-in, but for the sign-in itself. */
const browserCookieOf = ({ headers }: { headers: Headers }) =>
  headers
    .getSetCookie()
    .map((each) => each.split(';')[0] ?? '')
    .find((each) => each.startsWith('pregonero-known=')) ?? ''

async function shutOutTheAddress(house: Furnished): Promise<void> {
  for (let stranger = 0; stranger < 25; stranger++) {
    assert.equal((await tryToEnter(house, wrong, '', `nadie-${stranger}@iea.example`)).status, 422)
  }
}

test('sixty guesses at once are no more than sixty in a row: five are checked', async (t) => {
  const house = await openFurnished(t)
  const answers = await Promise.all(Array.from({ length: 60 }, () => tryToEnter(house, wrong)))
  assert.equal(answers.filter(({ status }) => status === 422).length, 5)
  assert.equal(answers.filter(({ status }) => status === 409).length, 55)
})

test('the right password is no failure, however often it is typed', async (t) => {
  const house = await openFurnished(t)
  await withPassword(house)
  for (let time = 0; time < 7; time++) assert.equal((await tryToEnter(house, right)).status, 303)
  const { events } = await house.app.db
    .selectFrom('kernel.security_event')
    .select(({ fn }) => fn.countAll<number>().as('events'))
    .where('kind', 'like', 'sign-in-failed%')
    .executeTakeFirstOrThrow()
  assert.equal(events, 0)
})

test('strangers at one address do not shut out whoever has signed in from that browser before', async (t) => {
  const house = await openFurnished(t)
  await withPassword(house)
  const known = browserCookieOf(await tryToEnter(house, right))
  await shutOutTheAddress(house)
  assert.equal((await tryToEnter(house, right)).status, 409, 'a browser that nobody knows waits')
  assert.equal((await tryToEnter(house, right, known)).status, 303)
  const forged = known.replace(/=\d+/, '=1')
  assert.equal((await tryToEnter(house, right, forged)).status, 409, 'a voucher that was made up')
  const other = await tryToEnter(house, wrong, known, 'oscar.tapia@iea.example')
  assert.equal(other.status, 409, 'a voucher belongs to one account')
  for (let guess = 0; guess < 5; guess++) assert.equal((await tryToEnter(house, wrong, known)).status, 422)
  assert.equal((await tryToEnter(house, right, known)).status, 409, 'the account is counted all the same')
})

test('whoever sits at an open browser has no more guesses at the password than at the door', async (t) => {
  const house = await openFurnished(t)
  await withPassword(house)
  const change = (current: string, password = `${right} dos`) =>
    house.send('/cuenta/contrasena', 'paula', { current, password, again: password })
  for (let time = 0; time < 7; time++) {
    assert.equal((await change(right, 'corta')).status, 422, 'a weak new password is no guess at the old one')
  }
  for (let guess = 0; guess < 3; guess++) assert.equal((await change(wrong)).status, 422)
  for (let guess = 0; guess < 2; guess++) {
    assert.equal((await house.send('/cuenta/segundo-paso/quitar', 'paula', { password: wrong })).status, 422)
  }
  const refused = await change(right)
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Espere 30 segundos/)
  assert.equal((await tryToEnter(house, right)).status, 409, 'the door counts the same tries')
  house.clock.pass(31_000)
  assert.equal((await change(right)).status, 303)
})

test('a reset tells nobody who has an account: one answer, one job, and no entry in the ledger', async (t) => {
  const house = await openFurnished(t)
  const sizeOf = async () => (await house.app.db.selectFrom('kernel.entry').select('id').execute()).length
  const ask = async (whom: string) => {
    const [size, sent] = [await sizeOf(), house.mail.sent.length]
    const { status, headers, text } = await house.send('/restablecer', undefined, { email: whom })
    const jobs = await house.work()
    const letters = house.mail.sent.length - sent
    return { told: { status, to: headers.get('location'), text, jobs, grown: (await sizeOf()) - size }, letters }
  }
  const [real, none] = [await ask(email), await ask('nadie@iea.example')]
  assert.deepEqual(real.told, none.told)
  assert.equal(real.told.grown, 0)
  assert.deepEqual([real.letters, none.letters], [1, 0])
})

test('a proxy that is not believed is noticed', async (t) => {
  const house = await openFurnished(t)
  await tryToEnter(house, wrong)
  assert.equal(await strayProxySpoke(house.app), false)
  const headers = { 'x-forwarded-for': '203.0.113.7' }
  await house.request('/entrar', undefined, { method: 'POST', headers, body: new URLSearchParams({ email }) })
  assert.equal(await strayProxySpoke(house.app), true)
  house.clock.pass(8 * 86_400_000)
  assert.equal(await strayProxySpoke(house.app), false)
})
