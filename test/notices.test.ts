import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '#kernel/perform'
import { openFurnished } from './support/furnished.ts'

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

test('the same address is not written to twice before it confirms', async (t) => {
  const house = await openFurnished(t)
  const sent = house.mail.sent.length
  for (let attempt = 0; attempt < 3; attempt++) {
    await house.send('/suscripciones', undefined, { email: 'otra@correo.example', section: '', locale: 'es' })
  }
  await house.work()
  assert.equal(house.mail.sent.length - sent, 1)
})

test('the letter of a subscription is not sent by whoever has no such grant', async (t) => {
  const house = await openFurnished(t)
  const command = house.app.commands.get('notifications.ask-subscription')
  assert.ok(command)
  await assert.rejects(perform(house.app, command, await house.actor('joel'), { email: 'a@b.example' }), /forbidden/)
})
