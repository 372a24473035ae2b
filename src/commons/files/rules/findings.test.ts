import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { summed } from './findings.ts'

const found = (severity: 'blocks' | 'must' | 'suggests' | 'informs', at = 0) => ({ severity, at })

test('the gravest come first, and those alike in the order in which they were found', () => {
  const { findings } = summed([
    found('informs'),
    found('must', 1),
    found('blocks'),
    found('suggests'),
    found('must', 2),
  ])
  assert.deepEqual(findings, [found('blocks'), found('must', 1), found('must', 2), found('suggests'), found('informs')])
})

test('a file without findings goes out', () => {
  assert.deepEqual(summed([]), { findings: [], blocking: 0, must: 0 })
})

test('500 are kept, the gravest, and all are counted', () => {
  const many = [
    ...Array.from({ length: 600 }, () => found('must')),
    ...Array.from({ length: 3 }, () => found('blocks')),
  ]
  const { findings, blocking, must } = summed(many)
  assert.deepEqual([findings.length, blocking, must], [500, 3, 600])
  assert.equal(findings.filter(({ severity }) => severity === 'blocks').length, 3)
})

test('what blocks is never left out by what does not', () => {
  const severity = fc.constantFrom('blocks', 'must', 'suggests', 'informs')
  fc.assert(
    fc.property(fc.array(severity, { maxLength: 700 }), (given) => {
      const { findings, blocking } = summed(given.map((each) => found(each)))
      assert.equal(blocking, given.filter((each) => each === 'blocks').length)
      assert.equal(findings.filter((each) => each.severity === 'blocks').length, Math.min(blocking, 500))
    }),
    { numRuns: 50 },
  )
})
