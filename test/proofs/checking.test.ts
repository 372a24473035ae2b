import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runsOf } from '#commons/files'
import { sectionsOf } from '#commons/portal'
import { filesOfRequest, findRequest } from '#modules/publications'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import { reasonsOf, walking } from '../support/walk.ts'

const text = 'Los mismos números en dos documentos.\n'

async function runOf(house: Furnished, request: number) {
  const [file] = await filesOfRequest(house.app, request)
  const subject = `publications.draft-file-${file?.id}`
  return (await runsOf(house.app, [subject])).get(subject)
}

/** From now on the section takes nothing but PDF. */
async function onlyPdf(house: Furnished, id: number): Promise<void> {
  const version = (await sectionsOf(house.app)).find((section) => section.id === id)?.version
  const body = { titleEs: 'Transparencia', portal: 'internet', extensions: 'pdf', version }
  const answer = await house.ask('PUT', `/api/v1/sections/${id}`, 'hugo', body)
  assert.equal(answer.status, 200, answer.text)
}

test('what became live after a file was sent is seen when its request is approved', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const waiting = await walk.admitted({ title: 'Cuadro de resultados', files: { 'cuadro.txt': text } })
  assert.deepEqual((await runOf(house, waiting))?.findings, [])
  const live = await walk.published({ title: 'Resultados completos', files: { 'resultados.txt': text } })
  await walk.step(waiting, 'oscar', '/approval')
  await house.work()
  const run = await runOf(house, waiting)
  assert.deepEqual(
    run?.findings.map(({ rule, params }) => [rule, params['address']]),
    [['duplicate/already-live', live.address]],
  )
})

test('a section that takes no such format makes its files checked anew, and they block', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const section = await walk.sectionOf('/transparencia')
  const request = await walk.open()
  await house.work()
  assert.equal((await runOf(house, request))?.blocking, 0)
  await onlyPdf(house, section)
  await walk.describe(request, { section: await walk.sectionOf('/datos-abiertos') })
  await walk.describe(request)
  await house.work()
  const blocked = await walk.attempt(request, 'daniela', '/submission')
  assert.deepEqual(reasonsOf(blocked), ['Hay hallazgos que bloquean en un archivo.'])
})

test('what a check blocks after the approval is not published, neither by hand nor by its date', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const request = await walk.admitted()
  await walk.step(request, 'oscar', '/approval')
  await walk.step(request, 'paula', '/schedule', { at: '2026-10-20T18:00:00Z' }, 'PUT')
  const section = await walk.sectionOf('/transparencia')
  await onlyPdf(house, section)
  assert.equal((await walk.attempt(request, 'oscar', '/checks')).status, 202)
  const running = await walk.attempt(request, 'paula', '/publication')
  assert.deepEqual(reasonsOf(running), ['La revisión automática de un archivo no ha terminado.'])
  await house.work()
  const refused = await walk.attempt(request, 'paula', '/publication')
  assert.deepEqual(reasonsOf(refused), ['Hay hallazgos que bloquean en un archivo.'])
  const { state } = (await findRequest(house.app, request)) ?? {}
  assert.equal(state, 'scheduled')
})
