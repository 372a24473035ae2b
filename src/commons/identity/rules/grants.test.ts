import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Held, narrowed, type Reach, reachOf } from './grants.ts'

const written = (reach: ReadonlyMap<string, Reach>) =>
  Object.fromEntries(
    [...reach].map(([grant, where]) => [grant, where === 'everywhere' ? where : [...where].toSorted()]),
  )
const owner = new Map<string, Reach>([
  ['files.receive', 'everywhere'],
  ['publications.request', new Set([1, 2])],
])

test('who holds nothing may nothing', () => {
  assert.deepEqual(written(reachOf([])), {})
  assert.deepEqual(written(reachOf([{ grants: [], area: null }])), {})
})

test('a role in two areas reaches both, and no other', () => {
  const grants = ['publications.request']
  assert.deepEqual(
    written(
      reachOf([
        { grants, area: 1 },
        { grants, area: 2 },
      ]),
    ),
    { 'publications.request': [1, 2] },
  )
})

test('the widest reach of a grant wins, whichever role came first', () => {
  const here = { grants: ['a', 'b'], area: 1 }
  const everywhere = { grants: ['b'], area: null }
  for (const holdings of [
    [here, everywhere],
    [everywhere, here],
  ]) {
    assert.deepEqual(written(reachOf(holdings)), { a: [1], b: 'everywhere' })
  }
})

test('a token does what it names, as far as its owner reaches', () => {
  assert.deepEqual(written(narrowed(owner, ['files.receive', 'publications.request'], [])), {
    'files.receive': 'everywhere',
    'publications.request': [1, 2],
  })
})

test('a token of an area reaches it, and only if its owner does', () => {
  const grants = ['files.receive', 'publications.request']
  assert.deepEqual(written(narrowed(owner, grants, [2, 3])), { 'files.receive': [2, 3], 'publications.request': [2] })
  assert.deepEqual(written(narrowed(owner, grants, [3])), { 'files.receive': [3] })
})

test('a token gives nothing that its owner lacks', () => {
  assert.deepEqual(written(narrowed(owner, ['identity.manage'], [])), {})
  assert.deepEqual(written(narrowed(new Map(), ['files.receive'], [1])), {})
})

const reaches = (reach: ReadonlyMap<string, Reach>, grant: string, area: number) => {
  const where = reach.get(grant)
  return where === 'everywhere' || (where?.has(area) ?? false)
}
const grant = fc.constantFrom('a', 'b', 'c')
const area = fc.integer({ min: 1, max: 4 })
const held: fc.Arbitrary<Held> = fc.record({ grants: fc.array(grant, { maxLength: 3 }), area: fc.option(area) })

test('whatever somebody holds, they reach where one of their roles does, and their token nowhere else', () => {
  fc.assert(
    fc.property(fc.array(held), fc.array(grant), fc.array(area), (holdings, named, areas) => {
      const own = reachOf(holdings)
      const token = narrowed(own, named, areas)
      for (const each of ['a', 'b', 'c']) {
        for (const place of [1, 2, 3, 4]) {
          const may = holdings.some(
            ({ grants, area }) => grants.some((one) => one === each) && (area === null || area === place),
          )
          assert.equal(reaches(own, each, place), may)
          const through = may && named.some((one) => one === each) && (areas.length === 0 || areas.includes(place))
          assert.equal(reaches(token, each, place), through)
        }
      }
    }),
    { numRuns: 500 },
  )
})
