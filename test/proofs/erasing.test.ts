import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { openFurnished } from '../support/furnished.ts'
import { faultsOf, walking } from '../support/walk.ts'

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')
const texts = ['CURP: primera edición.\n', 'CURP: se subió y se reemplazó.\n', 'CURP: segunda edición.\n'] as const

test('personal data leave with every version of their file: former editions and working copies too', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const other = 'Nada que ver con el documento.\n'
  await walk.published({ title: 'Otro documento del área', files: { 'otro.txt': other } })
  const first = await walk.published({ files: { 'padron.txt': texts[0] } })
  const update = await walk.open({ kind: 'update', document: first.document })
  const [file] = (await walk.tell(update)).files
  await walk.attach(update, 'padron.txt', texts[1], file?.file)
  await walk.attach(update, 'padron.txt', texts[2], file?.file)
  await walk.publish(await walk.admit(update))
  for (const text of texts) assert.ok(await house.app.storage.has(sha256Of(text)))
  const answer = await house.ask('POST', `/api/v1/documents/${first.document}/withdrawal`, 'teresa', {
    ...{ reason: 'personal-or-reserved-data', reference: 'Incidente 7/2026' },
  })
  assert.equal(answer.status, 201, answer.text)
  await house.work()
  for (const text of texts) assert.equal(await house.app.storage.has(sha256Of(text)), false, text)
  assert.ok(await house.app.storage.has(sha256Of(other)))
  assert.deepEqual(await faultsOf(house, 'files', 'publications'), [])
})

test('a draft that repeated it before keeps no copy of it, and cannot be sent with what was erased', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const first = await walk.published({ files: { 'padron.txt': texts[0] } })
  const answer = await house.ask('POST', `/api/v1/requests/${first.id}/repetitions`, 'daniela', {})
  assert.equal(answer.status, 201, answer.text)
  const { request } = JSON.parse(answer.text) as { readonly request: number }
  assert.equal((await walk.tell(request)).files.length, 1)
  await house.ask('POST', `/api/v1/documents/${first.document}/withdrawal`, 'teresa', {
    ...{ reason: 'personal-or-reserved-data', reference: 'Incidente 8/2026' },
  })
  await house.work()
  assert.equal(await house.app.storage.has(sha256Of(texts[0])), false)
  const sent = await walk.attempt(request, 'daniela', '/submission')
  assert.doesNotMatch(sent.text, /no ha terminado/)
  assert.match(sent.text, /El acervo ya no tiene un archivo de la solicitud/)
})
