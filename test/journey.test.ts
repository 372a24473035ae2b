import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { type Furnished, openFurnished, type Who } from './support/furnished.ts'

// The main job, as people do it: every step is a form that a browser without scripts can send.

const paper = Buffer.from('Informe de actividades.\n\nPrimero. El área atendió todas las solicitudes del trimestre.\n')
const sha256 = createHash('sha256').update(paper).digest('hex')

const fieldsOf = (html: string, action: string) => {
  const [, form = ''] = new RegExp(`action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(html) ?? []
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>
}
const sectionNamed = (html: string, title: string) =>
  new RegExp(`<option value="(\\d+)"[^>]*>[— ]*${title}`).exec(html)?.[1] ?? ''

async function upload(house: Furnished, folio: string, who: Who, name: string, bytes: Buffer, replaces = '') {
  const form = new FormData()
  form.append('files', new File([new Uint8Array(bytes)], name))
  return house.request(`/solicitudes/${folio}/archivos${replaces}`, who, { method: 'POST', body: form })
}

async function openDraft(house: Furnished): Promise<string> {
  const page = await house.request('/solicitudes/nueva', 'daniela')
  const area = /<option value="(\d+)"[^>]*>PPP/.exec(page.text)?.[1] ?? ''
  const opened = await house.send('/solicitudes/nueva', 'daniela', {
    ...{ kind: 'publish', title: 'Informe trimestral de actividades', area, portal: 'internet' },
  })
  assert.equal(opened.status, 303)
  return /SP-\d{4}-\d{6}/.exec(opened.headers.get('location') ?? '')?.[0] ?? ''
}

async function describe(
  house: Furnished,
  folio: string,
  summary = 'Lo que el área hizo de julio a septiembre de 2026.',
) {
  const page = await house.request(`/solicitudes/${folio}`, 'daniela')
  return house.send(`/solicitudes/${folio}/datos`, 'daniela', {
    ...fieldsOf(page.text, `/solicitudes/${folio}/datos`),
    ...{ title: 'Informe trimestral de actividades', summary, ground: 'dissemination' },
    ...{ section: sectionNamed(page.text, 'Transparencia'), reviewOn: '2027-10-16', priority: 'normal' },
  })
}

async function submitted(house: Furnished): Promise<string> {
  const folio = await openDraft(house)
  assert.equal((await upload(house, folio, 'daniela', 'informe.txt', paper)).status, 303)
  await house.work()
  assert.equal((await describe(house, folio)).status, 303)
  assert.equal((await house.send(`/solicitudes/${folio}/submit`, 'daniela', {})).status, 303)
  return folio
}

async function admitted(house: Furnished): Promise<string> {
  const folio = await submitted(house)
  const reviewer = (await house.actor('oscar')).id
  assert.equal((await house.send(`/solicitudes/${folio}/admit`, 'paula', { reviewer })).status, 303)
  return folio
}

async function published(house: Furnished): Promise<{ folio: string; address: string }> {
  const folio = await admitted(house)
  assert.equal((await house.send(`/solicitudes/${folio}/approve`, 'oscar', {})).status, 303)
  assert.equal((await house.send(`/solicitudes/${folio}/publish`, 'paula', {})).status, 303)
  const page = await house.request(`/solicitudes/${folio}`, 'paula')
  return { folio, address: /href="(\/documentos\/[^"]+)"/.exec(page.text)?.[1] ?? '' }
}

test('from a request with a file to a public page that was checked from outside', async (t) => {
  const house = await openFurnished(t)
  const { folio, address } = await published(house)
  const page = await house.request(address)
  assert.equal(page.status, 200)
  assert.match(page.text, /Informe trimestral de actividades/)
  assert.match(page.text, new RegExp(sha256.match(/.{8}/g)?.join(' ') ?? ''))
  const file = await house.request(`${address}/v/1/informe.txt`)
  assert.equal(createHash('sha256').update(file.text).digest('hex'), sha256)
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff')

  await house.work()
  const record = await house.request(`/solicitudes/${folio}`, 'daniela')
  assert.match(record.text, /Verificada desde fuera: 1 de 1 archivos idénticos/)
  const home = await house.request('/')
  assert.match(home.text, /Informe trimestral de actividades/)
})

test('a folio is the next of its year and the acknowledgement carries the root of the ledger', async (t) => {
  const house = await openFurnished(t)
  const folio = await submitted(house)
  assert.match(folio, /^SP-2026-0000(19|2\d)$/)
  const page = await house.request(`/solicitudes/${folio}/acuse`, 'daniela')
  assert.equal(page.status, 200)
  assert.match(page.text, /Raíz del libro al imprimir/)
  assert.match(page.text, new RegExp(folio))
})

test('whoever asked cannot approve, and the refusal says every reason', async (t) => {
  const house = await openFurnished(t)
  const folio = await openDraft(house)
  const refused = await house.send(`/solicitudes/${folio}/submit`, 'daniela', {})
  assert.equal(refused.status, 422)
  for (const reason of [/Falta elegir la sección/, /Falta el resumen/, /Falta agregar al menos un archivo/]) {
    assert.match(refused.text, reason)
  }
  const forbidden = await house.send(`/solicitudes/${folio}/approve`, 'daniela', {})
  assert.equal(forbidden.status, 403)
})

test('an edit after approval voids it, and what was not approved is not published', async (t) => {
  const house = await openFurnished(t)
  const folio = await admitted(house)
  await house.send(`/solicitudes/${folio}/approve`, 'oscar', {})
  assert.equal((await describe(house, folio, 'Otro resumen, escrito después de la aprobación.')).status, 303)
  const refused = await house.send(`/solicitudes/${folio}/publish`, 'paula', {})
  assert.equal(refused.status, 409)
  const page = await house.request(`/solicitudes/${folio}`, 'paula')
  assert.match(page.text, /El contenido cambió: la aprobación quedó sin efecto/)
})

test('observations go to the area, are answered, and a second round begins', async (t) => {
  const house = await openFurnished(t)
  const folio = await admitted(house)
  const here = `/solicitudes/${folio}`
  const blocked = await house.send(`${here}/observe`, 'oscar', {})
  assert.equal(blocked.status, 422)
  await house.send(`${here}/observaciones`, 'oscar', { severity: 'blocks', field: 'summary', text: 'Diga el periodo.' })
  assert.equal((await house.send(`${here}/observe`, 'oscar', {})).status, 303)
  const unanswered = await house.send(`${here}/resubmit`, 'daniela', {})
  assert.equal(unanswered.status, 422)
  assert.match(unanswered.text, /Falta responder la observación 1/)
  await house.send(`${here}/observaciones/1/respuesta`, 'daniela', { text: 'Ya lo dice.' })
  assert.equal((await house.send(`${here}/resubmit`, 'daniela', {})).status, 303)
  const stillBlocks = await house.send(`${here}/approve`, 'oscar', {})
  assert.match(stillBlocks.text, /La observación 1 bloquea y no está resuelta/)
  await house.send(`${here}/observaciones/1/resultado`, 'oscar', { outcome: 'accept', text: '' })
  assert.equal((await house.send(`${here}/approve`, 'oscar', {})).status, 303)
})

test('a date publishes what was approved when it comes, and not before', async (t) => {
  const house = await openFurnished(t)
  const folio = await admitted(house)
  await house.send(`/solicitudes/${folio}/approve`, 'oscar', {})
  assert.equal((await house.send(`/solicitudes/${folio}/schedule`, 'paula', { at: '2026-10-20T12:00' })).status, 303)
  const due = { request: Number(await numberOf(house, folio)) }
  const command = house.app.commands.get('publications.publish-scheduled')
  assert.ok(command)
  const { perform } = await import('#kernel/perform')
  await perform(house.app, command, house.app.steward, due)
  assert.match((await house.request(`/solicitudes/${folio}`, 'paula')).text, /Programada/)
  house.clock.set('2026-10-20T18:00:01Z')
  await perform(house.app, command, house.app.steward, due)
  const page = await house.request(`/solicitudes/${folio}`, 'paula')
  const address = /href="(\/documentos\/[^"]+)"/.exec(page.text)?.[1] ?? ''
  assert.equal((await house.request(address)).status, 200)
})

const numberOf = async (house: Furnished, folio: string) =>
  JSON.parse((await house.ask('GET', `/api/v1/requests/${folio}`, 'paula')).text).id as number

test('an emergency goes live with its reason, and another person ratifies it', async (t) => {
  const house = await openFurnished(t)
  const folio = await admitted(house)
  const here = `/solicitudes/${folio}`
  const reason = 'Hay que avisar antes de que abra la sede.'
  assert.equal((await house.send(`${here}/publish-urgently`, 'paula', { reason })).status, 303)
  assert.equal((await house.send(`${here}/ratify`, 'mariana', {})).status, 303)
  assert.match((await house.request(here, 'mariana')).text, /Ratificó la publicación de urgencia/)
})

test('what is withdrawn by order answers 451 at every address, and says no title', async (t) => {
  const house = await openFurnished(t)
  const { folio, address } = await published(house)
  const sent = await house.send(`/solicitudes/${folio}/retirar`, 'teresa', {
    ...{ reason: 'order-of-authority', reference: 'Expediente 12/2026' },
  })
  assert.equal(sent.status, 303)
  for (const path of [address, `${address}/v/1`, `${address}/v/1/informe.txt`, `${address}/informe.txt`]) {
    const gone = await house.request(path)
    assert.equal(gone.status, 451, path)
    assert.doesNotMatch(gone.text, /Informe trimestral/)
  }
})

test('a newer edition supersedes, and the former keeps its address', async (t) => {
  const house = await openFurnished(t)
  const { address } = await published(house)
  const key = address.slice('/documentos/'.length)
  const page = await house.request(`/solicitudes/nueva?tipo=update&documento=${key}`, 'daniela')
  const area = /<option value="(\d+)"[^>]*>PPP/.exec(page.text)?.[1] ?? ''
  const opened = await house.send('/solicitudes/nueva', 'daniela', {
    ...{ kind: 'update', title: 'Informe trimestral de actividades', area, portal: 'internet', document: key },
  })
  const folio = /SP-\d{4}-\d{6}/.exec(opened.headers.get('location') ?? '')?.[0] ?? ''
  const newer = Buffer.concat([paper, Buffer.from('Segundo. Se agrega el cuadro.\n')])
  const record = await house.request(`/solicitudes/${folio}`, 'daniela')
  const file = /\?reemplaza=(\d+)/.exec(record.text)?.[1] ?? ''
  await upload(house, folio, 'daniela', 'informe.txt', newer, `?reemplaza=${file}`)
  await house.work()
  await describe(house, folio)
  await house.send(`/solicitudes/${folio}/submit`, 'daniela', {})
  await house.send(`/solicitudes/${folio}/admit`, 'paula', { reviewer: (await house.actor('oscar')).id })
  await house.send(`/solicitudes/${folio}/approve`, 'oscar', {})
  assert.equal((await house.send(`/solicitudes/${folio}/publish`, 'paula', {})).status, 303)
  assert.match((await house.request(address)).text, /Versión 2/)
  assert.match((await house.request(`${address}/v/1`)).text, /Esta es una versión anterior/)
  assert.equal((await house.request(`${address}/informe.txt`)).text, newer.toString())
  assert.equal((await house.request(`${address}/v/1/informe.txt`)).text, paper.toString())
})

test('no draft, internal or withdrawn file is reached by anyone without the grant', async (t) => {
  const house = await openFurnished(t)
  const folio = await openDraft(house)
  await upload(house, folio, 'daniela', 'informe.txt', paper)
  const page = await house.request(`/solicitudes/${folio}`, 'daniela')
  const row = /archivos\/(\d+)"/.exec(page.text)?.[1] ?? ''
  const draft = `/solicitudes/${folio}/archivos/${row}`
  assert.equal((await house.request(draft, 'daniela')).status, 200)
  assert.equal((await house.request(draft)).status, 303)
  assert.equal((await house.request(draft, 'ines')).status, 404)
  const inside = '/documentos/formato-de-solicitud-de-vacaciones'
  assert.equal((await house.request(inside)).status, 404)
  assert.equal((await house.request(`${inside}/formato-vacaciones.pdf`)).status, 404)
  assert.equal((await house.request(inside, 'ines')).status, 200)
})
