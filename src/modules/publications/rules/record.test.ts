import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type EntryTold, openRecord } from './record.ts'

const about = { request: 7, folio: 'SP-2026-000007', document: 3, key: 'acta' }
const entry = (command: string, name: string, data: object): EntryTold => ({
  ...{ at: '2026-10-16T16:00:00.000Z', actor: 'account:3', command: `publications.${command}` },
  events: [[`publications.${name}`, { ...about, ...data }]],
})
const approval = entry('approve-request', 'request-approved', { fingerprint: 'a' })
const voiding = entry('describe-request', 'approval-voided', { fingerprint: 'a' })
const publication = (more = {}) =>
  entry('publish-document', 'document-published', { edition: 1, number: 1, fingerprint: 'a', urgent: false, ...more })
const withdrawal = (command: string) =>
  entry(command, 'document-withdrawn', { fingerprint: 'a', reason: 'consolidated' })

const faultsIn = (...entries: readonly EntryTold[]) => {
  const record = openRecord()
  for (const each of entries) record.read(each)
  return record.faults
}
const published = [{ folio: 'SP-2026-000007', what: 'published' }]

test('what was approved and not voided may go live; anything else is told', () => {
  assert.deepEqual(faultsIn(approval, publication()), [])
  assert.deepEqual(faultsIn(publication()), published)
  assert.deepEqual(faultsIn(approval, voiding, publication()), published)
  assert.deepEqual(faultsIn(approval, publication({ fingerprint: 'b' })), published)
})

test('an emergency and a roll back need none; a withdrawal only where an area asked for it', () => {
  assert.deepEqual(faultsIn(publication({ urgent: true })), [])
  assert.deepEqual(faultsIn(publication({ rollsBackTo: 1 })), [])
  assert.deepEqual(faultsIn(withdrawal('withdraw-document')), [])
  assert.deepEqual(faultsIn(withdrawal('publish-scheduled')), [{ folio: 'SP-2026-000007', what: 'carriedOut' }])
})
