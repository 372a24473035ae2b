import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openPortal } from './portal-house.ts'

test('an institution opens a section and a visitor finds it on the home page', async (t) => {
  const house = await openPortal(t)
  await house.ask('open-section', { titleEs: 'Transparencia', portal: 'both', summaryEs: 'Obligaciones, por periodo.' })
  const home = await house.visit('/')
  assert.equal(home.status, 200)
  assert.match(home.text, /<a href="\/transparencia">Transparencia<\/a>/)
  const section = await house.visit('/transparencia')
  assert.equal(section.status, 200)
  const other = await house.visit('/nada')
  assert.equal(other.status, 404)
  assert.match(other.text, /No encontramos esta página/)
})
