import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verifyLedger } from '#kernel/ledger-proof'
import { perform } from '#kernel/perform'
import { sequence } from '#kernel/sequencer'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import { faultsOf, reasonsOf, walking } from '../support/walk.ts'

const withdrawn = async (house: Furnished, document: number, body: object) => {
  const answer = await house.ask('POST', `/api/v1/documents/${document}/withdrawal`, 'teresa', body)
  assert.equal(answer.status, 201, answer.text)
}
const incident = { reason: 'personal-or-reserved-data', reference: 'Incidente 7/2026' }
const order = { reason: 'order-of-authority', reference: 'Expediente 12/2026' }
const tick = async (house: Furnished, name: string) => {
  const command = house.app.commands.get(name)
  assert.ok(command)
  return perform(house.app, command, house.app.steward, {})
}

test('a request that is repeated leaves out what was erased, and says which and why', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const files = { 'padron.txt': 'CURP de alguien.\n', 'portada.txt': 'Portada sin datos.\n' }
  const first = await walk.published({ files })
  await walk.published({ title: 'Otro documento con la misma portada', files: { 'portada.txt': files['portada.txt'] } })
  await withdrawn(house, first.document, incident)
  await house.work()
  const answer = await walk.step(first.id, 'daniela', '/repetitions')
  const { request, folio, leftOut } = JSON.parse(answer.text)
  assert.deepEqual(leftOut, [{ name: 'padron.txt', why: 'erased' }])
  assert.deepEqual(
    (await walk.tell(request)).files.map(({ name }) => name),
    ['portada.txt'],
  )
  const page = await house.request(`/solicitudes/${folio}`, 'daniela')
  assert.match(
    page.text,
    new RegExp(`De ${first.folio} no se pudieron tomar estos archivos:[\\s\\S]*padron\\.txt: se suprimió del acervo`),
  )
  assert.match((await house.request(`/en/solicitudes/${folio}`, 'daniela')).text, /padron\.txt: it was erased from/)
})

test('whoever asked for a withdrawal is told when it is carried out, in the inbox and by mail', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published()
  const asked = await walk.admitted({
    ...{ kind: 'withdraw', document: first.document, more: { withdrawalReason: 'published-in-error' } },
  })
  const { folio } = await walk.tell(asked)
  await walk.step(asked, 'oscar', '/approval')
  await house.work()
  const sent = house.mail.sent.length
  await walk.step(asked, 'paula', '/publication')
  await house.work()
  const told = new RegExp(`${folio} se cumplió: Retiro de «`)
  assert.match((await house.request('/avisos', 'daniela')).text, told)
  const letters = house.mail.sent.slice(sent).filter(({ text }) => told.test(text))
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['daniela.fuentes@iea.example'],
  )
})

test('so is whoever asked for it when it came down by another door', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published()
  const more = { withdrawalReason: 'personal-or-reserved-data', reference: 'Incidente 7/2026' }
  const asked = await walk.open({ kind: 'withdraw', document: first.document, more })
  const { folio } = await walk.tell(asked)
  await withdrawn(house, first.document, incident)
  const inbox = await house.request('/avisos', 'daniela')
  assert.match(inbox.text, new RegExp(`${folio}: el documento se retiró de inmediato`))
})

test('an order may say when it ends: that day somebody is told once, and nothing comes back by itself', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published()
  const attempt = (body: object) => house.ask('POST', `/api/v1/documents/${first.document}/withdrawal`, 'teresa', body)
  assert.deepEqual(reasonsOf(await attempt({ ...order, endsOn: '2026-10-01' })), [
    'La orden no puede haber terminado: elija una fecha posterior a hoy.',
  ])
  assert.deepEqual(reasonsOf(await attempt({ ...incident, endsOn: '2026-10-30' })), [
    'Solo una orden de autoridad lleva fecha de término.',
  ])
  await withdrawn(house, first.document, { ...order, endsOn: '2026-10-30' })
  const gone = await house.request(first.address)
  assert.equal(gone.status, 451)
  assert.match(gone.text, /La orden termina el 30 de octubre de 2026/)
  const here = `/solicitudes/${first.folio}`
  assert.match((await house.request(here, 'teresa')).text, /Término de la orden[\s\S]*30 de octubre de 2026/)
  const told = /La orden por la que se retiró SP-[^<]* termina el 30 de octubre de 2026; el documento no vuelve/
  house.clock.pass(13 * 86_400_000)
  await tick(house, 'publications.remind-deadlines')
  assert.doesNotMatch((await house.request('/avisos', 'teresa')).text, told)
  house.clock.pass(86_400_000)
  await tick(house, 'publications.remind-deadlines')
  await tick(house, 'publications.remind-deadlines')
  for (const who of ['teresa', 'daniela'] as const) {
    const inbox = await house.request('/avisos', who)
    assert.equal(inbox.text.match(new RegExp(told, 'g'))?.length, 1, who)
  }
  assert.equal((await house.request(first.address)).status, 451)
  assert.match((await house.request(here, 'teresa')).text, /30 de octubre de 2026\. Ya llegó: decida qué sigue/)
  assert.deepEqual((await walk.history(first.id)).filter(({ name }) => name === 'order-ended').length, 1)
  assert.deepEqual(await faultsOf(house, 'publications'), [])
})

test('what an area asks to withdraw by an order carries its end too, under the approval', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published()
  const asked = await walk.open({ kind: 'withdraw', document: first.document })
  const describe = (more: object) =>
    house.ask('PATCH', `/api/v1/requests/${asked}`, 'daniela', {
      ...{ title: 'Informe trimestral', summary: 'Lo pide una autoridad.', ground: 'dissemination', ...more },
    })
  const ended = { withdrawalReason: 'published-in-error', withdrawalEndsOn: '2026-10-30' }
  assert.deepEqual(reasonsOf(await describe(ended)), ['Solo una orden de autoridad lleva fecha de término.'])
  const lasting = { withdrawalReason: 'order-of-authority', reference: 'Expediente 12/2026' }
  assert.equal((await describe({ ...lasting, withdrawalEndsOn: '2026-10-30' })).status, 200)
  await walk.admit(asked)
  await walk.step(asked, 'oscar', '/approval')
  assert.equal((await describe({ ...lasting, withdrawalEndsOn: '2026-11-30' })).status, 200)
  assert.equal((await walk.tell(asked)).state, 'in-review', 'another end is another thing to approve')
  await walk.step(asked, 'oscar', '/approval')
  await walk.step(asked, 'paula', '/publication')
  assert.match((await house.request(first.address)).text, /La orden termina el 30 de noviembre de 2026/)
  assert.deepEqual(await faultsOf(house, 'publications'), [])
})

test('after personal data leave, search engines are to be asked, and it waits until somebody notes that they were', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published()
  await withdrawn(house, first.document, incident)
  const here = `/solicitudes/${first.folio}`
  const task = `Pedir a buscadores que olviden ${first.folio}`
  assert.ok((await house.request('/hoy', 'paula')).text.includes(task))
  assert.ok(!(await house.request('/hoy', 'oscar')).text.includes(task))
  assert.match((await house.request('/avisos', 'paula')).text, /pida a buscadores y archivos que lo olviden/)
  const record = await house.request(here, 'paula')
  assert.ok(record.text.includes(`${first.address}/v/1`))
  assert.match((await house.request(here, 'teresa')).text, /La gestoría de contenidos pide que lo quiten/)
  const note = (fields: Record<string, string>, who: 'paula' | 'teresa' = 'paula') =>
    house.send(`${here}/buscadores`, who, { askedOn: '2026-10-16', where: 'Google y el Internet Archive', ...fields })
  assert.equal((await note({}, 'teresa')).status, 403)
  assert.match((await note({ askedOn: '2027-01-01' })).text, /Escriba el día en que se pidió: hoy o antes\./)
  assert.equal((await note({ where: '' })).status, 422)
  assert.equal((await note({})).status, 303)
  assert.ok(!(await house.request('/hoy', 'paula')).text.includes(task))
  assert.match((await house.request(here, 'teresa')).text, /16 de octubre de 2026[\s\S]*Google y el Internet Archive/)
  assert.equal((await note({})).status, 404, 'it is noted once')
  const told = JSON.parse((await house.ask('GET', `/api/v1/requests/${first.id}`, 'paula')).text)
  assert.deepEqual(told.searchRemoval, { askedOn: '2026-10-16', where: 'Google y el Internet Archive' })
  assert.equal((await walk.history(first.id)).at(-1)?.name, 'search-removal-noted')
})

test('nothing is asked of them for another reason, nor for what only the intranet showed', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const ordered = await walk.published()
  await withdrawn(house, ordered.document, order)
  const inside = await walk.published({ portal: 'intranet', title: 'Circular de la casa' })
  await withdrawn(house, inside.document, incident)
  assert.doesNotMatch((await house.request('/hoy', 'paula')).text, /Pedir a buscadores/)
})

/** Everything that people may say of a document on its way, each time with other words. */
async function talkedOver(house: Furnished) {
  const walk = walking(house)
  const request = await walk.open({ title: 'Padrón de beneficiarios', files: { 'padron.txt': 'Lista de Renata.\n' } })
  await house.work()
  await walk.step(request, 'daniela', '/submission')
  await walk.step(request, 'paula', '/admission-refusal', { reason: 'Falta decir de quién es.' })
  await walk.describe(request, { title: 'Padrón de Renata Solórzano', reference: 'Oficio de Renata' })
  const [file] = (await walk.tell(request)).files
  const named = { name: 'renata.txt', title: 'Lista de Renata' }
  await walk.step(request, 'daniela', `/files/${file?.file}`, named, 'PATCH')
  await walk.admit(request)
  const mode = { mode: 'electoral', reason: 'Por el proceso de Renata' }
  await walk.step(request, 'paula', '/calendar-mode', mode, 'PUT')
  await walk.step(request, 'oscar', '/observations', { severity: 'must', text: 'Renata no lo autorizó.' })
  await walk.step(request, 'oscar', '/return')
  await walk.step(request, 'daniela', '/observations/1/answers', { text: 'Renata ya lo autorizó.' })
  await walk.step(request, 'daniela', '/observations/2/answers', { text: 'Renata ya lo autorizó.' })
  await walk.step(request, 'daniela', '/resubmission')
  await walk.step(
    request,
    'oscar',
    '/observations/2/outcome',
    { outcome: 'insist', text: 'Falta el de Renata.' },
    'PUT',
  )
  await walk.step(request, 'paula', '/urgent-publication', { reason: 'Renata lo espera hoy mismo.' })
  const { document } = await walk.tell(request)
  const update = await walk.open({ kind: 'update', document, title: 'Otro padrón de Renata' })
  return { request, update, document: document as number }
}

/** What the ledger sealed of these requests and their document, by the entries that speak of them. */
const sealedOf = ({ app }: Furnished, topics: readonly string[]) =>
  app.db
    .selectFrom('kernel.commitment as c')
    .innerJoin('kernel.entry as e', 'e.id', 'c.entry_id')
    .select(['e.id', 'e.command', 'c.field'])
    .distinct()
    .where('e.id', 'in', (query) =>
      query.selectFrom('kernel.entry_topic').select('entry_id').where('topic', 'in', topics),
    )
    .orderBy('e.id')
    .execute()

/** These are said after an edition went live, and what they say is sealed as the rest is. */
const later = [
  'publications.object-to-publication',
  'publications.withdraw-document',
  'publications.note-search-removal',
]

test('what was said of a document is forgotten with its personal data, and the ledger verifies all the same', async (t) => {
  const house = await openFurnished(t)
  const { request, update, document } = await talkedOver(house)
  const other = await walking(house).open({ title: 'Un documento de nadie' })
  await house.work()
  const about = [request, update].map((id) => `publications.request-${id}`).concat(`publications.document-${document}`)
  const before = await sealedOf(house, about)
  const seals = [...house.app.commands.values()].filter(
    ({ name, personal, secret = [] }) =>
      name.startsWith('publications.') &&
      personal?.fields.some((field) => !secret.includes(field)) &&
      !later.includes(name),
  )
  assert.deepEqual(
    seals.map(({ name }) => name).filter((name) => !before.some(({ command }) => command === name)),
    [],
    'commands whose words nobody said here',
  )
  const others = await sealedOf(house, [`publications.request-${other}`])
  await withdrawn(house, document, { ...incident, note: 'Lo pidió Renata.' })
  await house.work()
  await sequence(house.app)
  const left = await sealedOf(house, about)
  assert.deepEqual(
    left.map(({ command }) => command).filter((command) => command !== 'publications.withdraw-document'),
    [],
  )
  assert.deepEqual(await sealedOf(house, [`publications.request-${other}`]), others, 'of another document it stays')
  assert.deepEqual(await Array.fromAsync(verifyLedger(house.app)), [])
  const names = house.app.modules.filter(({ verify }) => verify).map(({ name }) => name)
  assert.deepEqual(await faultsOf(house, ...names), [])
})
