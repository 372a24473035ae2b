import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { collapse, normalPath, objectionTo, pathAlone, type Wanted, withoutHost } from './redirects.ts'

const asked: readonly (readonly [pasted: string, path: string])[] = [
  ['/a/b/', '/a/b'],
  ['/a/b///', '/a/b'],
  ['/', '/'],
  [' /a#nota ', '/a'],
  ['/a/?x=1#nota', '/a?x=1'],
  ['/a?', '/a'],
  ['/sesi%C3%B3n', '/sesión'],
  ['/100%', '/100%'],
]
for (const [pasted, path] of asked) {
  test(`the address ${pasted} is ${path}`, () => assert.equal(normalPath(pasted), path))
}

test('an address pasted with its host is of this portal', () => {
  assert.equal(withoutHost(' https://portal.example.mx/a?b '), '/a?b')
  assert.equal(withoutHost('HTTP://portal.example.mx'), '/')
  assert.equal(withoutHost('/a'), '/a')
})

test('the path of an address is without its question', () => {
  assert.deepEqual(['/a?x=1?y', '/a', '/?x'].map(pathAlone), ['/a', '/a', '/'])
})

test('an address moves from a path of this portal to another, or is gone', () => {
  assert.equal(objectionTo({ from: '/a', to: '/b' }), undefined)
  assert.equal(objectionTo({ from: '/a', to: '/' }), undefined)
  assert.equal(objectionTo({ from: '/a', to: null }), undefined)
  for (const from of ['/', '', 'a', '//evil.mx', '/a\\b', '/a\nb', `/${'a'.repeat(1_000)}`]) {
    assert.equal(objectionTo({ from, to: '/b' }), 'not-a-path', from)
  }
  for (const to of ['', 'b', '//evil.mx', 'https://evil.mx', '/\\evil.mx', '/\tb', `/${'a'.repeat(1_000)}`]) {
    assert.equal(objectionTo({ from: '/a', to }), 'bad-target', to)
  }
  assert.equal(objectionTo({ from: `/${'a'.repeat(999)}`, to: null }), undefined)
  assert.equal(objectionTo({ from: '/a', to: '/a' }), 'loop')
})

const standing = new Map<string, string | null>([
  ['/a', '/b'],
  ['/z', '/b'],
  ['/g', null],
])
const changed = (...wanted: Wanted[]) => {
  const { change, loop } = collapse(standing, wanted)
  return loop ? loop.from : Object.fromEntries(change)
}

test('an old address leads straight to its end', () => {
  assert.deepEqual(changed({ from: '/x', to: '/a' }), { '/x': '/b' })
})

test('those that led to an address which moves lead to where it moved', () => {
  assert.deepEqual(changed({ from: '/b', to: '/c' }), { '/a': '/c', '/b': '/c', '/z': '/c' })
})

test('what leads to an address that is gone is gone', () => {
  assert.deepEqual(changed({ from: '/x', to: '/g' }), { '/x': null })
  assert.deepEqual(changed({ from: '/b', to: null }), { '/a': null, '/b': null, '/z': null })
})

test('a line rewrites what stood for its address', () => {
  assert.deepEqual(changed({ from: '/a', to: '/d' }, { from: '/b', to: '/c' }), { '/a': '/d', '/b': '/c', '/z': '/c' })
})

test('a circle is refused, with the line that closes it', () => {
  assert.equal(changed({ from: '/b', to: '/a' }), '/b')
  assert.equal(changed({ from: '/x', to: '/y' }, { from: '/y', to: '/x' }), '/x')
  assert.equal(changed({ from: '/x', to: '/x' }), '/x')
})

const place = fc.constantFrom('/a', '/b', '/c', '/d', '/e', '/f')
const line = fc.record({ from: place, to: fc.option(place) })

test('however addresses move, each leads in one step to where nothing moves on, or is gone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(line, { selector: ({ from }) => from, maxLength: 4 }), { maxLength: 6 }),
      (batches) => {
        let table = new Map<string, string | null>()
        for (const wanted of batches) {
          const { change, loop } = collapse(table, wanted)
          if (loop) continue
          table = new Map([...table, ...change])
          for (const { from } of wanted) assert.ok(table.has(from))
          for (const [from, to] of table) assert.ok(to === null || !table.has(to), `${from} to ${to}`)
        }
      },
    ),
    { numRuns: 1_000 },
  )
})
