import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Furnished, openFurnished } from './support/furnished.ts'
import { open, paper, saidAfter, upload } from './support/journey.ts'

const day = 86_400_000

/** A draft of an area that Daniela answers for. */
async function draftOf(house: Furnished): Promise<string> {
  const areas = JSON.parse((await house.ask('GET', '/api/v1/areas', undefined)).text) as {
    items: { id: number; acronym: string }[]
  }
  const area = areas.items.find(({ acronym }) => acronym === 'PPP')?.id
  const opened = await house.ask('POST', '/api/v1/requests', 'daniela', {
    area,
    kind: 'publish',
    title: 'Con archivos',
  })
  return (JSON.parse(opened.text) as { folio: string }).folio
}

const filesOf = async (house: Furnished, folio: string) =>
  (
    JSON.parse((await house.ask('GET', `/api/v1/requests/${folio}`, 'daniela')).text) as {
      files: { name: string; sha256: string }[]
    }
  ).files
const send = (house: Furnished, folio: string, form: FormData) =>
  house.request(`/solicitudes/${folio}/archivos`, 'daniela', { method: 'POST', body: form })
const libraryOf = ({ app }: Furnished) => {
  const folder = join(app.config.dataFolder, 'library')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort()
}
const sweep = async ({ app }: Furnished) => {
  const errand = app.errands.get('files.sweep')
  assert.ok(errand)
  await errand.run(app as never, {} as never)
}

test('two hundred files come in with one form, each whole and under its own name', async (t) => {
  const house = await openFurnished(t)
  const folio = await draftOf(house)
  const contents = Array.from({ length: 200 }, (_, at) => `casilla,votos\n${at},${at * 7}\n`)
  const form = new FormData()
  for (const [at, content] of contents.entries()) form.append('files', new File([content], `casilla-${at}.csv`))
  const answer = await send(house, folio, form)
  assert.equal(answer.status, 303, answer.text.slice(0, 500))
  const files = await filesOf(house, folio)
  assert.deepEqual(
    new Map(files.map(({ name, sha256 }) => [name, sha256])),
    new Map(contents.map((content, at) => [`casilla-${at}.csv`, createHash('sha256').update(content).digest('hex')])),
  )
})

test('an upload that was cut goes on for a week, and then leaves neither part nor row', async (t) => {
  const house = await openFurnished(t)
  const folio = await draftOf(house)
  const content = Buffer.alloc(50_000, 'x')
  const before = libraryOf(house)
  const json = { 'content-type': 'application/json' }
  const begun = await house.request(`/solicitudes/${folio}/subidas`, 'daniela', {
    ...{ method: 'POST', headers: json },
    body: JSON.stringify({ name: 'grande.csv', bytes: content.length }),
  })
  assert.equal(begun.status, 201)
  const place = begun.headers.get('location') ?? ''
  const half = await house.request(place, 'daniela', {
    ...{ method: 'PATCH', body: content.subarray(0, 20_000) },
    headers: { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  })
  assert.equal(half.status, 204)
  const part = house.app.storage.pathOfPart(place.slice(place.lastIndexOf('/') + 1))
  const rows = async () =>
    (await house.app.tables<{ 'files.upload': { id: string } }>().selectFrom('files.upload').select('id').execute())
      .length

  house.clock.pass(6 * day)
  await sweep(house)
  assert.ok(existsSync(part), 'within the week it may go on')
  assert.equal(await rows(), 1)
  house.clock.pass(2 * day)
  await sweep(house)
  assert.ok(!existsSync(part))
  assert.equal(await rows(), 0)
  assert.deepEqual(libraryOf(house), before)
})

test('a form that was cut in the middle of a file keeps the files before it, and nothing of that one', async (t) => {
  const house = await openFurnished(t)
  const folio = await draftOf(house)
  const before = libraryOf(house)
  const part = (name: string, text: string) =>
    `--b\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}`
  const body = `${part('entero.csv', 'a,b\n1,2\n')}\r\n${part('cortado.csv', 'a,b\n'.repeat(5_000))}`
  const answer = await house.request(`/solicitudes/${folio}/archivos`, 'daniela', {
    ...{ method: 'POST', body, headers: { 'content-type': 'multipart/form-data; boundary=b' } },
  })
  assert.equal(answer.status, 422)
  assert.deepEqual(
    (await filesOf(house, folio)).map(({ name }) => name),
    ['entero.csv'],
  )
  assert.equal(libraryOf(house).length, before.length + 1, 'of the file that was cut nothing is left')
})

test('an SVG and a page that somebody sent are saved, never opened, and could do nothing', async (t) => {
  const house = await openFurnished(t)
  const folio = await draftOf(house)
  const form = new FormData()
  const hostile = {
    'dibujo.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>',
    'pagina.html': '<!doctype html><title>x</title><script>alert(document.domain)</script>',
    'disfraz.txt': '<!doctype html><html><body><script>alert(1)</script></body></html>',
    'datos.xml': '<?xml version="1.0"?><x xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></x>',
  }
  for (const [name, text] of Object.entries(hostile)) form.append('files', new File([text], name))
  await send(house, folio, form)
  const page = await house.request(`/solicitudes/${folio}`, 'daniela')
  const addresses = new Set(
    [...page.text.matchAll(/href="(\/solicitudes\/[^"]+\/archivos\/\d+)"/g)].map(([, at]) => at as string),
  )
  assert.equal(addresses.size, Object.keys(hostile).length)
  // Before anybody looked into them, and once it is known what they are.
  for (const looked of [false, true]) {
    if (looked) await house.work()
    for (const address of addresses) {
      const { status, headers } = await house.request(address, 'daniela')
      assert.equal(status, 200)
      assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="/, address)
      assert.equal(headers.get('content-security-policy'), "sandbox; default-src 'none'; frame-ancestors 'none'")
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin')
    }
  }
})

test('files that came in one form are said together on the page that follows', async (t) => {
  const house = await openFurnished(t)
  const request = await open(house)
  const form = new FormData()
  for (const name of ['uno.txt', 'dos.txt', 'tres.txt']) form.append('files', new File([`De ${name}.`], name))
  const sent = await house.request(`${request.here}/archivos`, 'daniela', { method: 'POST', body: form })
  assert.equal(await saidAfter(house, sent, request.here, 'daniela'), 'Agregó 3 archivos.')
  const one = await upload(house, request, 'cuatro.txt', paper)
  assert.equal(await saidAfter(house, one, request.here, 'daniela'), 'Agregó un archivo.')
  assert.equal(await saidAfter(house, one, request.here, 'oscar'), '', 'it is not said to another')
})
