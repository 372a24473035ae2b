import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import {
  admit,
  admitted,
  byItself,
  describe,
  move,
  paper,
  published,
  reasonsOn,
  sha256Of,
  stateOf,
  submitted,
  toldOf,
  type Walked,
} from '../support/journey.ts'

// Friday 16 October 2026, 10:10 in Mexico City; offices open from nine to six, Monday to Friday.

/** What the page says of each clock: used, allowed, and for whom it runs. */
async function clocksOn(house: Furnished, { here }: Walked, who: 'paula' | 'oscar' | 'daniela' = 'paula') {
  const { text } = await house.request(here, who)
  const [, section = ''] = /id="relojes"([\s\S]*?)<\/section>/.exec(text) ?? []
  const words = section.replaceAll(/<svg[\s\S]*?<\/svg>/g, '').replaceAll(/<[^>]+>/g, ' ')
  return words.replaceAll(/\s+/g, ' ').trim()
}

test('admission counts only office hours: a Friday afternoon and a Monday morning are two hours', async (t) => {
  const house = await openFurnished(t)
  house.clock.set('2026-10-16T23:00:00Z')
  const request = await submitted(house)
  house.clock.set('2026-10-19T16:00:00Z')
  assert.match(
    await clocksOn(house, request),
    /Admisión 2 h de 4 h Corre para la gestoría; vence el 19 oct 2026, 12:00/,
  )
})

test('a holiday does not count: from Friday before Revolution Day to Tuesday after it', async (t) => {
  const house = await openFurnished(t)
  house.clock.set('2026-11-13T23:30:00Z')
  const request = await submitted(house)
  // Saturday, Sunday, and Monday 16, third Monday of November: nothing. Tuesday from nine to half past ten.
  house.clock.set('2026-11-17T16:30:00Z')
  assert.match(await clocksOn(house, request), /Admisión 2 h de 4 h/)
})

test('each owner’s clock stops when the turn passes, and each is the sum of its own stretches', async (t) => {
  const house = await openFurnished(t)
  const request = await submitted(house)
  house.clock.pass(50 * 60_000)
  await admit(house, request)
  house.clock.pass(60 * 60_000)
  assert.match(await clocksOn(house, request), /Admisión 50 min de 4 h Detenido/)
  assert.match(await clocksOn(house, request, 'oscar'), /Revisión 1 h de 2 d(?:ías)?.* Corre para usted/)
  await house.send(`${request.here}/observaciones`, 'oscar', { severity: 'must', text: 'Diga el periodo.' })
  await move(house, request, 'observe', 'oscar')
  house.clock.pass(90 * 60_000)
  assert.match(await clocksOn(house, request), /Revisión 1 h de .* Detenido/)
  assert.match(await clocksOn(house, request), /Atención de observaciones 1 h 30 min de .* Corre para el área/)
  await house.send(`${request.here}/observaciones/1/respuesta`, 'daniela', { text: 'Ya lo dice.' })
  await move(house, request, 'resubmit', 'daniela')
  house.clock.pass(15 * 60_000)
  const clocks = await clocksOn(house, request)
  assert.match(clocks, /Atención de observaciones 1 h 30 min de .* Detenido/)
  // Each round has a limit of its own: one day from the second on.
  assert.match(clocks, /Revisión 15 min de 1 d/)
})

test('more than twenty files give their review a day more, on the list as on the record', async (t) => {
  const house = await openFurnished(t)
  const request = await submitted(house)
  await move(house, request, 'refuse-admission', 'paula', { reason: 'Agregue los anexos.' })
  for (let annex = 1; annex <= 20; annex++) {
    const file = { sha256: sha256Of(paper), name: `anexo-${annex}.txt` }
    assert.equal((await house.ask('POST', `/api/v1/requests/${request.id}/files`, 'daniela', file)).status, 201)
  }
  await house.work()
  await move(house, request, 'submit', 'daniela')
  await admit(house, request)
  const [, due = ''] =
    /Revisión .*? de 3 días hábiles .*?vence el (\d+ \w+ 2026, \d+:\d+)/.exec(await clocksOn(house, request)) ?? []
  assert.notEqual(due, '')
  assert.match((await house.request(`/solicitudes?q=${request.folio}`, 'paula')).text, new RegExp(due))
})

test('an edit that voids the approval gives the review back its clock where it stood', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  house.clock.pass(60 * 60_000)
  await move(house, request, 'approve', 'oscar')
  house.clock.pass(30 * 60_000)
  await describe(house, request, { summary: 'Otro resumen, escrito después.' })
  house.clock.pass(20 * 60_000)
  const clocks = await clocksOn(house, request)
  assert.match(clocks, /Publicación 30 min de .* Detenido/)
  assert.match(clocks, /Revisión 1 h 20 min de /)
})

test('another reviewer takes the clock over where it stood, and only while there is a review', async (t) => {
  const house = await openFurnished(t)
  const request = await submitted(house)
  const paula = (await house.actor('paula')).id
  const early = await house.send(`${request.here}/revisor`, 'paula', { reviewer: paula })
  assert.deepEqual(reasonsOn(early.text), ['La solicitud está en «Enviada».'])
  await admit(house, request)
  house.clock.pass(60 * 60_000)
  const nobody = await house.send(`${request.here}/revisor`, 'paula', { reviewer: (await house.actor('daniela')).id })
  assert.equal(nobody.status, 422)
  await move(house, request, 'revisor', 'paula', { reviewer: paula })
  house.clock.pass(30 * 60_000)
  assert.match(await clocksOn(house, request), /Revisión 1 h 30 min de .* Corre para usted/)
  assert.match(await clocksOn(house, request, 'oscar'), /Corre para Paula/)
  assert.equal((await toldOf(house, request)).at(-1)?.name, 'request-assigned')
})

test('in electoral mode all hours count for that request and for no other, from then on', async (t) => {
  const house = await openFurnished(t)
  house.clock.set('2026-10-16T23:00:00Z')
  const [linked, ordinary] = [await admitted(house), await admitted(house, { title: 'Otro informe del área' })]
  const silent = await house.send(`${linked.here}/computo`, 'paula', { mode: 'electoral' })
  assert.equal(silent.status, 422)
  assert.match(silent.text, /Diga con qué proceso electoral está vinculada/)
  assert.equal((await house.send(`${linked.here}/computo`, 'daniela', { mode: 'electoral', reason: 'x' })).status, 403)
  house.clock.set('2026-10-17T00:00:00Z')
  await move(house, linked, 'computo', 'paula', { mode: 'electoral', reason: 'Proceso local 2026-2027' })
  // Saturday noon: an hour of office for the one; for the other eighteen more, of two days of 24 hours.
  house.clock.set('2026-10-17T18:00:00Z')
  assert.match(await clocksOn(house, ordinary), /Revisión 1 h de /)
  assert.match(await clocksOn(house, linked), /Revisión 19 h de 2 días de 24 h/)
  assert.match((await house.request(linked.here, 'oscar')).text, /proceso electoral\)\. Proceso local 2026-2027/)
  const told = (await toldOf(house, linked)).at(-1)
  assert.deepEqual([told?.name, told?.data['mode']], ['calendar-mode-set', 'electoral'])
})

test('half and nine tenths of the times are told by clock and area, from what was published', async (t) => {
  const house = await openFurnished(t)
  const before = rows((await house.request('/solicitudes/tiempos.csv', 'paula')).text)
  // Ten requests of one area, admitted after 6, 12, … 60 minutes.
  house.clock.set('2026-10-19T15:00:00Z')
  for (let each = 1; each <= 10; each++) {
    const request = await submitted(house, { area: 'OE', title: `Informe número ${each} del año` })
    house.clock.pass(each * 6 * 60_000)
    await admit(house, request)
    await move(house, request, 'approve', 'oscar')
    await move(house, request, 'publish', 'paula')
  }
  const after = rows((await house.request('/solicitudes/tiempos.csv', 'paula')).text)
  const of = (all: string[][], area: string, clock: string) => all.find((row) => row[0] === area && row[1] === clock)
  assert.deepEqual(of(before, 'Organización Electoral', 'Admisión')?.slice(2), ['3', '90', '90', '1'])
  // Thirteen: 0 (out of hours), 6, 12, 18, 24, 30, 36 (the seventh), 42, 48, 54, 60, 90 (the twelfth), 90.
  assert.deepEqual(of(after, 'Organización Electoral', 'Admisión')?.slice(2), ['13', '36', '90', '1'])
  assert.deepEqual(of(after, 'Administración', 'Admisión'), of(before, 'Administración', 'Admisión'))
  assert.match((await house.request('/solicitudes/tiempos', 'paula')).text, /Organización Electoral/)
  assert.match((await house.request('/en/solicitudes/tiempos', 'paula')).text, /Electoral Organisation/)
})

test('ten working days of silence of the area are an abandonment, and nine are not', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  await house.send(`${request.here}/observaciones`, 'oscar', { severity: 'must', text: 'Diga el periodo.' })
  await move(house, request, 'observe', 'oscar')
  // Friday 16 does not count; the tenth working day after it is Friday 30, and it is the area's until it closes.
  house.clock.set('2026-10-30T23:59:00Z')
  await byItself(house, 'publications.lapse-requests')
  assert.equal(await stateOf(house, request), 'with-observations')
  house.clock.set('2026-10-31T00:15:00Z')
  await byItself(house, 'publications.lapse-requests')
  assert.equal(await stateOf(house, request), 'abandoned')
  const told = (await toldOf(house, request)).at(-1)
  assert.deepEqual([told?.name, told?.actor], ['request-abandoned', house.app.steward.id])
  assert.match((await house.request('/avisos', 'daniela')).text, new RegExp(`${request.folio} quedó desistida`))
})

test('an area gives up before publication, and never after', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  await move(house, request, 'abandon', 'daniela')
  assert.equal(await stateOf(house, request), 'abandoned')
  assert.equal((await house.send(`${request.here}/submit`, 'daniela', {})).status, 409)
  const live = await published(house, { title: 'Informe que sí se publicó' })
  const refused = await house.send(`${live.here}/abandon`, 'daniela', {})
  assert.deepEqual(reasonsOn(refused.text), ['La solicitud está en «Publicada».'])
})

test('what was to hold until a day is confirmed with another that has not come, or it is not', async (t) => {
  const house = await openFurnished(t)
  const request = await published(house, {}, { validUntil: '2026-11-20' })
  house.clock.set('2026-11-20T18:00:00Z')
  await byItself(house, 'publications.call-for-revalidation')
  assert.equal(await stateOf(house, request), 'published')
  house.clock.set('2026-11-21T06:05:00Z')
  await byItself(house, 'publications.call-for-revalidation')
  assert.equal(await stateOf(house, request), 'in-revalidation')
  const same = { reviewOn: '2027-11-20', validUntil: '2026-11-20' }
  assert.equal((await house.send(`${request.here}/revalidate`, 'daniela', same)).status, 422)
  await move(house, request, 'revalidate', 'daniela', { reviewOn: '2027-11-20', validUntil: '2027-12-31' })
  await byItself(house, 'publications.call-for-revalidation')
  assert.equal(await stateOf(house, request), 'published')
  assert.match((await house.request(request.address)).text, /31 de diciembre de 2027/)
})

test('when the review date comes the area is asked, and what it confirms stays until the next', async (t) => {
  const house = await openFurnished(t)
  const request = await published(house, {}, { reviewOn: '2026-11-20' })
  house.clock.set('2026-11-19T06:05:00Z')
  await byItself(house, 'publications.call-for-revalidation')
  assert.equal(await stateOf(house, request), 'published')
  house.clock.set('2026-11-20T06:05:00Z')
  await byItself(house, 'publications.call-for-revalidation')
  assert.equal(await stateOf(house, request), 'in-revalidation')
  assert.equal((await house.request(request.address)).status, 200)
  assert.match(
    (await house.request('/avisos', 'daniela')).text,
    new RegExp(`${request.folio}: confirme si sigue vigente`),
  )
  assert.match((await house.request('/hoy', 'daniela')).text, new RegExp(`Confirmar la vigencia de ${request.folio}`))
  const past = await house.send(`${request.here}/revalidate`, 'daniela', { reviewOn: '2026-11-20' })
  assert.equal(past.status, 422)
  assert.match(past.text, /elija una fecha posterior\./)
  await move(house, request, 'revalidate', 'daniela', { reviewOn: '2027-11-20' })
  assert.equal(await stateOf(house, request), 'published')
  const told = (await toldOf(house, request)).at(-1)
  assert.deepEqual([told?.name, told?.data['reviewOn']], ['validity-confirmed', '2027-11-20'])
  await byItself(house, 'publications.call-for-revalidation')
  assert.equal(await stateOf(house, request), 'published')
})

const rows = (csv: string) =>
  csv
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
