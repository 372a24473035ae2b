import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsIn, type ImportFacts } from './importing.ts'

const facts: ImportFacts = {
  accounts: new Set(['paula@iea.example']),
  housed: new Set(['otra.de.paula@iea.example']),
  roles: new Set([1]),
  areas: new Set([7, 8]),
}
const wanted = (email: string, role = 1, areas: readonly number[] = [7]) => ({ email, role, areas })

test('a batch without faults has none', () => {
  assert.deepEqual(faultsIn([wanted('a@iea.example'), wanted('b@iea.example', 1, [])], facts), [])
})

test('every fault of every account is said, with its place and field', () => {
  const batch = [
    wanted('paula@iea.example'),
    wanted('otra.de.paula@iea.example'),
    wanted('a@iea.example', 9, [7, 99]),
    wanted('a@iea.example'),
  ]
  assert.deepEqual(
    faultsIn(batch, facts).map(({ at, field, fault }) => `${at} ${field} ${fault}`),
    [
      '0 email emailTaken',
      '1 email personHasAccount',
      '2 role noSuchRole',
      '2 areas noSuchArea',
      '3 email emailRepeated',
    ],
  )
})
