import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Furnished, openFurnished } from '../support/furnished.ts'
import { faultsOf, walking } from '../support/walk.ts'

/** Somebody with the database in their hands changes it; answers what the verification then says. */
async function tampered(house: Furnished, statement: string): Promise<string[]> {
  await sql.raw(statement).execute(house.app.db)
  return faultsOf(house, 'publications')
}

test('an approval given to another person, taken away or added is found, by its folio', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const request = await walk.published()
  const [mariana, oscar] = [(await house.actor('mariana')).id, (await house.actor('oscar')).id]
  assert.deepEqual(await faultsOf(house, 'publications'), [])
  const own = `where request_id = ${request.id}`
  const given = await tampered(house, `update publications.review set reviewer = '${mariana}' ${own}`)
  assert.equal(given.length, 1)
  assert.match(given[0] ?? '', new RegExp(`^${request.folio}, approval of .*the ledger says that ${oscar} approved`))
  assert.match(given[0] ?? '', new RegExp(`the tables say that ${mariana} approved`))
  await sql.raw(`update publications.review set reviewer = '${oscar}' ${own}`).execute(house.app.db)
  const added = await tampered(
    house,
    `insert into publications.review (request_id, round, reviewer, fingerprint, outcome, at)
     select request_id, round, '${mariana}', fingerprint, outcome, at + interval '1 hour' from publications.review ${own}`,
  )
  assert.match(added.join('\n'), new RegExp(`^${request.folio}, approval of .*the ledger knows nothing of it\\.$`))
  const gone = await tampered(house, `delete from publications.review ${own}`)
  assert.match(gone.join('\n'), new RegExp(`^${request.folio}, approval of .*the tables know nothing of it\\.$`))
})

test('a withdrawal that was lifted by hand, or whose order was rewritten, is found by the key', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const { document, key } = await walk.published()
  const order = { reason: 'order-of-authority', reference: 'Expediente 12/2026' }
  assert.equal((await house.ask('POST', `/api/v1/documents/${document}/withdrawal`, 'teresa', order)).status, 201)
  assert.deepEqual(await faultsOf(house, 'publications'), [])
  const own = `where document_id = ${document}`
  const lifted = await tampered(house, `update publications.withdrawal set lifted_at = now() ${own}`)
  assert.match(lifted.join('\n'), new RegExp(`^${key}, withdrawal of .*and it stands; the tables say .*lifted`))
  await sql.raw(`update publications.withdrawal set lifted_at = null ${own}`).execute(house.app.db)
  const other = await tampered(house, `update publications.withdrawal set reference = 'Otro expediente' ${own}`)
  assert.equal(other.length, 1)
})

test('an edition put live by hand, or a fingerprint rewritten with its content, is found', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const { key, document } = await walk.published()
  const own = `where document_id = ${document}`
  const changed = await tampered(house, `update publications.revision set summary = 'Otra cosa.' ${own}`)
  assert.deepEqual(changed, [`${key}, revision 1: its content is not the one that was frozen.`])
  const both = await tampered(house, `update publications.revision set fingerprint = repeat('a', 64) ${own}`)
  assert.ok(both.some((fault) => fault.startsWith(`${key}, edition 1: the ledger says`)))
  const forged = await tampered(
    house,
    `with ended as (update publications.edition set superseded_at = now() ${own} returning *)
     insert into publications.edition (document_id, revision_id, request_id, number, published_at, published_by)
     select document_id, revision_id, request_id, 7, now(), published_by from ended`,
  )
  assert.ok(forged.some((fault) => fault.startsWith(`${key}, edition 7: the tables say`)))
})

test('emergencies, roll backs, voided approvals and imports agree with what the ledger tells of them', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const voided = await walk.admitted({ title: 'Uno que se corrige' })
  await walk.step(voided, 'oscar', '/approval')
  await walk.describe(voided, { title: 'Uno que se corrigió' })
  await walk.publish(voided)
  const urgent = await walk.admitted({ title: 'Uno que corre prisa' })
  await walk.step(urgent, 'paula', '/urgent-publication', { reason: 'Hay que avisar antes de que abra la sede.' })
  assert.deepEqual(await faultsOf(house, 'publications'), [])
  await walk.step(urgent, 'mariana', '/ratification')
  assert.deepEqual(await faultsOf(house, 'publications'), [])
  const { folio } = await walk.tell(urgent)
  const hidden = await tampered(
    house,
    `update publications.request set urgent_by = null, urgent_at = null where folio = '${folio}'`,
  )
  assert.match(hidden.join('\n'), new RegExp(`^${folio}, urgency: the ledger says .*the tables know nothing of it`))
})
