import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import { endpointsOf } from '../support/operations.ts'
import { reasonsOf, walking } from '../support/walk.ts'

const json = { 'content-type': 'application/json', accept: 'application/json' }
const knock = (house: Furnished, path: string, headers: Record<string, string> = {}, body: object = {}) =>
  house.request(path, 'paula', { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })

test('a program that does not say which version it saw is answered 428, and a stale one 409', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const request = await walk.open()
  await house.work()
  await walk.step(request, 'daniela', '/submission')
  const admission = `/api/v1/requests/${request}/admission`
  const reviewer = { reviewer: (await house.actor('oscar')).id }
  const read = await house.request(`/api/v1/requests/${request}`, 'paula', { headers: json })
  const tag = read.headers.get('etag') ?? ''
  assert.equal(tag, `"${JSON.parse(read.text).version}"`)
  for (const headers of [{}, { 'if-match': '*' }, { 'if-match': 'W/"3"' }]) {
    const blind = await knock(house, admission, headers, reviewer)
    assert.equal(blind.status, 428, blind.text)
    assert.deepEqual(reasonsOf(blind), ['Falta decir qué versión vio.'])
  }
  await walk.step(request, 'daniela', '/abandonment')
  const stale = await knock(house, admission, { 'if-match': tag }, reviewer)
  assert.equal(stale.status, 409)
  assert.match(stale.text, /Alguien cambió esto mientras usted lo veía/)
})

test('the version in the body counts as well, and the ledger keeps it', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const request = await walk.open()
  await house.work()
  await walk.step(request, 'daniela', '/submission')
  const { version } = await walk.tell(request)
  const admission = `/api/v1/requests/${request}/admission`
  const reviewer = (await house.actor('oscar')).id
  assert.equal((await knock(house, admission, {}, { reviewer, version: version - 1 })).status, 409)
  assert.equal((await knock(house, admission, {}, { reviewer, version })).status, 201)
  const told = (await walk.history(request)).findLast(({ name }) => name === 'request-admitted')
  assert.equal(told?.input['version'], version)
})

test('every operation on a request asks for the version, but for those that take it as it stands', () => {
  const standing = new Set([
    // Files arrive many at once; a repetition and a review of files change nothing of it.
    ...['publications.attach-file', 'publications.repeat-request', 'publications.check-files'],
  ])
  const operations = endpointsOf('/requests/:request')
  assert.ok(operations.length > 20)
  const blind = operations.filter(({ asksVersion }) => !asksVersion).map(({ name }) => name)
  assert.deepEqual(new Set(blind), standing)
})

test('a reviewer whose observation came too late finds what they wrote, with or without its form', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const request = await walk.admitted()
  const { folio, version } = await walk.tell(request)
  const here = `/solicitudes/${folio}`
  const shown = await house.request(here, 'oscar')
  const hidden = /action="[^"]*\/observaciones"[\s\S]*?name="version" value="(\d+)"/.exec(shown.text)?.[1]
  assert.equal(hidden, String(version), 'the form carries the version that its reader sees')
  await walk.step(request, 'oscar', '/observations', { severity: 'must', text: 'Diga de qué trimestre.' })
  const text = 'La página tres dice otra cifra que el cuadro.'
  const late = await house.send(`${here}/observaciones`, 'oscar', { severity: 'must', text, version: hidden ?? '' })
  assert.equal(late.status, 409)
  assert.match(late.text, new RegExp(`<textarea[^>]*name="text"[^>]*>${text}`))
  assert.doesNotMatch(late.text, /ya no tiene dónde enviarse/)
  await walk.step(request, 'oscar', '/return')
  const gone = await house.send(`${here}/observaciones`, 'oscar', { severity: 'must', text, version: hidden ?? '' })
  assert.equal(gone.status, 409)
  assert.match(gone.text, new RegExp(`ya no tiene dónde enviarse[\\s\\S]*${text}`))
  const blind = await house.request(`${here}/observaciones`, 'oscar', {
    method: 'POST',
    body: new URLSearchParams({ severity: 'must', text }),
  })
  assert.equal(blind.status, 428)
  assert.match(blind.text, new RegExp(text))
})

test('every form of a record carries the version of the request', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const request = await walk.admitted()
  const { folio, version } = await walk.tell(request)
  for (const who of ['daniela', 'paula', 'oscar', 'teresa'] as const) {
    const { text } = await house.request(`/solicitudes/${folio}`, who)
    const forms = [...text.matchAll(/<form[^>]*action="(\/solicitudes\/SP[^"]*)"[\s\S]*?<\/form>/g)]
    const blind = forms
      .filter(([form]) => !form.includes(`name="version" value="${version}"`))
      .map(([, action]) => action)
    assert.deepEqual(
      blind.filter((action) => !/\/archivos(\?|$)/.test(action ?? '')),
      [],
      who,
    )
  }
})
