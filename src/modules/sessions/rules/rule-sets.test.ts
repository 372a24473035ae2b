import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RuleParams, startingRules } from './parameters.ts'
import {
  differing,
  impossibleParts,
  inForceOn,
  type ParameterName,
  parameterNames,
  unsourced,
  valueAt,
} from './rule-sets.ts'

const strict: RuleParams = {
  ...startingRules,
  quorum: { ...startingRules.quorum, basis: 'all-seats', secondCall: { threshold: { kind: 'any' }, requires: [] } },
  vote: { ...startingRules.vote, abstention: false },
}

test('every parameter of a rule set stands once in its chapters', () => {
  const all = Object.entries(startingRules).flatMap(([key, value]) =>
    typeof value === 'boolean' || Array.isArray(value) ? [key] : Object.keys(value).map((field) => `${key}.${field}`),
  )
  const maybe = ['quorum.secondCall', 'quorum.secondCallIn', 'recusal.within']
  assert.deepEqual([...all, ...maybe].toSorted(), parameterNames.toSorted())
  assert.equal(new Set(parameterNames).size, parameterNames.length)
})

test('a body says otherwise than it began only with the norm that says so', () => {
  assert.deepEqual(unsourced(startingRules, {}), [])
  const said: readonly ParameterName[] = ['quorum.basis', 'quorum.secondCall', 'vote.abstention']
  assert.deepEqual(differing(strict, startingRules), said)
  assert.deepEqual(unsourced(strict, { 'quorum.basis': 'LGTAIP, art. 28', 'vote.abstention': '' }), said.slice(1))
})

test('what differs is told whatever the order in which it was written', () => {
  const turned = { ...startingRules, remote: { saidInMinutes: true, recorded: false, allowed: true } }
  assert.deepEqual(differing(turned, startingRules), [])
  assert.equal(valueAt(strict, 'quorum.basis'), 'all-seats')
  assert.equal(valueAt(startingRules, 'quorum.secondCall'), undefined)
})

test('no part is more than the whole, wherever it stands', () => {
  const part = (num: number, den: number) => ({ kind: 'fraction', num, den, strict: false })
  assert.deepEqual(impossibleParts({ quorum: { threshold: part(3, 2) }, vote: { majority: part(2, 3) } }), [
    'quorum.threshold',
  ])
  assert.deepEqual(impossibleParts({ special: [{ rule: { majority: part(4, 3) } }] }), ['special.0.rule.majority'])
  assert.deepEqual(impossibleParts(startingRules), [])
})

test('on a day the last version that had begun is in force, and none before the first', () => {
  const versions = [
    { version: 1, from: '2026-01-01' },
    { version: 3, from: '2026-06-01' },
    { version: 2, from: '2026-06-01' },
  ]
  const on = (day: string) => inForceOn(day, versions)?.version
  assert.deepEqual(['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01'].map(on), [undefined, 1, 1, 3])
})
