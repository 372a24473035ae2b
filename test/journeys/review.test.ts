import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runsOf } from '#commons/files'
import { filesOfRequest } from '#modules/publications'
import { pdfOf } from '../../src/example/pdf.ts'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import {
  admit,
  admitted,
  approved,
  describe,
  move,
  open,
  paper,
  reasonsIn,
  reasonsOn,
  requestOf,
  stateOf,
  submitted,
  title,
  toldOf,
  upload,
  type Walked,
} from '../support/journey.ts'

const observe = (house: Furnished, { here }: Walked, fields: Record<string, string>) =>
  house.send(`${here}/observaciones`, 'oscar', { severity: 'must', text: 'Diga el periodo.', ...fields })
const settle = (house: Furnished, { here }: Walked, number: number, outcome: string, text = '') =>
  house.send(`${here}/observaciones/${number}/resultado`, 'oscar', { outcome, text })
const answer = (house: Furnished, { here }: Walked, number: number, text = 'Ya lo dice.') =>
  house.send(`${here}/observaciones/${number}/respuesta`, 'daniela', { text })

/** One observation as the page shows it. */
const remark = (html: string, number: number) =>
  new RegExp(`<article[^>]*id="observacion-${number}"[\\s\\S]*?</article>`).exec(html)?.[0] ?? ''

test('a request that is not admitted goes back as a draft, with its reason', async (t) => {
  const house = await openFurnished(t)
  const request = await submitted(house)
  const silent = await house.send(`${request.here}/refuse-admission`, 'paula', { reason: ' ' })
  assert.equal(silent.status, 422)
  assert.equal(await stateOf(house, request), 'submitted')
  await move(house, request, 'refuse-admission', 'paula', { reason: 'El área debe citar el acuerdo.' })
  assert.equal(await stateOf(house, request), 'draft')
  const page = await house.request(request.here, 'daniela')
  assert.match(page.text, /El área debe citar el acuerdo\./)
  assert.match(page.text, /devolvió la solicitud sin admitirla\./)
  assert.match((await house.request('/avisos', 'daniela')).text, new RegExp(`${request.folio} volvió sin admitirse`))
  assert.equal((await toldOf(house, request)).at(-1)?.name, 'admission-refused')
  await move(house, request, 'submit', 'daniela')
  assert.equal((await house.send(`${request.here}/refuse-admission`, 'daniela', { reason: 'No.' })).status, 403)
})

test('an observation stands at its file, its page or its field', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  const [file] = (await requestOf(house, request.folio)).files
  const at = String(file?.file)
  assert.equal((await observe(house, request, { file: at, text: 'Falta la firma.' })).status, 303)
  assert.equal((await observe(house, request, { file: at, page: '3', text: 'El cuadro no cuadra.' })).status, 303)
  assert.equal((await observe(house, request, { field: 'ground', severity: 'blocks', text: 'Cítelo.' })).status, 303)
  assert.equal((await observe(house, request, { severity: 'suggests', text: 'Sea breve.' })).status, 303)
  const page = await house.request(request.here, 'daniela')
  assert.match(remark(page.text, 1), /informe\.txt(?!, página)[\s\S]*Falta la firma\./)
  assert.match(remark(page.text, 2), /informe\.txt, página 3[\s\S]*El cuadro no cuadra\./)
  assert.match(remark(page.text, 3), /Bloquea[\s\S]*Fundamento[\s\S]*Cítelo\./)
  assert.match(remark(page.text, 4), /Sugiere[\s\S]*Sea breve\./)
  assert.equal((await observe(house, request, { file: '999999' })).status, 404)
  assert.equal(
    (await house.send(`${request.here}/observaciones`, 'daniela', { severity: 'must', text: 'Yo.' })).status,
    403,
  )
})

test('what is observed is insisted on with words, accepted, or let go, and the ledger says which', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  for (const severity of ['blocks', 'blocks', 'must']) await observe(house, request, { severity })
  await move(house, request, 'observe', 'oscar')
  for (const number of [1, 2, 3]) assert.equal((await answer(house, request, number)).status, 303)
  await move(house, request, 'resubmit', 'daniela')
  const mute = await settle(house, request, 1, 'insist')
  assert.equal(mute.status, 422)
  assert.match(mute.text, /Diga qué falta para que el área pueda corregirlo\./)
  assert.equal((await settle(house, request, 1, 'insist', 'Sigue sin decirlo.')).status, 303)
  assert.equal((await settle(house, request, 2, 'accept')).status, 303)
  assert.equal((await settle(house, request, 3, 'dismiss')).status, 303)
  const page = await house.request(request.here, 'daniela')
  assert.match(remark(page.text, 1), /Abierta[\s\S]*Sigue sin decirlo\./)
  assert.match(remark(page.text, 2), /Aceptada/)
  assert.match(remark(page.text, 3), /No procede/)
  const refused = await house.send(`${request.here}/approve`, 'oscar', {})
  assert.deepEqual(reasonsOn(refused.text), ['La observación 1 bloquea y no está resuelta.'])
  await move(house, request, 'observe', 'oscar')
  assert.equal((await answer(house, request, 1, 'Ahora sí.')).status, 303)
  await move(house, request, 'resubmit', 'daniela')
  assert.equal((await requestOf(house, request.folio)).round, 3)
  assert.match((await house.request(request.here, 'daniela')).text, /En revisión, ronda 3/)
  const told = await toldOf(house, request)
  assert.deepEqual(
    told.filter(({ name }) => name === 'observation-settled').map(({ data }) => data['outcome']),
    ['insist', 'accept', 'dismiss'],
  )
  assert.deepEqual(
    told.filter(({ name }) => name === 'request-submitted').map(({ data }) => data['round']),
    [1, 2, 3],
  )
})

test('a new version of the file answers what was observed in it', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  const [file] = (await requestOf(house, request.folio)).files
  await observe(house, request, { file: String(file?.file), text: 'Falta la firma.' })
  await observe(house, request, { field: 'summary' })
  await move(house, request, 'observe', 'oscar')
  await upload(house, request, 'informe.txt', Buffer.concat([paper, Buffer.from('Firma.\n')]), {
    replaces: file?.file ?? 0,
  })
  await house.work()
  const refused = await house.send(`${request.here}/resubmit`, 'daniela', {})
  assert.deepEqual(reasonsOn(refused.text), ['Falta responder la observación 2.'])
  assert.match(remark((await house.request(request.here, 'oscar')).text, 1), /Atendida/)
  assert.ok(
    (await toldOf(house, request)).some(
      ({ name, data }) => name === 'observation-answered' && data['observation'] === 1,
    ),
  )
})

test('files that did not change keep what the machine found, and only the new one is looked at again', async (t) => {
  const house = await openFurnished(t)
  const request = await open(house)
  await upload(house, request, 'informe.txt', paper)
  await upload(house, request, 'anexo.txt', Buffer.from('Anexo del informe, con sus cuadros.\n'))
  await house.work()
  await describe(house, request)
  await move(house, request, 'submit', 'daniela')
  await admit(house, request)
  await observe(house, request, {})
  await move(house, request, 'observe', 'oscar')
  const runs = async () => {
    const subjects = (await filesOfRequest(house.app, request.id)).map(({ id }) => `publications.draft-file-${id}`)
    const found = await runsOf(house.app, subjects)
    return subjects.map((subject) => ({ subject, finishedAt: found.get(subject)?.finishedAt }))
  }
  const before = await runs()
  assert.equal(before.length, 2)
  const annex = (await requestOf(house, request.folio)).files.find(({ name }) => name === 'anexo.txt')
  await upload(house, request, 'anexo.txt', Buffer.from('Anexo corregido.\n'), { replaces: annex?.file ?? 0 })
  house.clock.pass(60_000)
  const [kept, asked] = await runs()
  assert.deepEqual(kept, before[0])
  assert.ok(kept?.finishedAt)
  assert.notEqual(asked?.subject, before[1]?.subject)
  assert.ok(!asked?.finishedAt)
  await house.work()
  assert.deepEqual((await runs())[0], before[0])
  assert.ok((await runs())[1]?.finishedAt)
})

test('the rename of a file after the approval voids it, and the list of reasons says so in both languages', async (t) => {
  const house = await openFurnished(t)
  const request = await approved(house)
  const [file] = (await requestOf(house, request.folio)).files
  assert.equal(
    (await house.send(`${request.here}/archivos/${file?.file}/nombre`, 'daniela', { name: 'informe-tercero.txt' }))
      .status,
    303,
  )
  assert.equal(await stateOf(house, request), 'in-review')
  const told = await toldOf(house, request)
  assert.deepEqual(
    told
      .filter(({ name }) => name !== 'checked')
      .slice(-2)
      .map(({ name }) => name),
    ['file-renamed', 'approval-voided'],
  )
  const refused = await house.ask('POST', `/api/v1/requests/${request.id}/publication`, 'paula', {})
  assert.equal(refused.status, 409)
  assert.deepEqual(reasonsIn(refused.text), ['La solicitud está en «En revisión».'])
  const english = await house.ask('POST', `/en/api/v1/requests/${request.id}/publication`, 'paula', {})
  assert.deepEqual(reasonsIn(english.text), ['The request is “In review”.'])
  assert.match(
    (await house.request('/avisos', 'oscar')).text,
    new RegExp(`${request.folio} cambió después de aprobarse`),
  )
})

test('whoever approves approves what they saw, and not what it became meanwhile', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  const seen = /name="fingerprint" value="([0-9a-f]{64})"/.exec((await house.request(request.here, 'oscar')).text)?.[1]
  assert.ok(seen)
  await describe(house, request, { summary: 'Otro resumen, que nadie había visto.' })
  const refused = await house.send(`${request.here}/approve`, 'oscar', { fingerprint: seen })
  assert.equal(refused.status, 409)
  assert.match(refused.text, /El contenido cambió mientras usted lo veía\./)
  assert.equal(await stateOf(house, request), 'in-review')
})

test('a form that saw an earlier version is refused, and what was typed is still in it', async (t) => {
  const house = await openFurnished(t)
  const request = await open(house)
  const page = await house.request(request.here, 'daniela')
  const stale = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? ''
  await describe(house, request)
  const sent = await house.send(`${request.here}/datos`, 'daniela', {
    ...{ version: stale, title: 'Un título <que> tardé en escribir', priority: 'normal' },
    summary: 'Un resumen que no quiero perder.',
  })
  assert.equal(sent.status, 409)
  assert.match(sent.text, /Alguien cambió esto mientras usted lo veía\./)
  assert.match(sent.text, /value="Un título &lt;que&gt; tardé en escribir"/)
  assert.match(sent.text, />Un resumen que no quiero perder\.<\/textarea>/)
  assert.match((await house.request(request.here, 'daniela')).text, /Lo que el área hizo de julio/)
  const again = /action="[^"]*\/datos"[\s\S]*?name="version" value="(\d+)"/.exec(sent.text)?.[1] ?? ''
  assert.notEqual(again, stale)
})

test('nobody observes a page that the file does not have', async (t) => {
  const house = await openFurnished(t)
  const request = await open(house)
  const paragraphs = Array.from({ length: 60 }, (_, at) => `Punto ${at + 1}. Se da cuenta del trimestre.`)
  await upload(house, request, 'informe.pdf', pdfOf({ title, paragraphs }))
  await house.work()
  await describe(house, request)
  await move(house, request, 'submit', 'daniela')
  await admit(house, request)
  const [file] = (await requestOf(house, request.folio)).files
  const at = String(file?.file)
  const beyond = await observe(house, request, { file: at, page: '99', text: 'El cuadro no cuadra.' })
  assert.equal(beyond.status, 422)
  assert.match(beyond.text, /El archivo tiene 3 páginas: escriba una de ellas\./)
  assert.match(beyond.text, /El cuadro no cuadra\./)
  assert.equal((await observe(house, request, { page: '1', text: 'De ninguno.' })).status, 422)
  assert.equal((await observe(house, request, { file: at, page: '3', text: 'El cuadro no cuadra.' })).status, 303)
})
