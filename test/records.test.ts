import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFurnished } from './support/furnished.ts'
import { move, open, paper, submitted, upload } from './support/journey.ts'

const countOf = (html: string, part: string) => html.split(part).length - 1

test('the page of a request with two hundred files stays light, and tells its history in five lines', async (t) => {
  const house = await openFurnished(t)
  const request = await open(house)
  const form = new FormData()
  for (let at = 1; at <= 200; at++) form.append('files', new File([`Anexo ${at} del informe.`], `anexo-${at}.txt`))
  const sent = await house.request(`${request.here}/archivos`, 'daniela', { method: 'POST', body: form })
  assert.equal(sent.status, 303)
  await house.work()
  const page = (await house.request(request.here, 'daniela')).text
  assert.ok(Buffer.byteLength(page) < 200_000, `${Buffer.byteLength(page)} bytes`)
  assert.match(page, /Agregó 200 archivos\./)
  assert.equal(countOf(page, 'id="archivo-'), 50)

  assert.ok(countOf(page, 'class="entry-seal"') <= 5)
  const [, history = ''] = /<a href="([^"]+)">Ver los \d+ asientos<\/a>/.exec(page) ?? []
  let [told, at] = [0, history]
  while (at) {
    const { text } = await house.request(at, 'daniela')
    told += countOf(text, 'agregó un archivo.')
    at = /<a href="([^"]+)" rel="next">/.exec(text)?.[1] ?? ''
  }
  assert.equal(told, 200)
  assert.notEqual((await house.request(history)).status, 200)

  const second = (await house.request(`${request.here}?pagina=4`, 'daniela')).text
  assert.match(second, /anexo-200\.txt/)
  const [, file = ''] = /href="[^"]*\?archivo=(\d+)#nombre-\d+"/.exec(second) ?? []
  assert.match(
    (await house.request(`${request.here}?archivo=${file}`, 'daniela')).text,
    new RegExp(`id="nombre-${file}"`),
  )
})

test('each file is listed once, with what was found in it beside it', async (t) => {
  const house = await openFurnished(t)
  const request = await open(house)
  await upload(house, request, 'informe.txt', paper)
  await upload(house, request, 'falso.pdf', Buffer.from('Esto no es un PDF.'))
  await house.work()
  const page = (await house.request(request.here, 'daniela')).text
  const [, rows = ''] = /<section aria-labelledby="archivos">([\s\S]*?)<\/table>/.exec(page) ?? []
  assert.equal(countOf(page, '>informe.txt<'), 1)
  const [, row = ''] = />falso\.pdf<((?:(?!<\/tr>)[\s\S])*)<\/tr>/.exec(rows) ?? []
  assert.match(row, /class="findings"/)
  assert.match(row, /Bloquea/)
})

test('a request that was not admitted says why before anything else', async (t) => {
  const house = await openFurnished(t)
  const request = await submitted(house)
  await move(house, request, 'refuse-admission', 'paula', { reason: 'Falta el oficio del área.' })
  const page = (await house.request(request.here, 'daniela')).text
  assert.match(page, /<b>Volvió sin admitirse\.<\/b> Falta el oficio del área\./)
  assert.ok(page.indexOf('Volvió sin admitirse.') < page.indexOf('id="archivos"'))
})
