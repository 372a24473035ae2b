import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fullName, initialsOf, type Lasting, livesOn, overlap, titleOf, wouldCircle } from './rules.ts'

const lasting = (valid_from: string, valid_to: string | null = null): Lasting => ({ valid_from, valid_to })

test('an area lives from its first day to the day before it closes', () => {
  const area = lasting('2026-01-01', '2026-06-01')
  const days = ['2025-12-31', '2026-01-01', '2026-05-31', '2026-06-01']
  assert.deepEqual(
    days.map((day) => livesOn(area, day)),
    [false, true, true, false],
  )
  assert.equal(livesOn(lasting('2026-01-01'), '2099-12-31'), true)
})

test('who follows takes the post on the day on which the former leaves it', () => {
  const former = lasting('2026-01-01', '2026-06-01')
  assert.equal(overlap(former, lasting('2026-06-01')), false)
  assert.equal(overlap(former, lasting('2026-05-31')), true)
  assert.equal(overlap(lasting('2026-01-01'), lasting('2030-01-01')), true)
})

const day = fc.integer({ min: 10, max: 28 }).map((each) => `2026-01-${each}`)
const stretch = fc
  .tuple(day, fc.option(day))
  .filter(([from, to]) => to === null || from < to)
  .map(([from, to]) => lasting(from, to))

test('two stretches overlap when some day lies in both, whichever is first', () => {
  const days = Array.from({ length: 30 }, (_, at) => `2026-01-${String(at + 1).padStart(2, '0')}`)
  fc.assert(
    fc.property(stretch, stretch, (one, other) => {
      const shared = days.some((each) => livesOn(one, each) && livesOn(other, each))
      assert.equal(overlap(one, other), shared)
      assert.equal(overlap(other, one), shared)
    }),
    { numRuns: 500 },
  )
})

const parents = new Map<number, number | null>([
  [1, null],
  [2, 1],
  [3, 2],
  [4, 1],
])

test('no area is put under itself, nor under what depends on it', () => {
  assert.deepEqual(
    [1, 2, 3, 4, null].map((parent) => wouldCircle(parents, 2, parent)),
    [false, true, true, false, false],
  )
})

test('a circle that was there already is not walked for ever', () => {
  const circle = new Map([
    [1, 2],
    [2, 1],
  ])
  assert.equal(wouldCircle(circle, 3, 1), false)
})

test('however areas are moved, each leads up to the top', () => {
  const moves = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.option(fc.integer({ min: 1, max: 6 }))))
  fc.assert(
    fc.property(moves, (asked) => {
      const tree = new Map<number, number | null>([1, 2, 3, 4, 5, 6].map((id) => [id, null]))
      for (const [area, parent] of asked) if (!wouldCircle(tree, area, parent)) tree.set(area, parent)
      for (const area of tree.keys()) {
        let [above, steps] = [tree.get(area) ?? null, 0]
        while (above !== null && steps++ < 6) above = tree.get(above) ?? null
        assert.equal(above, null)
      }
    }),
  )
})

const rosa = { given_names: 'Rosa Elena', family_names: 'Pat Canul', treatment: 'Mtra.' }

test('a person is named with their treatment, and one who was forgotten with nothing', () => {
  assert.equal(fullName(rosa), 'Mtra. Rosa Elena Pat Canul')
  assert.equal(fullName({ ...rosa, treatment: '' }), 'Rosa Elena Pat Canul')
  assert.equal(fullName({ given_names: '', family_names: '', treatment: '' }), '')
})

test('initials are of the given and the family names, whole letters', () => {
  assert.equal(initialsOf(rosa), 'RP')
  assert.equal(initialsOf({ given_names: 'ángel', family_names: 'ñuu' }), 'ÁÑ')
  assert.equal(initialsOf({ given_names: '𝒜na', family_names: '' }), '𝒜')
  assert.equal(initialsOf({ given_names: '', family_names: '' }), '')
})

test('a title is said as its holder is named, in both forms when nobody holds it', () => {
  const post = { title_f: 'Directora', title_m: 'Director', title_en: 'Head' }
  assert.deepEqual(titleOf(post, 'f'), { es: 'Directora', en: 'Head' })
  assert.deepEqual(titleOf(post, 'm'), { es: 'Director', en: 'Head' })
  assert.deepEqual(titleOf(post, 'n'), { es: 'Directora / Director', en: 'Head' })
  const same = { title_f: 'Titular', title_m: 'Titular', title_en: '' }
  for (const gender of ['f', 'm', 'n'] as const)
    assert.deepEqual(titleOf(same, gender), { es: 'Titular', en: 'Titular' })
})
