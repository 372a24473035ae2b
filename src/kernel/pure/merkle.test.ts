import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  append,
  consistencyRanges,
  foldNodes,
  inclusionRanges,
  leafHash,
  nodesOf,
  type Range,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const bytes = (text: string | null) => new Uint8Array(Buffer.from(text ?? '', 'base64'))

interface Vectors {
  inclusion: {
    leafIdx: number
    treeSize: number
    root: string
    leafHash: string
    proof: string[] | null
    wantErr: boolean
    file: string
  }[]
  consistency: {
    size1: number
    size2: number
    root1: string
    root2: string
    proof: string[] | null
    wantErr: boolean
    file: string
  }[]
}
const file = new URL('../../../test/conformance/rfc6962/vectors.json', import.meta.url)
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors

test('inclusion proofs of other implementations are judged as they judge them', () => {
  assert.ok(vectors.inclusion.length > 80)
  for (const { leafIdx, treeSize, root, leafHash: leaf, proof, wantErr, file } of vectors.inclusion) {
    const verdict = verifyInclusion(sha256, leafIdx, treeSize, bytes(leaf), (proof ?? []).map(bytes), bytes(root))
    assert.equal(verdict, !wantErr, file)
  }
})

test('consistency proofs of other implementations are judged as they judge them', () => {
  assert.ok(vectors.consistency.length > 80)
  for (const { size1, size2, root1, root2, proof, wantErr, file } of vectors.consistency) {
    const verdict = verifyConsistency(sha256, size1, size2, bytes(root1), bytes(root2), (proof ?? []).map(bytes))
    assert.equal(verdict, !wantErr, file)
  }
})

/** The tree as its definition builds it (RFC 6962, 2.1), slow and plain. */
function definition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array())
  if (leaves.length === 1) return leaves[0] as Uint8Array
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return sha256(Buffer.concat([Buffer.from([1]), definition(leaves.slice(0, split)), definition(leaves.slice(split))]))
}

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => leafHash(sha256, Buffer.from(`asiento ${at}`)))

/** A tree grown in these steps, as the sequencer grows it: only complete nodes are kept. */
function grown(steps: readonly number[]) {
  const nodes = new Map<string, Uint8Array>()
  const all = leavesOf(steps.reduce((sum, step) => sum + step, 0))
  let size = 0
  let frontier: Uint8Array[] = []
  for (const step of steps) {
    const next = append(sha256, size, frontier, all.slice(size, size + step))
    for (const { level, index, hash } of next.nodes) nodes.set(`${level}/${index}`, hash)
    ;({ size, frontier } = next)
  }
  const hashOf = (range: Range) =>
    foldNodes(
      sha256,
      nodesOf(range).map(({ level, index }) => nodes.get(`${level}/${index}`) as Uint8Array),
    )
  return { all, size, root: foldNodes(sha256, frontier), hashOf }
}

const steps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })

test('however it grows, the tree is the one that the RFC defines', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const { all, root } = grown(given)
      assert.deepEqual(Buffer.from(root), Buffer.from(definition(all)))
    }),
    { numRuns: 60 },
  )
})

test('every leaf of it proves its place, and no other place', () => {
  fc.assert(
    fc.property(steps, fc.nat(), (given, pick) => {
      const { all, size, root, hashOf } = grown(given)
      const leaf = pick % size
      const path = inclusionRanges(leaf, size).map(hashOf)
      assert.ok(verifyInclusion(sha256, leaf, size, all[leaf] as Uint8Array, path, root))
      const other = (leaf + 1) % size
      if (other !== leaf) assert.ok(!verifyInclusion(sha256, other, size, all[leaf] as Uint8Array, path, root))
    }),
    { numRuns: 60 },
  )
})

test('every earlier tree proves that this one grew from it, and a rewritten one does not', () => {
  fc.assert(
    fc.property(steps, fc.nat(), (given, pick) => {
      const { all, size, root, hashOf } = grown(given)
      const former = 1 + (pick % size)
      const proof = consistencyRanges(former, size).map(hashOf)
      const before = definition(all.slice(0, former))
      assert.ok(verifyConsistency(sha256, former, size, before, root, proof))
      const forged = definition([leafHash(sha256, Buffer.from('otro')), ...all.slice(1, former)])
      assert.ok(!verifyConsistency(sha256, former, size, forged, root, proof))
    }),
    { numRuns: 60 },
  )
})
