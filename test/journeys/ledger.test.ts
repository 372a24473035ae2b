import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastCheckpoint, verifyLedger } from '#kernel/ledger-proof'
import { sequence } from '#kernel/sequencer'
import { openFurnished } from '../support/furnished.ts'
import { approved, move, open, optionNamed, paper, published, sha256Of, submitted, title } from '../support/journey.ts'

test('twenty requests opened at once take twenty folios in a row, and one refused takes none', async (t) => {
  const house = await openFurnished(t)
  const page = await house.request('/solicitudes/nueva', 'daniela')
  const area = optionNamed(page.text, 'PPP')
  const asked = Array.from({ length: 20 }, (_, each) => ({
    ...{ kind: each % 5 === 4 ? 'update' : 'publish', area, title: `Solicitud simultánea ${each}` },
  }))
  const answers = await Promise.all([
    ...asked.map((body) => house.ask('POST', '/api/v1/requests', 'daniela', body)),
    ...asked.slice(0, 4).map((body) => house.ask('POST', '/api/v1/requests', 'daniela', { ...body, title: 'x' })),
  ])
  const opened = answers.filter(({ status }) => status === 201)
  assert.equal(opened.length, 16)
  const numbers = opened.map(({ text }) => Number(JSON.parse(text).folio.slice(-6))).toSorted((a, b) => a - b)
  assert.deepEqual(
    numbers,
    numbers.map((_, at) => (numbers[0] ?? 0) + at),
  )
  assert.equal(Number((await open(house)).folio.slice(-6)), (numbers.at(-1) ?? 0) + 1)
})

test('folios begin again with the year of the institution, not with that of Greenwich', async (t) => {
  const house = await openFurnished(t)
  house.clock.set('2027-01-01T05:59:00Z')
  assert.match((await open(house)).folio, /^SP-2026-/)
  house.clock.set('2027-01-01T06:00:00Z')
  assert.equal((await open(house)).folio, 'SP-2027-000001')
})

test('a form sent twice with its key opens one request', async (t) => {
  const house = await openFurnished(t)
  const page = await house.request('/solicitudes/nueva', 'daniela')
  const form = { kind: 'publish', title, area: optionNamed(page.text, 'PPP'), portal: 'internet', _key: 'abcdefgh-1' }
  const [first, second] = [
    await house.send('/solicitudes/nueva', 'daniela', form),
    await house.send('/solicitudes/nueva', 'daniela', form),
  ]
  assert.equal(first.headers.get('location'), second.headers.get('location'))
})

test('the acknowledgement says what was received, and the root of the ledger that holds it', async (t) => {
  const house = await openFurnished(t)
  const draft = await open(house)
  assert.equal((await house.request(`${draft.here}/acuse`, 'daniela')).status, 404)
  const request = await submitted(house)
  await sequence(house.app)
  const checkpoint = await lastCheckpoint(house.app.db)
  assert.ok(checkpoint)
  const root = Buffer.from(checkpoint.root).toString('hex')
  for (const [path, words] of [
    [request.here, /Raíz del libro del 16 de octubre de 2026/],
    [`/en${request.here}`, /Root of the ledger/i],
  ] as const) {
    const { text, status } = await house.request(`${path}/acuse`, 'daniela')
    const plain = text.replaceAll(/<[^>]+>|\s/g, '')
    assert.equal(status, 200)
    assert.match(text, words)
    assert.match(text, new RegExp(request.folio))
    assert.ok(plain.includes(root), 'the root is not printed whole')
    assert.ok(plain.includes(sha256Of(paper)), 'the hash of the file is not printed whole')
  }
  assert.equal((await house.request(`${request.here}/acuse`, 'ines')).status, 404)
  assert.match((await house.request('/libro/raiz')).text, new RegExp(String(checkpoint.size)))
})

test('a whole journey leaves a ledger that verifies, and a published edition that nobody can change unseen', async (t) => {
  const house = await openFurnished(t)
  const request = await published(house)
  const update = await approved(house, { kind: 'update', document: request.key }, { changeNote: 'Corrige una cifra.' })
  await move(house, update, 'publish', 'paula')
  await house.work()
  await sequence(house.app)
  const faults = async () => {
    const said: string[] = []
    for await (const fault of verifyLedger(house.app)) said.push(fault.en)
    for (const { verify } of house.app.modules)
      if (verify) for await (const fault of verify(house.app)) said.push(fault.en)
    return said
  }
  assert.deepEqual(await faults(), [])
  for (const change of [{ change_note: 'Otra cosa.' }, { summary: 'Otra cosa.' }, { area_id: 1 }]) {
    const tables = house.app.db as never as {
      updateTable(table: string): {
        set(change: object): { where(...given: unknown[]): { execute(): Promise<unknown> } }
      }
    }
    await tables.updateTable('publications.revision').set(change).where('request_id', '=', update.id).execute()
    assert.match((await faults()).join('\n'), /its content is not the one that was frozen/)
  }
})
