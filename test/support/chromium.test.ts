import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from './chromium.ts'

test('Chromium draws a page and runs its script', async (context) => {
  const browser = await openBrowser()
  if ('skipped' in browser) return context.skip(browser.skipped)
  context.after(() => browser.close())
  const page = await browser.newPage()
  await page.setContent('<h1>Sesión</h1><script>document.querySelector("h1").append(" 1")</script>')
  assert.equal(await page.getByRole('heading').innerText(), 'Sesión 1')
  const box = await page.getByRole('heading').boundingBox()
  assert.ok(box && box.height > 10, 'letters have a height')
})
