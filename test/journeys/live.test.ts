import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { openFurnished } from '../support/furnished.ts'
import {
  addressOf,
  admitted,
  approved,
  lend,
  move,
  paper,
  published,
  reasonsIn,
  reasonsOn,
  requestOf,
  sha256Of,
  stateOf,
  title,
  toldOf,
} from '../support/journey.ts'

const reason = 'Hay que avisar antes de que abra la sede.'

test('an emergency needs its reason, and is ratified by another person who is told of it', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  for (const [fields, status] of [
    [{}, 422],
    [{ reason: 'Ya.' }, 422],
  ] as const)
    assert.equal((await house.send(`${request.here}/publish-urgently`, 'paula', fields)).status, status)
  assert.equal((await house.send(`${request.here}/publish-urgently`, 'oscar', { reason })).status, 403)
  await move(house, request, 'publish-urgently', 'paula', { reason })
  assert.equal(await stateOf(house, request), 'published-pending-ratification')
  const { address } = await addressOf(house, request)
  assert.equal((await house.request(address)).status, 200)
  const told = (await toldOf(house, request)).find(({ name }) => name === 'document-published')
  assert.equal(told?.data['urgent'], true)
  assert.match((await house.request('/avisos', 'mariana')).text, new RegExp(`${request.folio} se publicó de urgencia`))
  assert.match((await house.request('/hoy', 'mariana')).text, new RegExp(`Ratificar ${request.folio}`))
  await move(house, request, 'ratify', 'mariana')
  assert.equal(await stateOf(house, request), 'published')
  const last = (await toldOf(house, request)).findLast(({ name }) => name === 'publication-ratified')
  assert.equal(last?.actor, (await house.actor('mariana')).id)
})

test('an emergency that should not have been comes down with the reason, and says no title', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  await move(house, request, 'publish-urgently', 'paula', { reason })
  const { address } = await addressOf(house, request)
  assert.equal((await house.send(`${request.here}/object`, 'mariana', {})).status, 422)
  await move(house, request, 'object', 'mariana', { reason: 'El área no había terminado el informe.' })
  const gone = await house.request(address)
  assert.equal(gone.status, 410)
  assert.doesNotMatch(gone.text, new RegExp(title))
  assert.equal(await stateOf(house, request), 'withdrawn')
  assert.match((await house.request(request.here, 'daniela')).text, /Objetó la publicación de urgencia: el documento se retiró\./)
})

test('whoever published an emergency neither ratifies nor objects to it, even with the grant', async (t) => {
  const house = await openFurnished(t)
  const request = await admitted(house)
  await lend(house, 'mariana', 'paula')
  await move(house, request, 'publish-urgently', 'paula', { reason })
  for (const path of ['ratification', 'objection']) {
    const refused = await house.ask('POST', `/en/api/v1/requests/${request.id}/${path}`, 'paula', { reason })
    assert.equal(refused.status, 422)
    assert.deepEqual(reasonsIn(refused.text), ['You published it. Another person must decide.'])
  }
})

test('a withdrawal is no emergency: what must come down at once has its own door', async (t) => {
  const house = await openFurnished(t)
  const { key, address } = await published(house)
  const request = await admitted(house, { kind: 'withdraw', document: key }, { withdrawalReason: 'published-in-error' })
  const refused = await house.send(`${request.here}/publish-urgently`, 'paula', { reason })
  assert.deepEqual(reasonsOn(refused.text), [
    'Un retiro no se hace de urgencia. Si hay datos personales o una orden, se retira de inmediato.',
  ])
  assert.equal((await house.request(address)).status, 200)
})

test('the former edition is live again with a click for a day, and after that only by a request', async (t) => {
  const house = await openFurnished(t)
  const first = await published(house)
  const update = await approved(house, { kind: 'update', document: first.key }, { title: 'Informe con un error' })
  await move(house, update, 'publish', 'paula')
  assert.match((await house.request(first.address)).text, /Informe con un error/)
  house.clock.pass(23 * 3_600_000)
  const note = 'Salió con un error en la portada.'
  assert.equal((await house.send(`${update.here}/regresar`, 'oscar', { to: '1', note })).status, 403)
  assert.match((await house.request(update.here, 'paula')).text, /Regresar a la edición 1/)
  assert.deepEqual(reasonsOn((await house.send(`${update.here}/regresar`, 'paula', { to: '1', note })).text), [
    'Usted la publicó. Otra persona debe decidir.',
  ])
  await lend(house, 'paula', 'mariana')
  await move(house, update, 'regresar', 'mariana', { to: '1', note })
  const page = await house.request(first.address)
  assert.match(page.text, new RegExp(`<h1[^>]*>${title}`))
  assert.match(page.text, /Versión 3/)
  assert.match(page.text, /Vuelve a la versión 1\. Salió con un error en la portada\./)
  assert.match((await house.request(`${first.address}/v/2`)).text, /Informe con un error/)
  assert.equal(await stateOf(house, first), 'published')
  assert.equal(await stateOf(house, update), 'superseded')
  const told = (await toldOf(house, first)).findLast(({ name }) => name === 'document-published')
  assert.equal(told?.data['rollsBackTo'], 1)
})

test('rolling back is refused after a day, to any other edition, and to what was taken down', async (t) => {
  const house = await openFurnished(t)
  const first = await published(house)
  const update = await approved(house, { kind: 'update', document: first.key })
  await move(house, update, 'publish', 'paula')
  const { document } = await requestOf(house, update.folio)
  const rollBack = (to: number) =>
    house.ask('POST', `/en/api/v1/documents/${document}/roll-back`, 'mariana', { to, note: 'Por un error.' })
  await lend(house, 'paula', 'mariana')
  assert.equal((await rollBack(2)).status, 422)
  assert.equal((await rollBack(7)).status, 404)
  house.clock.pass(24 * 3_600_000 + 1_000)
  const late = await rollBack(1)
  assert.equal(late.status, 422)
  assert.match(late.text, /One click only returns to the edition before, within 24 hours\./)
  assert.doesNotMatch((await house.request(update.here, 'mariana')).text, /Regresar a la edición/)
  const third = await approved(house, { kind: 'update', document: first.key })
  await move(house, third, 'publish', 'paula')
  await house.send(`${third.here}/retirar`, 'teresa', { reason: 'order-of-authority', reference: 'Expediente 1/2026' })
  const ordered = await rollBack(2)
  assert.deepEqual(reasonsIn(ordered.text), ['The document is no longer published.'])
  assert.equal((await house.request(first.address)).status, 451)
})

test('an archived record is closed, and its editions stay readable and can still be taken down', async (t) => {
  const house = await openFurnished(t)
  const request = await published(house)
  assert.equal((await house.send(`${request.here}/archive`, 'paula', {})).status, 403)
  await move(house, request, 'archive', 'teresa')
  assert.equal(await stateOf(house, request), 'archived')
  assert.equal((await house.request(request.address)).status, 200)
  assert.equal((await house.request(`${request.address}/informe.txt`)).text, paper.toString())
  assert.equal((await toldOf(house, request)).at(-1)?.name, 'document-archived')
  assert.match((await house.request(request.here, 'teresa')).text, /Retirar de inmediato/)
  await move(house, request, 'retirar', 'teresa', { reason: 'order-of-authority', reference: 'Expediente 2/2026' })
  assert.equal((await house.request(request.address)).status, 451)
})

test('what readers are served is checked file by file, and a byte that differs is said loudly', async (t) => {
  const house = await openFurnished(t)
  const request = await published(house)
  await house.work()
  assert.match((await house.request(request.here, 'daniela')).text, /Verificada desde fuera: 1 de 1 archivo idéntico/)
  assert.match((await house.request(request.address)).text, /Comprobado desde fuera el 16 de octubre de 2026/)
  await writeFile(house.app.storage.pathOf(sha256Of(paper)), paper.toString().replace('todas', 'pocas'))
  try {
    const edition = (await toldOf(house, request)).find(({ name }) => name === 'document-published')?.data['edition']
    const errand = house.app.errands.get('publications.verify-publication')
    assert.ok(errand)
    await errand.run(house.app as never, { edition } as never)
    const told = (await toldOf(house, request)).at(-1)
    assert.deepEqual(
      [told?.name, told?.data['passed'], told?.data['equal'], told?.data['files']],
      ['publication-verified', false, 0, 1],
    )
    const page = await house.request(request.here, 'daniela')
    assert.match(page.text, /La verificación desde fuera no coincidió/)
    assert.match(page.text, /Lo publicado no coincide: 0 de 1 archivo idéntico\./)
    assert.doesNotMatch((await house.request(request.address)).text, /Comprobado desde fuera/)
    assert.match(
      (await house.request('/avisos', 'paula')).text,
      new RegExp(`${request.folio} no coincide con lo aprobado`),
    )
  } finally {
    await writeFile(house.app.storage.pathOf(sha256Of(paper)), paper)
  }
})
