import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startingRules } from '../rules/parameters.ts'
import { written } from '../rules/testing/written.ts'
import { ruleSetShape } from './rule-shape.ts'

/** What a norm writes, laid over what a body begins with: lists and shapes are replaced whole. */
function over(base: unknown, parts: unknown): unknown {
  if (!isPlain(base) || !isPlain(parts) || 'kind' in parts) return parts
  const keys = new Set([...Object.keys(base), ...Object.keys(parts)])
  return Object.fromEntries([...keys].map((key) => [key, key in parts ? over(base[key], parts[key]) : base[key]]))
}
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const whole = (parts: unknown) => over(startingRules, parts)

test('the rules with which a body begins are a rule set', () => {
  assert.deepEqual(ruleSetShape.parse(startingRules), startingRules)
})

for (const [id, parts] of Object.entries(written)) {
  test(`a rule set can say what the law says: ${id}`, () => {
    const params = whole(parts)
    assert.deepEqual(ruleSetShape.parse(params), params)
  })
}

test('what is no rule set is refused where it is wrong', () => {
  const wrong: readonly (readonly [unknown, string])[] = [
    [{ quorum: { basis: 'everybody' } }, 'quorum.basis'],
    [{ quorum: { threshold: { kind: 'half-plus-one' } } }, 'quorum.threshold.rounding'],
    [{ quorum: { threshold: { kind: 'most' } } }, 'quorum.threshold.kind'],
    [{ quorum: { threshold: { kind: 'any', n: 3 } } }, 'quorum.threshold'],
    [{ quorum: { threshold: { kind: 'at-least', n: 0 } } }, 'quorum.threshold.n'],
    [{ quorum: { threshold: { kind: 'at-least', n: '8' } } }, 'quorum.threshold.n'],
    [{ quorum: { requires: [{ kind: 'group', group: '', atLeast: 1 }] } }, 'quorum.requires.0.group'],
    [{ notice: { ordinary: { amount: 1.5, unit: 'hours', counting: 'between' } } }, 'notice.ordinary.amount'],
    [{ vote: { onTie: ['revote', 'revote'] } }, 'vote.onTie'],
    [{ vote: { abstention: 'no' } }, 'vote.abstention'],
    [{ vote: { quiet: true } }, 'vote'],
    [{ joint: { quorum: 'together' } }, 'joint.quorum'],
  ]
  for (const [parts, path] of wrong) {
    const { error } = ruleSetShape.safeParse(whole(parts))
    assert.ok(
      error?.issues.some((issue) => issue.path.join('.') === path),
      `${path}: ${error}`,
    )
  }
  const { minutes: _, ...rest } = startingRules
  assert.equal(ruleSetShape.safeParse(rest).success, false)
})
