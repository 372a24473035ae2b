import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFurnished } from '../support/furnished.ts'
import { reasonsOf, walking } from '../support/walk.ts'

const live = '/documentos/contratos-celebrados-de-julio-a-septiembre-de-2026'
const capture = 'https://archivo.iea.example/2026/informe'

test('nobody is sent to the document itself, to nothing, or through a chain of addresses', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const base = house.app.config.baseUrl
  const { document, address } = await walk.published()
  house.elsewhere.set(capture, { status: 404 })
  house.elsewhere.set('https://a.iea.example/', { status: 301, headers: { location: 'https://b.iea.example/' } })
  house.elsewhere.set('https://b.iea.example/', { status: 301, headers: { location: 'https://c.iea.example/' } })
  const itself = 'La dirección de destino es la del mismo documento.'
  const nothing = 'En la dirección de destino no hay nada publicado.'
  const cases = [
    [`${address}/`, itself],
    [`/en${address}?a=1`, itself],
    [`${base}${address}`, itself],
    ['/documentos/no-existe', nothing],
    ['/pagina-que-no-existe', nothing],
    [capture, nothing],
    ['https://a.iea.example/', 'La dirección de destino lleva a otra y esa a otra más. Escriba la última.'],
    ['http://127.0.0.1:5432/', 'La dirección de destino no es pública.'],
  ] as const
  for (const [withdrawalTarget, reason] of cases) {
    const more = { withdrawalReason: 'consolidated', withdrawalTarget }
    const request = await walk.open({ kind: 'withdraw', document, more })
    await house.work()
    assert.deepEqual(reasonsOf(await walk.attempt(request, 'daniela', '/submission')), [reason], withdrawalTarget)
  }
})

test('a target that answers is seen before anybody approves it, and the record says so', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const { document, address } = await walk.published()
  const more = { withdrawalReason: 'historical-archive', withdrawalTarget: capture }
  const request = await walk.open({ kind: 'withdraw', document, more })
  await walk.step(request, 'daniela', '/submission')
  await walk.step(request, 'paula', '/admission', { reviewer: (await house.actor('oscar')).id })
  const unseen = await walk.attempt(request, 'oscar', '/approval')
  assert.deepEqual(reasonsOf(unseen), ['La dirección de destino se está comprobando.'])
  await house.work()
  const told = (await walk.history(request)).find(({ name }) => name === 'target-checked')
  assert.deepEqual([told?.data['stands'], told?.data['status']], [true, 200])
  await walk.step(request, 'oscar', '/approval')
  await walk.step(request, 'paula', '/publication')
  assert.equal((await house.request(address)).headers.get('location'), capture)
})

test('a document of this portal is looked up at once', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const { document } = await walk.published()
  const more = { withdrawalReason: 'consolidated', withdrawalTarget: live }
  const request = await walk.open({ kind: 'withdraw', document, more })
  await walk.step(request, 'daniela', '/submission')
  await walk.step(request, 'paula', '/admission', { reviewer: (await house.actor('oscar')).id })
  await walk.step(request, 'oscar', '/approval')
})
