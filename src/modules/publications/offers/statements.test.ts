import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Decided } from '../rules/record.ts'
import { differencesOf, statementsOf } from './statements.ts'

const nothing: Decided = { approvals: [], editions: [], withdrawals: [], urgencies: [] }
const withdrawn = (liftedAt: string | null): Decided => ({
  ...nothing,
  withdrawals: [{ key: 'acta', by: 'account:3', at: '2026-10-16', reason: 'other', fingerprint: 'a', liftedAt }],
})
const between = (tables: Decided, ledger: Decided) => [...differencesOf(statementsOf(tables), statementsOf(ledger))]

test('what the tables and the ledger say apart is said in both languages', () => {
  assert.deepEqual(between(withdrawn(null), withdrawn(null)), [])
  const [said] = between(withdrawn('2026-10-17'), withdrawn(null))
  assert.match(
    said?.es ?? '',
    /^acta, retiro del .*y sigue retirado; las tablas dicen que .*levantado el 2026-10-17\.$/,
  )
  assert.match(said?.en ?? '', /^acta, withdrawal of .*and it stands; the tables say that .*lifted 2026-10-17\.$/)
  assert.match(between(nothing, withdrawn(null))[0]?.es ?? '', /las tablas no saben de ello\.$/)
  assert.match(between(withdrawn(null), nothing)[0]?.es ?? '', /el libro no sabe de ello\.$/)
})

test('a second row of the same name never hides the first', () => {
  const twice = { ...nothing, withdrawals: [...withdrawn(null).withdrawals, ...withdrawn(null).withdrawals] }
  const said = between(twice, withdrawn(null))
  assert.deepEqual([said.length, said[0]?.es.startsWith('acta, retiro del 2026-10-16, otra vez: ')], [1, true])
})
