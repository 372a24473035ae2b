import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Held, narrowed, type Reach, reachOf, type Within } from './grants.ts'

const written = (reach: ReadonlyMap<string, Reach>) =>
  Object.fromEntries(
    [...reach].map(([grant, where]) => [grant, where === 'everywhere' ? where : [...where].toSorted()]),
  )
/** One's own things, records of areas, and the whole institution. */
const within: Within = (grant) => (grant === 'own' ? 'own' : grant === 'whole' ? undefined : 'area')
const owner = new Map<string, Reach>([
  ['files.receive', 'everywhere'],
  ['publications.request', new Set([1, 2])],
])

test('who holds nothing may nothing', () => {
  assert.deepEqual(written(reachOf([], within)), {})
  assert.deepEqual(written(reachOf([{ grants: [], area: null }], within)), {})
})

test('a role in two areas reaches both, and no other', () => {
  const grants = ['publications.request']
  assert.deepEqual(
    written(
      reachOf(
        [
          { grants, area: 1 },
          { grants, area: 2 },
        ],
        within,
      ),
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
    assert.deepEqual(written(reachOf(holdings, within)), { a: [1], b: 'everywhere' })
  }
})

test('a token does what it names, as far as its owner reaches', () => {
  assert.deepEqual(written(narrowed(owner, ['files.receive', 'publications.request'], [], within)), {
    'files.receive': 'everywhere',
    'publications.request': [1, 2],
  })
})

test('a token of an area reaches it, and only if its owner does', () => {
  const grants = ['files.receive', 'publications.request']
  assert.deepEqual(written(narrowed(owner, grants, [2, 3], within)), {
    'files.receive': [2, 3],
    'publications.request': [2],
  })
  assert.deepEqual(written(narrowed(owner, grants, [3], within)), { 'files.receive': [3] })
})

test('a token gives nothing that its owner lacks', () => {
  assert.deepEqual(written(narrowed(owner, ['identity.manage'], [], within)), {})
  assert.deepEqual(written(narrowed(new Map(), ['files.receive'], [1], within)), {})
})

const reaches = (reach: ReadonlyMap<string, Reach>, grant: string, area: number) => {
  const where = reach.get(grant)
  return where === 'everywhere' || (where?.has(area) ?? false)
}
const grant = fc.constantFrom('area', 'own', 'whole')
const area = fc.integer({ min: 1, max: 4 })
const held: fc.Arbitrary<Held> = fc.record({ grants: fc.array(grant, { maxLength: 3 }), area: fc.option(area) })

test('a role of one area gives nothing over the whole institution, and its holder keeps their own things', () => {
  const reach = reachOf([{ grants: ['area', 'own', 'whole'], area: 1 }], within)
  assert.deepEqual(written(reach), { area: [1], own: 'everywhere' })
})

test('a token of an area gives nothing over the whole institution either', () => {
  const everywhere = reachOf([{ grants: ['area', 'own', 'whole'], area: null }], within)
  const token = narrowed(everywhere, ['area', 'own', 'whole'], [3], within)
  assert.deepEqual(written(token), { area: [3], own: 'everywhere' })
})

test('whatever somebody holds, they reach where one of their roles does, and their token nowhere else', () => {
  fc.assert(
    fc.property(fc.array(held), fc.array(grant), fc.array(area), (holdings, named, areas) => {
      const own = reachOf(holdings, within)
      const token = narrowed(own, named, areas, within)
      for (const each of ['area', 'own', 'whole'] as const) {
        for (const place of [1, 2, 3, 4]) {
          const gives = (area: number | null) => area === null || each === 'own' || (each === 'area' && area === place)
          const may = holdings.some(({ grants, area }) => grants.includes(each) && gives(area))
          assert.equal(reaches(own, each, place), may)
          const narrow = areas.length === 0 || each === 'own' || (each === 'area' && areas.includes(place))
          assert.equal(reaches(token, each, place), may && named.includes(each) && narrow)
        }
      }
    }),
    { numRuns: 500 },
  )
})
