import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '#kernel/perform'
import { type Furnished, openFurnished } from './support/furnished.ts'

const linkIn = (text: string) => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? '').pathname

test('whoever is given a request to review is told in the inbox and by mail, and not of what they did themselves', async (t) => {
  const house = await openFurnished(t)
  const sent = house.mail.sent.length
  const reviewer = (await house.actor('oscar')).id
  await house.send('/solicitudes/SP-2026-000010/admit', 'paula', { reviewer })
  await house.work()
  const letters = house.mail.sent.slice(sent)
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['oscar.tapia@iea.example'],
  )
  assert.match((await house.request('/avisos', 'oscar')).text, /SP-2026-000010 quedó en sus manos para revisar/)
  assert.equal((await house.send('/avisos/leidos', 'oscar', {})).status, 303)
  assert.doesNotMatch((await house.request('/avisos', 'oscar')).text, /Sin leer/)
  assert.doesNotMatch((await house.request('/avisos', 'paula')).text, /SP-2026-000010 quedó/)
})

test('whoever chose English gets their letters in English, and the page they lead to', async (t) => {
  const house = await openFurnished(t)
  await house.send('/cuenta/preferencias', 'oscar', { locale: 'en', theme: 'light' })
  const sent = house.mail.sent.length
  const reviewer = (await house.actor('oscar')).id
  await house.send('/solicitudes/SP-2026-000010/admit', 'paula', { reviewer })
  await house.send('/restablecer', undefined, { email: 'oscar.tapia@iea.example' })
  await house.work()
  const letters = house.mail.sent.slice(sent)
  const notice = letters.find(({ subject }) => /SP-2026-000010 is in your hands to review/.test(subject))
  const reset = letters.find(({ subject }) => subject === 'To choose another password')
  assert.match(notice?.text ?? '', /Open it here:\nhttp:\/\/[^/]+\/en\/solicitudes\/SP-2026-000010/)
  assert.match(reset?.text ?? '', /\/en\/restablecer\//)
  assert.equal((await house.request(linkIn(reset?.text ?? ''))).status, 200)
})

test('a citizen confirms a subscription, gets what is new once, and leaves without a trace', async (t) => {
  const house = await openFurnished(t)
  const sent = house.mail.sent.length
  const asked = await house.send('/suscripciones', undefined, {
    email: 'vecina@correo.example',
    section: '',
    locale: 'es',
  })
  assert.equal(asked.status, 303)
  await house.work()
  const [letter] = house.mail.sent.slice(sent)
  const confirm = linkIn(letter?.text ?? '')
  assert.equal((await house.request(confirm)).status, 200)
  assert.equal((await house.send(confirm, undefined, {})).status, 200)
  house.clock.pass(60_000)
  await house.send('/solicitudes/SP-2026-000008/publish', 'paula', {})
  house.clock.pass(60_000)
  const before = house.mail.sent.length
  const news = house.app.errands.get('notifications.send-news')
  assert.ok(news)
  await news.run(house.app as never, {} as never)
  await news.run(house.app as never, {} as never)
  const letters = house.mail.sent.slice(before).filter(({ to }) => to === 'vecina@correo.example')
  assert.equal(letters.length, 1)
  assert.match(letters[0]?.text ?? '', /Programa anual de adquisiciones 2027/)
  const leave = /https?:\/\/\S+dejar\S+/.exec(letters[0]?.text ?? '')?.[0] ?? ''
  assert.equal((await house.send(new URL(leave).pathname, undefined, {})).status, 200)
  assert.equal((await house.request(new URL(leave).pathname)).status, 404)
  const ledger = await house.app.db.selectFrom('kernel.entry').select('leaf').execute()
  assert.ok(ledger.every(({ leaf }) => !leaf.includes('vecina@correo.example')))
  const salts = await house.app.db
    .selectFrom('kernel.commitment')
    .select('subject')
    .where('subject', 'like', 'subscriber:%')
    .execute()
  assert.deepEqual(salts, [])
})

test('an invented key opens no subscription', async (t) => {
  const house = await openFurnished(t)
  assert.equal((await house.request(`/suscripciones/dejar/1.${'A'.repeat(43)}`)).status, 404)
})

const ask = (house: Furnished, email: string, section = '') =>
  house.send('/suscripciones', undefined, { email, section, locale: 'es' })
const ledgerOf = ({ app }: Furnished) => app.db.selectFrom('kernel.entry').select('leaf').execute()

test('a mailbox is sent one letter a day to confirm, and its link confirms all that was asked for it', async (t) => {
  const house = await openFurnished(t)
  const [sent, size] = [house.mail.sent.length, (await ledgerOf(house)).length]
  const section = /<option value="(\d+)"/.exec((await house.request('/suscripciones')).text)?.[1] ?? ''
  for (const asked of ['', section, '']) assert.equal((await ask(house, 'otra@correo.example', asked)).status, 303)
  await house.work()
  assert.equal(house.mail.sent.length - sent, 1)
  assert.equal((await ledgerOf(house)).length, size, 'what strangers ask leaves nothing in the ledger')
  const link = linkIn(house.mail.sent.at(-1)?.text ?? '')
  const page = await house.request(link)
  assert.equal(page.text.match(/<li>Todo lo que se publica<\/li>/g)?.length, 1)
  assert.equal((await house.send(link, undefined, {})).status, 200)
  const confirmed = (await ledgerOf(house)).filter(({ leaf }) => leaf.includes('subscription-confirmed'))
  assert.equal(confirmed.length, 1)
  assert.equal(confirmed[0]?.leaf.match(/subscription-confirmed/g)?.length, 2)
  assert.match((await house.request(link)).text, /quedó confirmada/)
  house.clock.pass(25 * 3_600_000)
  await ask(house, 'tercera@correo.example')
  await house.work()
  assert.equal(house.mail.sent.at(-1)?.to, 'tercera@correo.example')
})

test('whoever asks for many mailboxes waits', async (t) => {
  const house = await openFurnished(t)
  for (let asked = 0; asked < 20; asked++) assert.equal((await ask(house, `v${asked}@correo.example`)).status, 303)
  const refused = await ask(house, 'una-mas@correo.example')
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Espere 60 segundos/)
})

test('what nobody confirms within a week is forgotten', async (t) => {
  const house = await openFurnished(t)
  await ask(house, 'olvidada@correo.example')
  await house.work()
  const link = linkIn(house.mail.sent.at(-1)?.text ?? '')
  const forget = house.app.errands.get('notifications.forget-unanswered')
  assert.ok(forget)
  house.clock.pass(6 * 86_400_000)
  await forget.run(house.app as never, {} as never)
  assert.equal((await house.request(link)).status, 200)
  house.clock.pass(2 * 86_400_000)
  await forget.run(house.app as never, {} as never)
  assert.equal((await house.request(link)).status, 404)
})

test('a mail program leaves with one press, in both languages, and no other address takes a post from elsewhere', async (t) => {
  const house = await openFurnished(t)
  // RFC 8058, 3.2: no cookie, no Origin, and this body.
  const press = (path: string) =>
    house.request(path, undefined, {
      method: 'POST',
      headers: { 'sec-fetch-site': '' },
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
  for (const english of ['', '/en']) {
    await ask(house, `lectora${english.length}@correo.example`)
    await house.work()
    const confirm = linkIn(house.mail.sent.at(-1)?.text ?? '')
    assert.equal((await press(confirm)).status, 403, 'only leaving is so easy')
    assert.equal((await house.send(confirm, undefined, {})).status, 200)
    const leave = `${english}${confirm.replace('confirmar', 'dejar')}`
    assert.equal((await press(leave.replace(/\../, (first) => (first === '.A' ? '.B' : '.A')))).status, 404)
    assert.equal((await press(leave)).status, 200)
    assert.equal((await house.request(leave)).status, 404)
  }
  for (const path of ['/suscripciones', '/salir', '/entrar', '/suscripciones/dejar/']) {
    assert.equal((await press(path)).status, 403, path)
  }
})

test('the letter of a subscription is not sent by whoever has no such grant', async (t) => {
  const house = await openFurnished(t)
  const command = house.app.commands.get('notifications.ask-subscription')
  assert.ok(command)
  await assert.rejects(perform(house.app, command, await house.actor('joel'), { email: 'a@b.example' }), /forbidden/)
})
