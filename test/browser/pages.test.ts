import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/chromium.ts'
import { type Running, startHouse } from '../support/running.ts'

/** A picture of one point. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const widths = [390, 768, 1280]

const document = '/documentos/criterios-para-la-publicacion-de-elementos-alusivos-en-fechas'
const salaries = '/documentos/remuneraciones-del-tercer-trimestre-de-2026'
const open = [
  '/',
  document,
  salaries,
  '/documentos/suspension-de-la-atencion-en-la-sede-central-por-el-sismo',
  '/documentos/remuneraciones-del-segundo-trimestre-de-2026',
  '/suscripciones',
  '/transparencia',
  '/novedades',
  '/mapa-del-sitio',
  '/buscar?q=remuneraciones',
  '/buscar?q=remunerasiones',
  '/api',
  '/entrar',
  '/restablecer',
  '/nada',
]
const desk = [
  '/hoy',
  '/solicitudes',
  '/solicitudes/SP-2026-000003',
  '/solicitudes/SP-2026-000001/acuse',
  '/solicitudes/tiempos',
  '/solicitudes/documentos',
  '/solicitudes/SP-2026-000003/historia',
  '/libro',
  '/libro/1',
  '/cuenta',
  '/componentes',
]
const composing = [
  '/portal/inicio',
  '/portal/secciones',
  '/portal/secciones/1',
  '/portal/secciones/nueva',
  '/portal/paginas',
  '/portal/paginas/1',
  '/portal/paginas/nueva',
  '/portal/imagenes',
  '/portal/avisos',
  '/portal/redirecciones',
  '/encontrar?q=remuneraciones',
]
const administration = [
  '/administrar/cuentas',
  '/administrar/cuentas/2',
  '/administrar/cuentas/nueva',
  '/administrar/funciones/1',
  '/administrar/institucion',
  '/administrar/areas',
  '/administrar/areas/1',
  '/administrar/personas',
  '/administrar/calendario/2026',
  '/administrar/reglas-de-publicacion',
  '/administrar/regla-de-paginas',
]

let started: Promise<{ house: Running; browser: Browser } | { skipped: string }> | undefined
async function start() {
  const browser = await openBrowser()
  if ('skipped' in browser) return browser
  return { house: await startHouse(), browser }
}
async function both(t: { skip(why: string): void }) {
  started ??= start()
  const ready = await started
  if (!('skipped' in ready)) return ready
  t.skip(ready.skipped)
  return undefined
}
after(async () => {
  const ready = await started
  if (!ready || 'skipped' in ready) return
  await ready.browser.close()
  await ready.house.stop()
})

/** Everything that axe finds wrong, and whether anything sticks out to the side. */
async function faultsOf(page: Page, address: string): Promise<string[]> {
  const failures: string[] = []
  const hear = (message: { type(): string; text(): string }) => {
    // A page that is not there is asked for on purpose; its status is no fault of the script.
    if (message.type() === 'error' && !/404 \(Not Found\)|status of 451/.test(message.text()))
      failures.push(message.text())
  }
  page.on('console', hear)
  await page.goto(address)
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  if (wide) failures.push('it is wider than the screen')
  // The policy of the page lets no script in; the browser's own door does.
  await page.evaluate(axe)
  const found = (await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', ...(document.querySelector('.portal') ? ['best-practice'] : [])] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))].join(' | ')))",
  )) as string[]
  page.off('console', hear)
  return [...failures, ...found]
}

async function look(page: Page, base: string, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const path of paths) {
    for (const [index, width] of widths.entries()) {
      await page.setViewportSize({ width, height: 900 })
      const address = `${base}${index === 1 ? '/en' : ''}${path === '/' && index === 1 ? '' : path}`
      faults.push(...(await faultsOf(page, address)).map((fault) => `${path} at ${width}: ${fault}`))
    }
  }
  return faults
}

test('public pages have no fault of accessibility at three widths, in two languages', async (t) => {
  const ready = await both(t)
  if (!ready) return
  const page = await ready.browser.newPage()
  assert.deepEqual(await look(page, ready.house.address, open), [])
  await page.close()
})

for (const [who, paths] of [
  ['paula', desk],
  ['daniela', ['/solicitudes/nueva', '/solicitudes/nueva?tipo=withdraw']],
  ['joel', administration],
  ['hugo', composing],
] as const) {
  test(`the desk of ${who} has no fault of accessibility at three widths, in two languages`, async (t) => {
    const ready = await both(t)
    if (!ready) return
    const context = await ready.browser.newContext()
    const page = await context.newPage()
    await enter(page, ready.house, who)
    assert.deepEqual(await look(page, ready.house.address, paths), [])
    await context.close()
  })
}

async function enter(page: Page, { address, passwords }: Running, who: string): Promise<void> {
  const [email, password] = passwords.find(([each]) => each.startsWith(who)) ?? ['', '']
  await page.goto(`${address}/entrar`)
  await page.getByLabel('Correo').fill(email)
  await page.getByLabel('Contraseña').fill(password)
  await page.getByRole('button', { name: 'Entrar' }).click()
  await page.waitForURL(/\/hoy$/)
}

test('a file dropped on a request arrives in parts and stands in the record', async (t) => {
  const ready = await both(t)
  if (!ready) return
  const context = await ready.browser.newContext()
  const page = await context.newPage()
  await enter(page, ready.house, 'daniela')
  await page.goto(`${ready.house.address}/solicitudes/SP-2026-000011`)
  const name = 'ubicacion-de-casillas.csv'
  const buffer = Buffer.from('seccion,domicilio\r\n0142,Calzada de los Fresnos 210\r\n')
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('link', { name, exact: true }).waitFor()
  await context.close()
})

test('a page is written with the keyboard alone, with a picture of the library', async (t) => {
  const ready = await both(t)
  if (!ready) return
  const context = await ready.browser.newContext()
  const page = await context.newPage()
  await enter(page, ready.house, 'hugo')
  await page.goto(`${ready.house.address}/portal/imagenes`)
  await page.locator('input[type=file]').setInputFiles({ name: 'plano.png', mimeType: 'image/png', buffer: dot })
  await page.getByRole('button', { name: 'Subir' }).click()
  await page.getByRole('link', { name: 'plano.png' }).waitFor()
  await page.goto(`${ready.house.address}/portal/paginas/nueva`)
  // The editor has taken the place of the plain text area.
  await page.getByRole('toolbar').first().waitFor()
  await page.getByLabel('Título en español').fill('Cómo llegar')
  await page.getByRole('textbox', { name: 'Texto en español' }).press('Control+b')
  await page.keyboard.type('Entre')
  await page.keyboard.press('Control+b')
  await page.keyboard.type(' por la puerta norte.\n## De lunes a viernes\n- Con cita\n')
  await page.keyboard.press('Alt+F10')
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByLabel('Qué muestra').first().fill('Plano del edificio')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Guardar como versión nueva' }).click()
  await page.getByRole('link', { name: 'Leer la versión 1' }).click()
  await page.getByRole('img', { name: 'Plano del edificio' }).waitFor()
  const text = page.locator('.prose')
  assert.equal(await text.getByRole('heading', { level: 2 }).innerText(), 'De lunes a viernes')
  assert.equal(await text.locator('strong').innerText(), 'Entre')
  assert.match(await text.getByRole('listitem').first().innerText(), /Con cita/)
  await context.close()
})

test('a citizen learns which published file a copy is, without sending it', async (t) => {
  const ready = await both(t)
  if (!ready) return
  const page = await ready.browser.newPage()
  await page.goto(ready.house.address + salaries)
  const file = await fetch(`${ready.house.address}${salaries}/v/1/diccionario-de-datos.csv`)
  const buffer = Buffer.from(await file.arrayBuffer())
  const copy = page.getByLabel('Comparar mi copia')
  await copy.setInputFiles({ name: 'copia.csv', mimeType: 'text/csv', buffer })
  await page.getByText('Su copia es idéntica a diccionario-de-datos.csv').waitFor()
  await copy.setInputFiles({
    name: 'copia.csv',
    mimeType: 'text/csv',
    buffer: Buffer.concat([buffer, Buffer.from(' ')]),
  })
  await page.getByText('copia.csv no es ninguno de los archivos publicados').waitFor()
  await page.close()
})

test('on a telephone and without scripts every section and the search are one touch away', async (t) => {
  const ready = await both(t)
  if (!ready) return
  const context = await ready.browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${ready.house.address}/novedades`)
  const section = page.getByRole('navigation', { name: 'Menú' }).getByRole('link', { name: 'Convocatorias' })
  assert.equal(await section.isVisible(), false)
  await page.getByText('Menú').click()
  await section.click()
  await page.getByRole('heading', { level: 1, name: 'Convocatorias' }).waitFor()
  await page.getByRole('link', { name: 'Buscar' }).click()
  await page.getByRole('searchbox').waitFor()
  await context.close()
})

test('without scripts a citizen reads, searches for and takes a document', async (t) => {
  const ready = await both(t)
  if (!ready) return
  const context = await ready.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(ready.house.address)
  await page.getByRole('link', { name: /Criterios para la publicación/ }).click()
  await page.getByRole('heading', { level: 1, name: /Criterios/ }).waitFor()
  const href = await page.getByRole('link', { name: 'Descargar el PDF' }).first().getAttribute('href')
  const file = await fetch(ready.house.address + href)
  assert.equal(file.status, 200)
  assert.equal(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
  await context.close()
})
