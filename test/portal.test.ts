import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { refreshIndex } from '#commons/search'
import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import { openFurnished, seen, type Who } from './support/furnished.ts'

// What citizens are shown: never more than is true, and enough to find, take and check it.

const urgent = '/documentos/suspension-de-la-atencion-en-la-sede-central-por-el-sismo'
const criteria = '/documentos/criterios-para-la-publicacion-de-elementos-alusivos-en-fechas'
const salaries = '/documentos/remuneraciones-del-tercer-trimestre-de-2026'

interface Live {
  id: number
  key: string
  area_id: number
  section_id: number
}
async function documentOf(app: App, path: string) {
  const key = path.slice('/documentos/'.length)
  const documents = app.tables<{ 'publications.live_document': Live }>()
  return documents.selectFrom('publications.live_document').selectAll().where('key', '=', key).executeTakeFirstOrThrow()
}

test('what went live in an emergency says so, with its proof, until another person ratifies it', async (t) => {
  const house = await openFurnished(t)
  const before = await house.request(urgent)
  assert.match(
    before.text,
    /Publicado de urgencia por Paula Rentería Solís el \d+ de \w+ de 2026; falta que otra persona/,
  )
  assert.match(before.text, /Por ratificar/)
  assert.doesNotMatch(before.text, /Vigente<|a la que se aprobó|los aprobados/)
  const proof = JSON.parse((await house.request(`${urgent}/v/1/prueba.json`)).text)
  assert.deepEqual([proof.urgent, proof.ratification], [true, null])
  const [folio] = /SP-2026-\d{6}/.exec(before.text) ?? []
  assert.equal((await house.send(`/solicitudes/${folio}/ratify`, 'mariana', {})).status, 303)
  const after = await house.request(urgent)
  assert.match(after.text, /Vigente</)
  assert.match(after.text, /se publicó de urgencia y se ratificó el 16 de octubre de 2026/)
  assert.doesNotMatch(after.text, /falta que otra persona|a la que se aprobó|los aprobados/)
  const ratified = JSON.parse((await house.request(`${urgent}/v/1/prueba.json`)).text)
  assert.equal(ratified.urgent, true)
  assert.ok(ratified.ratification.entry > ratified.entry)
})

test('what was approved says when, under which folio, and what it replaces', async (t) => {
  const house = await openFurnished(t)
  const { text } = await house.request(criteria)
  assert.match(text, /es idéntica a la que se aprobó el \d+ de \w+ de 2026/)
  assert.match(text, /<dt>Folio<\/dt><dd>SP-2026-\d{6}<\/dd>/)
  assert.match(text, new RegExp(`<dt>Sustituye a</dt><dd><a href="${criteria}/v/1">Versión 1, del`))
  const proof = JSON.parse((await house.request(`${criteria}/v/2/prueba.json`)).text)
  assert.equal('urgent' in proof, false)
})

test('every page says when the newest public thing went live, in both languages', async (t) => {
  const house = await openFurnished(t)
  const [, newest = ''] = /<time datetime="([^"]+)"/.exec((await house.request('/novedades')).text) ?? []
  const day = new Intl.DateTimeFormat('es-MX', { dateStyle: 'long', timeZone: 'America/Mexico_City' })
  const said = `Última actualización: ${day.format(new Date(newest))}`
  for (const path of ['/', criteria, '/accesibilidad']) {
    assert.ok((await house.request(path)).text.includes(said), path)
  }
})

test('a list says how many files and how much they weigh, never each of them', async (t) => {
  const house = await openFurnished(t)
  const { text } = await house.request('/novedades')
  assert.match(text, /3 archivos, 9 kB/)
  assert.doesNotMatch(text, /CSV, \d+ kB · CSV/)
  assert.match((await house.request('/en/novedades')).text, /3 files, 9 kB/)
})

test('what is kept though it no longer holds says so in every list', async (t) => {
  const house = await openFurnished(t)
  const document = await documentOf(house.app, criteria)
  const ask = async (name: string, who: Who, input: object): Promise<Record<string, number>> =>
    perform(house.app, house.app.commands.get(`publications.${name}`) as never, await house.actor(who), input)
  const title = 'Retiro de los criterios'
  const { request = 0 } = await ask('open-request', 'daniela', {
    area: document.area_id,
    kind: 'withdraw',
    title,
    document: document.id,
  })
  const why = { withdrawalReason: 'no-longer-in-force', withdrawalNote: 'La sustituye la norma de 2027.' }
  const rest = {
    summary: 'Ya no rigen.',
    ground: 'other',
    reference: 'Acuerdo 9',
    section: document.section_id,
    reviewOn: '2027-10-16',
  }
  await ask('describe-request', 'daniela', { ...(await seen(house, request)), title, ...rest, ...why })
  await ask('submit-request', 'daniela', { ...(await seen(house, request)) })
  await ask('admit-request', 'paula', { ...(await seen(house, request)), reviewer: (await house.actor('oscar')).id })
  await ask('approve-request', 'oscar', { ...(await seen(house, request)) })
  await ask('publish-document', 'paula', { ...(await seen(house, request)) })
  const { text } = await house.request('/')
  const [, item = ''] = new RegExp(`href="${criteria}">[\\s\\S]*?<p class="m">([^<]*)`).exec(text) ?? []
  assert.match(item, /^Ya no vigente · /)
})

test('a file of data is shown as a table of ten rows, and a text by its paragraphs with its pages', async (t) => {
  const house = await openFurnished(t)
  const table = await house.request(salaries)
  const [, body = ''] = /<tbody>([\s\S]*?)<\/tbody>/.exec(table.text) ?? []
  assert.equal(body.split('<tr>').length - 1, 10)
  assert.match(table.text, /<th scope="col">entidad<\/th>/)
  const text = await house.request(criteria)
  const [, sheet = ''] = /<article class="sheet"[^>]*>([\s\S]*?)<\/article>/.exec(text.text) ?? []
  assert.ok((sheet.match(/<p>/g) ?? []).length >= 5)
  assert.match(sheet, /<h2>Criterios para la publicación[^<]*<\/h2>/)
  assert.match(sheet, /Acuerdo CGPE\/ORD\/02\/2026\/A05<\/span><span>Página 1 de 1/)
  assert.equal(sheet.split('Criterios para la publicación').length, 2)
})

test('all files of an edition come in one archive, as they are and with their fingerprints', async (t) => {
  const house = await openFurnished(t)
  assert.match((await house.request(salaries)).text, new RegExp(`href="${salaries}/v/1/todo"`))
  const response = await house.app.visit(`${house.app.config.baseUrl}${salaries}/v/1/todo`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  assert.equal(response.headers.get('content-type'), 'application/zip')
  assert.equal(Number(response.headers.get('content-length')), bytes.length)
  const members = unzipSync(bytes)
  const sums = new TextDecoder().decode(members['SHA256SUMS'])
  assert.equal(Object.keys(members).length, 4)
  for (const line of sums.trim().split('\n')) {
    const [sha256, name] = line.split('  ') as [string, string]
    assert.equal(
      createHash('sha256')
        .update(members[name] as Uint8Array)
        .digest('hex'),
      sha256,
    )
  }
  const tag = response.headers.get('etag') ?? ''
  const again = await house.request(`${salaries}/v/1/todo`, undefined, { headers: { 'if-none-match': tag } })
  assert.equal(again.status, 304)
})

test('no archive is made of one file, of another edition, or of what was withdrawn', async (t) => {
  const house = await openFurnished(t)
  assert.equal((await house.request(`${criteria}/v/1/todo`)).status, 404)
  assert.equal((await house.request(`${salaries}/v/9/todo`)).status, 404)
  const [folio] = /SP-2026-\d{6}/.exec((await house.request(salaries)).text) ?? []
  const sent = { reason: 'order-of-authority', reference: 'Expediente 9/2026' }
  assert.equal((await house.send(`/solicitudes/${folio}/retirar`, 'teresa', sent)).status, 303)
  assert.equal((await house.request(`${salaries}/v/1/todo`)).status, 451)
})

test('whoever works here goes from a public page to its record; a citizen is not shown that there is one', async (t) => {
  const house = await openFurnished(t)
  assert.match((await house.request(criteria, 'paula')).text, /<a href="\/solicitudes\/SP-2026-\d{6}">Ver la solicitud/)
  assert.match((await house.request('/transparencia', 'hugo')).text, /<a href="\/portal\/secciones\/\d+">Editar esta/)
  assert.doesNotMatch((await house.request(criteria)).text, /solicitudes\/SP|Ir al escritorio/)
  assert.doesNotMatch((await house.request('/transparencia')).text, /portal\/secciones/)
  assert.doesNotMatch((await house.request(criteria, 'ines')).text, /solicitudes\/SP/)
})

test('other languages of a page are named by whole addresses, and no two landmarks are called the same', async (t) => {
  const house = await openFurnished(t)
  await refreshIndex(house.app)
  const { text } = await house.request('/en/novedades')
  assert.match(text, /<link rel="alternate" hreflang="es" href="http[^"]+[^n]\/novedades"/)
  const lost = await house.request('/nada')
  const names = [...lost.text.matchAll(/role="search" aria-label="([^"]+)"/g)].map(([, name]) => name)
  assert.equal(new Set(names).size, names.length)
  assert.equal(names.length, 2)
})

test('every section and the search can be reached on a telephone, without scripts', async (t) => {
  const house = await openFurnished(t)
  const { text } = await house.request('/novedades')
  const [, menu = ''] = /<details class="menu">([\s\S]*?)<\/details>/.exec(text) ?? []
  assert.match(menu, /Convocatorias/)
  assert.match(menu, /hreflang="en"/)
  assert.match(text, /<a class="to-search" href="\/buscar" aria-label="Buscar">/)
})
