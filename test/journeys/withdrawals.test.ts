import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { refreshIndex } from '#commons/search'
import { sequence } from '#kernel/sequencer'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import {
  approved,
  describe,
  move,
  open,
  paper,
  published,
  reasonsIn,
  reasonsOn,
  stateOf,
  submitted,
  title,
  toldOf,
  upload,
} from '../support/journey.ts'

const newer = Buffer.concat([paper, Buffer.from('Segundo. Se agrega el cuadro.\n')])
const target = '/documentos/contratos-celebrados-de-julio-a-septiembre-de-2026'
const note = 'Lo sustituye el informe anual.'

/** A document with two editions of one file. */
async function twoEditions(house: Furnished) {
  const { address, key } = await published(house)
  const update = await open(house, { kind: 'update', document: key })
  const [file] = await fileOf(house, update.folio)
  await upload(house, update, 'informe.txt', newer, { replaces: file ?? 0 })
  await house.work()
  await describe(house, update)
  await move(house, update, 'submit', 'daniela')
  await move(house, update, 'admit', 'paula', { reviewer: (await house.actor('oscar')).id })
  await move(house, update, 'approve', 'oscar')
  await move(house, update, 'publish', 'paula')
  return { address, key, update }
}
const fileOf = async (house: Furnished, folio: string): Promise<number[]> =>
  JSON.parse((await house.ask('GET', `/api/v1/requests/${folio}`, 'paula')).text).files.map(
    ({ file }: { file: number }) => file,
  )

/** Everything a reader could ask for, and what each answered. */
async function asked(house: Furnished, address: string, key: string) {
  await refreshIndex(house.app)
  await sequence(house.app)
  const statusOf = async (path: string) => (await house.request(path)).status
  const says = async (path: string) => (await house.request(path)).text.includes(address)
  return {
    page: await statusOf(address),
    english: await statusOf(`/en${address}`),
    latest: await statusOf(`${address}/informe.txt`),
    old: await statusOf(`${address}/v/1/informe.txt`),
    oldPage: await statusOf(`${address}/v/1`),
    citation: await statusOf(`${address}/cita.bib`),
    proof: await statusOf(`${address}/v/2/prueba.json`),
    api: await statusOf(`/api/v1/documents/${key}`),
    listed: await says('/api/v1/documents?limit=200'),
    found: await says('/api/v1/search?q=informe+trimestral'),
    searched: await says('/buscar?q=informe+trimestral'),
    feed: await says('/novedades.atom'),
    news: await says('/novedades'),
    mapped: await says('/mapa-1.xml'),
    home: await says('/'),
  }
}
const everywhere = (status: number) => ({
  ...{ page: status, english: status, latest: status, old: status, oldPage: status, citation: status, proof: status },
})
const hidden = { listed: false, found: false, searched: false, feed: false, news: false, mapped: false, home: false }
const shown = { listed: true, found: true, searched: true, feed: true, news: true, mapped: true, home: true }

const reasons = [
  { reason: 'published-in-error', fields: {}, expected: { ...everywhere(410), api: 404, ...hidden } },
  {
    reason: 'published-in-error',
    fields: { withdrawalTarget: target },
    expected: { ...everywhere(301), api: 404, ...hidden },
  },
  {
    reason: 'consolidated',
    fields: { withdrawalTarget: target },
    expected: { ...everywhere(301), api: 404, ...hidden },
  },
  {
    reason: 'no-longer-in-force',
    fields: { withdrawalNote: note },
    expected: { ...everywhere(200), api: 200, ...shown },
  },
  {
    reason: 'historical-archive',
    fields: { withdrawalTarget: 'https://archivo.iea.example/2026/informe' },
    expected: { ...everywhere(301), api: 404, ...hidden },
  },
  {
    reason: 'personal-or-reserved-data',
    fields: { reference: 'Incidente 7/2026' },
    expected: { ...everywhere(410), api: 404, ...hidden },
  },
  {
    reason: 'order-of-authority',
    fields: { reference: 'Expediente 12/2026' },
    expected: { ...everywhere(451), api: 404, ...hidden },
  },
  { reason: 'validity-ended', fields: {}, expected: { ...everywhere(200), api: 200, ...shown } },
] as const

for (const { reason, fields, expected } of reasons) {
  const where = 'withdrawalTarget' in fields ? ' with a target' : ''
  test(`withdrawn as ${reason}${where}, each address answers as its rule says`, async (t: TestContext) => {
    const house = await openFurnished(t)
    const { address, key, update } = await twoEditions(house)
    const withdrawal = await approved(
      house,
      { kind: 'withdraw', document: key },
      { withdrawalReason: reason, ...fields },
    )
    assert.deepEqual(await asked(house, address, key), { ...everywhere(200), api: 200, ...shown })
    await move(house, withdrawal, 'publish', 'paula')
    assert.deepEqual(await asked(house, address, key), expected)
    if (expected.page === 301) {
      for (const path of [address, `${address}/informe.txt`, `${address}/v/1/informe.txt`])
        assert.equal((await house.request(path)).headers.get('location'), Object.values(fields)[0])
    }
    if (expected.page === 200) assert.equal((await house.request(`${address}/v/1/informe.txt`)).text, paper.toString())
    else assert.doesNotMatch((await house.request(address)).text, /Informe trimestral/)
    assert.equal(await stateOf(house, update), 'withdrawn')
    const told = (await toldOf(house, withdrawal)).at(-1)
    assert.equal(told?.name, 'document-withdrawn')
    assert.equal(told?.data['reason'], reason)
    assert.equal(told?.data['status'], expected.page)
  })
}

test('what is no longer in force says so above its content, with the explanation of its area', async (t) => {
  const house = await openFurnished(t)
  const { address, key } = await published(house)
  const withdrawal = await approved(
    house,
    { kind: 'withdraw', document: key },
    { withdrawalReason: 'no-longer-in-force', withdrawalNote: note },
  )
  await move(house, withdrawal, 'publish', 'paula')
  const page = await house.request(address)
  assert.match(page.text, /Ya no está vigente\. Se conserva para consulta\. Lo sustituye el informe anual\./)
  assert.match(page.text, /Ya no vigente/)
  assert.match((await house.request(`/en${address}`)).text, /It is no longer in force\. It is kept for reference\./)
})

test('each reason for a withdrawal asks for what it needs, and says all that is missing', async (t) => {
  const house = await openFurnished(t)
  const { key } = await published(house)
  const lacking = {
    'published-in-error': [],
    consolidated: ['Falta la dirección a la que se enviará a quien lo busque.'],
    'no-longer-in-force': ['Falta el motivo del retiro, o la explicación que ese motivo pide.'],
    'historical-archive': ['Falta la dirección a la que se enviará a quien lo busque.'],
    'personal-or-reserved-data': ['Falta el folio del incidente o el número del expediente que lo ordena.'],
    'order-of-authority': ['Falta el folio del incidente o el número del expediente que lo ordena.'],
    'validity-ended': [],
  }
  const request = await open(house, { kind: 'withdraw', document: key })
  for (const [reason, missing] of Object.entries(lacking)) {
    assert.equal((await describe(house, request, { withdrawalReason: reason, summary: '' })).status, 303)
    const refused = await house.send(`${request.here}/submit`, 'daniela', {})
    assert.equal(refused.status, 422)
    assert.deepEqual(
      reasonsOn(refused.text).toSorted(),
      ['Falta el resumen: diga en una o dos frases qué es y de qué periodo.', ...missing].toSorted(),
      reason,
    )
  }
  assert.equal(
    (await describe(house, request, { withdrawalReason: 'consolidated', withdrawalTarget: `/documentos/${key}` }))
      .status,
    303,
  )
  const itself = await house.ask('POST', `/en/api/v1/requests/${request.id}/submission`, 'daniela', {})
  assert.deepEqual(reasonsIn(itself.text), ['The target address is that of the same document.'])
})

test('personal data are taken down at once, without the area, and their bytes are erased', async (t) => {
  const house = await openFurnished(t)
  const { here, address } = await published(house)
  const draft =
    /href="(\/solicitudes\/[^"]*\/archivos\/\d+)"/.exec((await house.request(here, 'daniela')).text)?.[1] ?? ''
  assert.equal((await house.request(draft, 'daniela')).status, 200)
  const sent = await house.send(`${here}/retirar`, 'teresa', {
    reason: 'personal-or-reserved-data',
    reference: 'Incidente 7/2026',
  })
  assert.equal(sent.status, 303)
  await house.work()
  assert.equal((await house.request(`${address}/informe.txt`)).status, 410)
  assert.equal((await house.request(draft, 'daniela')).status, 404)
  for (const who of ['paula', 'daniela', 'oscar'] as const)
    assert.equal(
      (await house.send(`${here}/retirar`, who, { reason: 'order-of-authority', reference: 'x' })).status,
      403,
    )
})

test('a reference changed after the approval voids it: readers see the one that was approved', async (t) => {
  const house = await openFurnished(t)
  const { key } = await published(house)
  const order = { withdrawalReason: 'order-of-authority', reference: 'Expediente 12/2026' }
  const request = await approved(house, { kind: 'withdraw', document: key }, order)
  assert.equal((await describe(house, request, { ...order, reference: 'Expediente 99/2026' })).status, 303)
  assert.equal(await stateOf(house, request), 'in-review')
})

test('a request to withdraw is returned while its document is not live', async (t) => {
  const house = await openFurnished(t)
  const { key, here } = await published(house)
  const request = await submitted(
    house,
    { kind: 'withdraw', document: key },
    { withdrawalReason: 'published-in-error' },
  )
  await house.send(`${here}/retirar`, 'teresa', { reason: 'order-of-authority', reference: 'Expediente 1/2026' })
  await move(house, request, 'admit', 'paula', { reviewer: (await house.actor('oscar')).id })
  const refused = await house.ask('POST', `/en/api/v1/requests/${request.id}/approval`, 'oscar', {})
  assert.deepEqual(reasonsIn(refused.text), ['The document is no longer published.'])
  assert.ok(title)
})
