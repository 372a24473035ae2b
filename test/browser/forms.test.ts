import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser } from '../support/chromium.ts'
import { type Running, startHouse } from '../support/running.ts'

// What scripts add to forms, and what holds without them.

let started: Promise<{ house: Running; browser: Browser } | { skipped: string }> | undefined
async function start() {
  const browser = await openBrowser()
  if ('skipped' in browser) return browser
  return { house: await startHouse(), browser }
}
after(async () => {
  const ready = await started
  if (!ready || 'skipped' in ready) return
  await ready.browser.close()
  await ready.house.stop()
})

/** Somebody at the desk, in a browser of their own. */
async function at(
  t: { skip(why: string): void; after(end: () => unknown): void },
  who: string,
  how?: BrowserContextOptions,
) {
  started ??= start()
  const ready = await started
  if ('skipped' in ready) {
    t.skip(ready.skipped)
    return undefined
  }
  const context = await ready.browser.newContext(how)
  t.after(() => context.close())
  const page = await context.newPage()
  const enter = () => signIn(page, ready.house, who)
  await page.goto(`${ready.house.address}/entrar`)
  await enter()
  await page.waitForURL(/\/hoy$/)
  return { page, context, enter, address: ready.house.address }
}

async function signIn(page: Page, { passwords }: Running, who: string): Promise<void> {
  const [email, password] = passwords.find(([each]) => each.startsWith(who)) ?? ['', '']
  await page.getByLabel('Correo').fill(email)
  await page.getByLabel('Contraseña').fill(password)
  await page.getByRole('button', { name: 'Entrar' }).click()
}

const focused = (page: Page) => page.evaluate('document.activeElement.id') as Promise<string>
const requestIn = async (page: Page, address: string, state: string): Promise<string> => {
  await page.goto(`${address}/solicitudes?vista=todas`)
  const row = page.locator('tr', { hasText: state })
  return (await row.getByRole('link').first().getAttribute('href')) ?? ''
}

test('what was typed is there after a reload and after the sign-in ended, and can be discarded', async (t) => {
  const desk = await at(t, 'daniela')
  if (!desk) return
  const { page, context, enter, address } = desk
  await page.goto(`${address}/solicitudes/nueva`)
  await page.getByLabel('Título').fill('Informe que no debe perderse')
  await page.locator('select').first().selectOption({ index: 1 })
  await page.reload()
  assert.equal(await page.getByLabel('Título').inputValue(), 'Informe que no debe perderse')
  await page.getByRole('button', { name: 'Empezar' }).click()
  await page.waitForURL(/SP-/)
  assert.equal(await page.getByRole('status').innerText(), 'Abrió la solicitud.')
  await page.getByLabel('Resumen').fill('Lo que se hizo en el trimestre.')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Guardar' }).click()
  await enter()
  await page.getByRole('link', { name: 'Volver sin enviarlo' }).click()
  assert.equal(await page.getByLabel('Resumen').inputValue(), 'Lo que se hizo en el trimestre.')
  await page.getByText('31 de 1,000 caracteres').waitFor()
  await page.getByRole('button', { name: 'Descartarlo' }).click()
  assert.equal(await page.getByLabel('Resumen').inputValue(), '')
  await page.reload()
  assert.equal(await page.getByLabel('Resumen').inputValue(), '')
})

test('a dialog that was refused stands open with the focus on its reasons, which lead to the field', async (t) => {
  const desk = await at(t, 'paula')
  if (!desk) return
  const { page, address } = desk
  await page.goto(address + (await requestIn(page, address, 'Enviada')))
  await page.getByRole('link', { name: 'Admitir', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Admitir' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Elija a quien la revisará.' }).waitFor()
  assert.equal(await focused(page), 'errores-del-dialogo')
  await page.getByRole('link', { name: 'Elija a quien la revisará.' }).click()
  assert.match(await focused(page), /-admit-reviewer$/)
})

test('without scripts a refused dialog is read and sent again in the page', async (t) => {
  const desk = await at(t, 'paula', { javaScriptEnabled: false })
  if (!desk) return
  const { page, address } = desk
  await page.goto(`${address}${await requestIn(page, address, 'Enviada')}#admit`)
  await page.locator('#admit').getByRole('button', { name: 'Admitir' }).click()
  assert.ok(await page.locator('#admit .summary-error').isVisible())
  assert.ok(await page.locator('#admit').getByLabel('Quién revisa').isVisible())
})

test('a link to what is folded unfolds it', async (t) => {
  const desk = await at(t, 'oscar')
  if (!desk) return
  const { page, address } = desk
  await page.goto(address + (await requestIn(page, address, 'En revisión')))
  await page.getByText('Escribir una observación').click()
  await page.getByRole('button', { name: 'Agregar' }).click()
  await page.getByRole('link', { name: 'Escriba la observación.' }).waitFor()
  await page.locator('#escribir > summary').click()
  await page.getByRole('link', { name: 'Escriba la observación.' }).click()
  assert.match(await focused(page), /-observaciones-text$/)
})

test('a colour says how it reads while it is chosen', async (t) => {
  const desk = await at(t, 'joel')
  if (!desk) return
  const { page, address } = desk
  await page.goto(`${address}/administrar/institucion`)
  await page.locator('[type=color]').first().fill('#0b5660')
  assert.equal(await page.locator('[name=accent]').inputValue(), '#0b5660')
  await page.getByText(/Contraste de 7\.\d a 1/).waitFor()
})
