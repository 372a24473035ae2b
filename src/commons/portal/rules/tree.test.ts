import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ancestorsOf, branchOf, deepestSection, objectionToMove, type Planted, type Portal, treeOf } from './tree.ts'

const planted = (id: number, parentId: number | null, change: Partial<Planted> = {}): Planted => ({
  ...{ id, parentId, slug: `s${id}`, position: id, titleEs: `Sección ${id}`, titleEn: null, summaryEs: '' },
  ...{ summaryEn: '', portal: 'internet', allowedExtensions: null, largestBytes: null, version: 1 },
  ...change,
})
const paths = (sections: readonly Planted[]) => treeOf(sections).map(({ path }) => path)

test('the tree is read as a table of contents, by position and then by age', () => {
  const sections = [
    planted(1, null, { position: 2 }),
    planted(2, null, { position: 1 }),
    planted(3, 1, { position: 1 }),
    planted(4, 1, { position: 1 }),
    planted(5, 3),
  ]
  assert.deepEqual(paths(sections), ['/s2', '/s1', '/s1/s3', '/s1/s3/s5', '/s1/s4'])
  assert.deepEqual(
    treeOf(sections).map(({ depth }) => depth),
    [1, 1, 2, 3, 2],
  )
})

test('what hangs from a closed section is closed with it', () => {
  assert.deepEqual(paths([planted(1, null), planted(3, 2), planted(4, 3)]), ['/s1'])
})

test('below a section of the intranet everything is of the intranet, whatever it says', () => {
  const portals: readonly Portal[] = ['internet', 'both', 'intranet']
  for (const portal of portals) {
    const [top, below] = treeOf([planted(1, null, { portal: 'intranet' }), planted(2, 1, { portal })])
    assert.deepEqual([top?.audience, below?.audience], ['intranet', 'intranet'])
    const [open] = treeOf([planted(1, null, { portal })])
    assert.equal(open?.audience, portal === 'intranet' ? 'intranet' : 'public')
  }
})

const family = treeOf([planted(1, null), planted(2, 1), planted(3, 2), planted(4, 1), planted(5, null)])
const ids = (sections: readonly { id: number }[]) => sections.map(({ id }) => id)

test('a branch is a section and all that hangs from it; its ancestors are the way down to it', () => {
  assert.deepEqual(ids(branchOf(family, 1)), [1, 2, 3, 4])
  assert.deepEqual(ids(branchOf(family, 3)), [3])
  assert.deepEqual(ids(branchOf(family, 9)), [])
  const third = family.find(({ id }) => id === 3)
  assert.ok(third)
  assert.deepEqual(ids(ancestorsOf(family, third)), [1, 2])
})

test('a section does not hang from itself, nor from what hangs from it, nor from nothing', () => {
  assert.equal(objectionToMove(family, 1, 1), 'under-itself')
  assert.equal(objectionToMove(family, 1, 3), 'under-itself')
  assert.equal(objectionToMove(family, 1, 9), 'no-parent')
  assert.equal(objectionToMove(family, 1, 5), undefined)
  assert.equal(objectionToMove(family, 3, null), undefined)
})

test('no section is deeper than the sixth level, with all that hangs from it', () => {
  assert.equal(deepestSection, 6)
  const chain = Array.from({ length: 6 }, (_, at) => planted(at + 1, at === 0 ? null : at))
  const tree = treeOf([...chain, planted(7, null), planted(8, 7)])
  assert.equal(objectionToMove(tree, 8, 5), undefined)
  assert.equal(objectionToMove(tree, 8, 6), 'too-deep')
  assert.equal(objectionToMove(tree, 7, 4), undefined)
  assert.equal(objectionToMove(tree, 7, 5), 'too-deep')
  assert.equal(objectionToMove(tree, 1, 7), 'too-deep')
  assert.equal(objectionToMove(tree, 99, 6), 'too-deep', 'a new section too')
  assert.equal(objectionToMove(tree, 99, 5), undefined)
})

const moves = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.option(fc.integer({ min: 1, max: 13 }))), {
  maxLength: 40,
})

test('however sections are moved, they stay one tree: none is lost, none is too deep, none is above itself', () => {
  fc.assert(
    fc.property(moves, (asked) => {
      let sections = Array.from({ length: 12 }, (_, at) => planted(at + 1, null))
      for (const [id, parent] of asked) {
        if (objectionToMove(treeOf(sections), id, parent)) continue
        sections = sections.map((each) => (each.id === id ? { ...each, parentId: parent } : each))
        const tree = treeOf(sections)
        assert.deepEqual(
          ids(tree).toSorted((a, b) => a - b),
          ids(sections),
        )
        assert.equal(new Set(tree.map(({ path }) => path)).size, 12)
        for (const section of tree) {
          assert.ok(section.depth <= deepestSection)
          assert.equal(ancestorsOf(tree, section).length, section.depth - 1)
        }
      }
    }),
    { numRuns: 300 },
  )
})
