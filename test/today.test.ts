import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFurnished } from './support/furnished.ts'
import { admitted, approved, move, published, submitted } from './support/journey.ts'

/** One part of a page, from its heading to the next. */
const partOf = (html: string, id: string) =>
  new RegExp(`<section aria-labelledby="${id}">([\\s\\S]*?)</section>`).exec(html)?.[1] ?? ''
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

test('Hoy says how late something is in working days, with whom it is, and what it is about', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  house.clock.pass(14 * 86_400_000)
  const { text } = await house.request('/hoy', 'oscar')
  assert.match(partOf(text, 'espera'), /Venció hace \d+ días hábiles/)
  const late = partOf(text, 'tarde')
  assert.match(late, new RegExp(`href="${request.here}"[^>]*>\\s*${request.folio}`))
  assert.match(textOf(late), /Usted Revisión/)
  assert.match(late, /\d+ días hábiles/)
  const english = await house.request('/hoy', 'oscar', { headers: { 'accept-language': 'en' } })
  assert.equal(english.status, 200)
})

test('Hoy tells what changed as sentences that lead to the record, newest first, without who came and went', async (t) => {
  const house = await openFurnished(t)
  const request = await submitted(house)
  house.clock.pass(60_000)
  const other = await published(house, { title: 'Segundo informe de actividades' })
  const changes = partOf((await house.request('/hoy', 'paula')).text, 'cambios')
  assert.doesNotMatch(changes, /[Ii]nició sesión/)
  assert.match(changes, new RegExp(`<b>Paula[^<]*</b>publicó[^<]*<a [^>]*href="${other.here}"`))
  assert.ok(changes.includes(request.folio))
  const times = [...changes.matchAll(/datetime="([^"]+)"/g)].map(([, at]) => at as string)
  assert.ok(times.length > 3)
  assert.deepEqual(times, times.toSorted().toReversed())
})

test('Each figure of Hoy answers where it comes from, and counts only what one may see', async (t) => {
  const house = await openFurnished(t)
  const { text } = await house.request('/hoy', 'paula')
  const strip = /<div class="strip">([\s\S]*?)<div class="cols/.exec(text)?.[1] ?? ''
  assert.match(textOf(strip), /\d+ solicitudes abiertas \d+ en su turno/)
  assert.match(strip, /popovertarget="fuente-abiertas"/)
  assert.match(strip, /van? tarde/)
  assert.match(text, /<div class="page-head page-head--large">/)
})

test('the ledger says about what each entry is, and leads there', async (t) => {
  const house = await openFurnished(t)
  const request = await submitted(house)
  const ledger = (await house.request('/libro?modulo=publications', 'joel')).text
  assert.match(ledger, new RegExp(`data-label="Sobre qué"[^>]*><span class="nowrap">${request.folio}<`))
  const reads = (await house.request('/libro?modulo=publications', 'mariana')).text
  assert.match(reads, new RegExp(`data-label="Sobre qué"[^>]*><a [^>]*href="${request.here}"`))
})

test('only whoever keeps the house is told of its database, only in Hoy, and never on paper', async (t) => {
  const house = await openFurnished(t)
  if (house.app.engine !== 'pglite') return
  const notice = /<div class="no-print"><div class="notice">(?:(?!<p>)[\s\S])*<p>[^<]*base de datos integrada/
  assert.match((await house.request('/hoy', 'joel')).text, notice)
  assert.doesNotMatch((await house.request('/libro', 'joel')).text, /base de datos integrada/)
  assert.doesNotMatch((await house.request('/hoy', 'paula')).text, /base de datos integrada/)
})

test('in the list of requests neither folios nor dates break in two lines', async (t) => {
  const house = await openFurnished(t)
  const { text } = await house.request('/solicitudes', 'paula')
  assert.match(text, /<th [^>]*class="nowrap"><a href="\/solicitudes\/SP-/)
  assert.match(text, /data-label="Vence" class="nowrap">/)
})

test('entries of accounts, areas and the portal say about whom or what they are, and whoever may goes there', async (t) => {
  const house = await openFurnished(t)
  await house.send('/administrar/cuentas/nueva', 'joel', {
    ...{ email: 'nora@ejemplo.mx', givenNames: 'Nora', familyNames: 'Vega', gender: 'f' },
  })
  await house.send('/administrar/funciones/nueva', 'joel', { nameEs: 'Archivo', grants: 'directory.read' })
  const aboutIn = async (module: string, who: 'joel' | 'mariana') =>
    [...(await house.request(`/libro?modulo=${module}`, who)).text.matchAll(/data-label="Sobre qué"[^>]*>(.*?)<\/td>/g)]
      .map(([, cell = '']) => cell)
      .join('\n')
  const accounts = await aboutIn('identity', 'joel')
  assert.match(accounts, /<a href="\/administrar\/cuentas\/\d+">Nora Vega<\/a>/)
  assert.match(accounts, /<a class="nowrap" href="\/administrar\/funciones\/\d+">Archivo</)
  const seen = await aboutIn('identity', 'mariana')
  assert.match(seen, /<span>Nora Vega<\/span>/)
  assert.doesNotMatch(seen, /href="\/administrar/)
  assert.match(await aboutIn('directory', 'joel'), /href="\/administrar\/areas\/\d+">PPP<\/a>/)
  assert.match(await aboutIn('portal', 'mariana'), /Transparencia/)
  assert.match((await house.request('/hoy', 'joel')).text, /abrió una cuenta[\s\S]*?>Nora Vega</i)
})

test('what takes the place of an edition is told of the request that did it, not of the one that gave way', async (t) => {
  const house = await openFurnished(t)
  const first = await published(house)
  const next = await approved(house, { kind: 'correct-metadata', document: first.key }, { summary: 'Otro resumen.' })
  await move(house, next, 'publish', 'paula')
  const { text } = await house.request('/libro?modulo=publications', 'mariana')
  const row = /<tr[^>]*>(?:(?!<\/tr>)[\s\S])*Corrigió los datos[\s\S]*?<\/tr>/.exec(text)?.[0] ?? ''
  assert.match(row, new RegExp(`href="${next.here}"`))
  assert.match(textOf(row), /Paula Rentería Solís Corrigió los datos, en la edición 2\. La edición 1 fue reemplazada\./)
})
