import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '#kernel/perform'
import { sequence } from '#kernel/sequencer'
import { type Furnished, openFurnished, type Who } from './support/furnished.ts'
import { fieldsOf, submitted } from './support/journey.ts'

// Service terms as people see them: the same date in list, record and Hoy, told before it comes.

const scheduled = async (house: Furnished, name: string) => {
  const command = house.app.commands.get(`publications.${name}`)
  assert.ok(command)
  return perform(house.app, command, house.app.steward, {})
}
const noticesOf = async (house: Furnished, who: Who) => (await house.request('/avisos', who)).text
const clockIn = (html: string, name: string) =>
  new RegExp(`<span>${name}</span><span>([\\s\\S]*?)</div>[\\s\\S]*?<span class="muted">([^<]*)</span>`).exec(html) ??
  []
/** Of the list: the words of the column that says when it is due. */
const dueIn = (html: string, folio: string) =>
  new RegExp(`<tr role="row" id="${folio}"[\\s\\S]*?data-label="Vence"[^>]*>([\\s\\S]*?)</td>`)
    .exec(html)?.[1]
    ?.replaceAll(/<[^>]+>/g, '')
    .trim() ?? ''

/** A request of the example whose area has observations in hand: sent back this morning. */
async function observed(house: Furnished): Promise<string> {
  const folio = 'SP-2026-000003'
  await house.send(`/solicitudes/${folio}/observaciones`, 'oscar', { severity: 'must', text: 'Diga el corte.' })
  assert.equal((await house.send(`/solicitudes/${folio}/observe`, 'oscar', {})).status, 303)
  return folio
}

test('list, record and Hoy say the same due date, files counted', async (t) => {
  const house = await openFurnished(t)
  const folio = 'SP-2026-000010'
  await house.send(`/solicitudes/${folio}/admit`, 'paula', { reviewer: (await house.actor('oscar')).id })
  const { id } = JSON.parse((await house.ask('GET', `/api/v1/requests/${folio}`, 'paula')).text) as { id: number }
  await giveFiles(house, id, 25)
  // Friday 16 October: two working days and one more for the files beyond 20.
  const due = '21 oct 2026, 18:00'
  assert.equal(dueIn((await house.request('/solicitudes', 'paula')).text, folio), due)
  const [, used, note] = clockIn((await house.request(`/solicitudes/${folio}`, 'paula')).text, 'Revisión')
  assert.match(used ?? '', /0 min.*de 3 días hábiles/)
  assert.match(note ?? '', new RegExp(due))
  assert.match((await house.request('/hoy', 'oscar')).text, new RegExp(`${folio}[\\s\\S]*21 oct`))
})

/** As many rows of files, as if they had been uploaded: what counts here is how many they are. */
async function giveFiles(house: Furnished, request: number, files: number) {
  const rows = Array.from({ length: files }, (_, at) => ({
    ...{ request_id: request, file_id: 90_000 + at, position: 100 + at, version: 1, sha256: 'a'.repeat(64), bytes: 1 },
    ...{ original_name: `${at}.txt`, public_name: `${at}.txt`, title: '', attached_by: 'account:1' },
    ...{ attached_at: house.clock(), ended_at: null },
  }))
  await house.app.db
    .insertInto('publications.draft_file' as never)
    .values(rows as never)
    .execute()
}

test('an electoral request is due in 72 hours, and counting otherwise does not begin its term again', async (t) => {
  const house = await openFurnished(t)
  const folio = await observed(house)
  house.clock.set('2026-10-16T22:10:00Z')
  const reason = 'Proceso electoral federal 2026-2027'
  assert.equal((await house.send(`/solicitudes/${folio}/computo`, 'paula', { mode: 'electoral', reason })).status, 303)
  const [, used, note] = clockIn(
    (await house.request(`/solicitudes/${folio}`, 'daniela')).text,
    'Atención de observaciones',
  )
  assert.match(used ?? '', /de 3 días de 24 h/)
  assert.match(note ?? '', /19 oct 2026, 16:10/)
})

test('a review goes on in other hands, and only while it is under review', async (t) => {
  const house = await openFurnished(t)
  const paula = (await house.actor('paula')).id
  const folio = 'SP-2026-000003'
  const before = dueIn((await house.request('/solicitudes', 'paula')).text, folio)
  assert.equal((await house.send(`/solicitudes/${folio}/revisor`, 'paula', { reviewer: paula })).status, 303)
  const record = await house.request(`/solicitudes/${folio}`, 'paula')
  assert.match(clockIn(record.text, 'Revisión')[2] ?? '', /para usted/)
  assert.equal(dueIn((await house.request('/solicitudes', 'paula')).text, folio), before)
  const closed = await house.send('/solicitudes/SP-2026-000001/revisor', 'paula', { reviewer: paula })
  assert.equal(closed.status, 409)
  assert.match(closed.text, /reasignar su revisión/)
})

test('the role and the area are told once before a term ends, and once before it lapses', async (t) => {
  const house = await openFurnished(t)
  const folio = await observed(house)
  await scheduled(house, 'remind-deadlines')
  await house.work()
  const sent = house.mail.sent.length
  // Three working days from Friday 16 end on Wednesday 21; when one is left it is Tuesday at six.
  house.clock.set('2026-10-20T23:59:00Z')
  await scheduled(house, 'remind-deadlines')
  house.clock.set('2026-10-21T00:00:00Z')
  const said = `Las observaciones de ${folio} se responden a más tardar el 21 oct 2026, 18:00`
  assert.doesNotMatch(await noticesOf(house, 'daniela'), new RegExp(said))
  await scheduled(house, 'remind-deadlines')
  await scheduled(house, 'remind-deadlines')
  assert.equal((await noticesOf(house, 'daniela')).split(said).length - 1, 1)
  assert.match((await house.request(`/solicitudes/${folio}`, 'daniela')).text, /recordó un plazo por vencer/)
  await house.work()
  const letters = house.mail.sent.slice(sent).filter(({ subject }) => subject.includes(folio))
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['daniela.fuentes@iea.example'],
  )
})

test('an area is reminded before its silence lapses', async (t) => {
  const house = await openFurnished(t)
  const folio = await observed(house)
  // Ten end on Friday 30; two are left when Wednesday closes.
  house.clock.set('2026-10-29T00:00:00Z')
  await scheduled(house, 'remind-deadlines')
  assert.match(await noticesOf(house, 'daniela'), new RegExp(`${folio} quedará desistida el 30 oct 2026, 18:00`))
})

test('a silence lapses when its tenth working day has closed, and area and manager are told', async (t) => {
  const house = await openFurnished(t)
  const folio = await observed(house)
  house.clock.set('2026-10-30T23:59:00Z')
  await scheduled(house, 'lapse-requests')
  assert.match((await house.request(`/solicitudes/${folio}`, 'paula')).text, /Con observaciones/)
  house.clock.set('2026-10-31T00:00:00Z')
  await scheduled(house, 'lapse-requests')
  for (const who of ['daniela', 'paula'] as const) {
    assert.match(await noticesOf(house, who), new RegExp(`${folio} quedó desistida por falta de respuesta`), who)
  }
})

test('an institution sets a limit with its source, and the terms that begin afterwards keep it', async (t) => {
  const house = await openFurnished(t)
  const at = '/administrar/plazos/area/first/normal'
  const wanting = await house.send(at, 'joel', { amount: '1.5', unit: 'working-days', remindBefore: '0', source: '' })
  assert.equal(wanting.status, 422)
  const source = 'Lineamientos internos, artículo 12'
  const given = { counted: 'from-start', unit: 'working-days', source }
  const broken = await house.send(at, 'joel', { ...given, amount: '1.5', remindBefore: '0' })
  assert.match(broken.text, /Los días hábiles se cuentan enteros/)
  assert.equal((await house.send(at, 'joel', { ...given, amount: '5', remindBefore: '1' })).status, 303)
  const page = await house.request('/administrar/plazos', 'joel')
  assert.match(page.text, /5 días hábiles[\s\S]*Lineamientos internos, artículo 12/)
  assert.match((await house.request(at, 'joel')).text, /Antes[\s\S]*Joel Cárdenas Ruelas/)
  house.clock.pass(1_000)
  const folio = await observed(house)
  assert.equal(dueIn((await house.request('/solicitudes', 'paula')).text, folio), '23 oct 2026, 18:00')
  assert.equal((await house.send(at, 'paula', { ...given, amount: '9', remindBefore: '0' })).status, 403)
  const listed = JSON.parse((await house.ask('GET', '/api/v1/service-limits', 'paula')).text) as {
    items: { clock: string; priority: string; amount: number; source: string }[]
  }
  const own = listed.items.find(({ clock, priority }) => clock === 'area' && priority === 'normal')
  assert.deepEqual([own?.amount, own?.source], [5, source])
  assert.equal((await house.request('/administrar/plazos/area/later/normal', 'joel')).status, 404)
})

test('what went live is looked at within fifteen minutes, and the report says it, with rounds', async (t) => {
  const house = await openFurnished(t)
  assert.equal((await house.send('/solicitudes/SP-2026-000008/publish', 'paula', {})).status, 303)
  const here = '/solicitudes/SP-2026-000008'
  const [, used, note] = clockIn((await house.request(here, 'paula')).text, 'Verificación desde fuera')
  assert.match(used ?? '', /0 min.*de 15 min/)
  assert.match(note ?? '', /Corre para el sistema; vence el 16 oct 2026, 10:25/)
  house.clock.pass(120_000)
  await house.work()
  assert.match(clockIn((await house.request(here, 'paula')).text, 'Verificación desde fuera')[2] ?? '', /Detenido/)
  const report = await house.request('/solicitudes/tiempos', 'paula')
  assert.match(report.text, /Verificación desde fuera[\s\S]*Rondas por solicitud/)
  assert.match((await house.request('/solicitudes/tiempos.csv', 'paula')).text, /Percentil 90,Rondas por solicitud/)
})

test('a withdrawal for personal data has one clock hour from when it is asked', async (t) => {
  const house = await openFurnished(t)
  const key = 'contratos-celebrados-de-julio-a-septiembre-de-2026'
  const form = await house.request(`/solicitudes/nueva?tipo=withdraw&documento=${key}`, 'ines')
  const { area = '' } = fieldsOf(form.text, '/solicitudes/nueva')
  const title = 'Contratos celebrados de julio a septiembre de 2026'
  const opened = await house.send('/solicitudes/nueva', 'ines', { kind: 'withdraw', title, area, document: key })
  const here = opened.headers.get('location')?.split('#')[0] ?? ''
  const asked = { title, summary: 'Un archivo lleva datos personales.', ground: 'other', reference: 'Incidente 7/2026' }
  await house.send(`${here}/datos`, 'ines', { ...asked, withdrawalReason: 'personal-or-reserved-data' })
  assert.equal((await house.send(`${here}/submit`, 'ines', {})).status, 303)
  const [, used, note] = clockIn((await house.request(here, 'paula')).text, 'Retiro por datos personales')
  assert.match(used ?? '', /0 min.*de 1 h/)
  assert.match(note ?? '', /16 oct 2026, 11:10/)
  await house.send(`${here}/admit`, 'paula', { reviewer: (await house.actor('oscar')).id })
  assert.match((await house.request(here, 'paula')).text, /Retiro por datos personales[\s\S]*?11:10/)
})

test('an acknowledgement carries the last root of its day, whenever it is printed', async (t) => {
  const house = await openFurnished(t)
  const { here } = await submitted(house)
  const rootIn = async (who: Who = 'daniela') => {
    const { text } = await house.request(`${here}/acuse`, who)
    return /id="raiz"[\s\S]*/.exec(text)?.[0].replaceAll(/<[^>]+>/g, ' ') ?? ''
  }
  assert.match(await rootIn(), /El libro sella sus asientos|sella/)
  house.clock.set('2026-10-16T20:00:00Z')
  await sequence(house.app)
  assert.match(await rootIn(), /16 de octubre de 2026, 14:00[\s\S]*Ese día no ha terminado/)
  house.clock.set('2026-10-17T05:00:00Z')
  await house.send('/solicitudes/SP-2026-000008/publish', 'paula', {})
  await sequence(house.app)
  const last = /[0-9a-f]{8}(?: [0-9a-f]{8}){7}/.exec(await rootIn())?.[0]
  house.clock.set('2026-10-19T16:00:00Z')
  await scheduled(house, 'remind-deadlines')
  await sequence(house.app)
  const printed = await rootIn('mariana')
  assert.match(printed, /16 de octubre de 2026, 23:00[\s\S]*Es la última de ese día/)
  assert.ok(last && printed.includes(last))
})
