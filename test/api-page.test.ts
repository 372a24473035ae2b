import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '../src/app.ts'
import { openFurnished } from './support/furnished.ts'

test('the documentation of the API is found where programs look for it, and its groups are named in words', async (t) => {
  const house = await openFurnished(t)
  const asked = await house.request('/api/v1/docs')
  assert.equal(asked.status, 301)
  assert.equal(asked.headers.get('location'), '/api')
  const page = await house.request('/api')
  assert.match(page.text, /<h2[^>]*>[^<]*Solicitudes y documentos/)
  const headings = [...page.text.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, heading = '']) => heading.trim())
  for (const { name, title, api } of modules) {
    if (api?.length) assert.ok(title, `${name} has operations, and no name in words`)
    assert.equal(headings.includes(name), false, name)
  }
})
