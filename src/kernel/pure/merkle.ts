// The tree of RFC 6962, section 2. Complete nodes are kept in a table by (level, index); the ragged right edge is
// folded from them when it is needed, so that adding leaves never rewrites a row.

export type Hash = (bytes: Uint8Array) => Uint8Array
/** The complete node that covers the leaves from index·2^level up to (index+1)·2^level, not included. */
export interface NodeRef {
  readonly level: number
  readonly index: number
}
export interface Node extends NodeRef {
  readonly hash: Uint8Array
}
/** Leaves from `start` up to `end`, not included. */
export type Range = readonly [start: number, end: number]

/** Section 2.1: leaves and nodes are told apart by their first byte. */
export const leafHash = (hash: Hash, leaf: Uint8Array): Uint8Array => hash(joined(0, leaf))
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array => hash(joined(1, left, right))

function joined(mark: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0))
  bytes[0] = mark
  let at = 1
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** The complete nodes that make up a range of a tree, left to right. A tree of `size` leaves is the range 0–size. */
export function nodesOf([start, end]: Range): NodeRef[] {
  const nodes: NodeRef[] = []
  for (let at = start; at < end; ) {
    let level = 0
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level++
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** The hash of a range from its complete nodes, left to right: the right edge is folded first. */
export function foldNodes(hash: Hash, nodes: readonly Uint8Array[]): Uint8Array {
  if (nodes.length === 0) return hash(new Uint8Array())
  return nodes.reduceRight((right, left) => nodeHash(hash, left, right))
}

/** Adds leaf hashes to a tree of `size`, given the nodes of its frontier; answers the nodes to keep and the frontier. */
export function append(
  hash: Hash,
  size: number,
  frontier: readonly Uint8Array[],
  leaves: readonly Uint8Array[],
): { nodes: Node[]; frontier: Uint8Array[]; size: number } {
  const nodes: Node[] = []
  const edge = nodesOf([0, size]).map((ref, at) => ({ ...ref, hash: frontier[at] as Uint8Array }))
  for (const [offset, leaf] of leaves.entries()) {
    let node: Node = { level: 0, index: size + offset, hash: leaf }
    nodes.push(node)
    while (node.index % 2 === 1) {
      const left = edge.pop() as Node
      node = { level: node.level + 1, index: left.index / 2, hash: nodeHash(hash, left.hash, node.hash) }
      nodes.push(node)
    }
    edge.push(node)
  }
  return { nodes, frontier: edge.map((node) => node.hash), size: size + leaves.length }
}

/** The largest power of two smaller than `size`. */
const split = (size: number) => 2 ** Math.ceil(Math.log2(size) - 1)

/** Section 2.1.1: the ranges whose hashes prove that a leaf is in the tree, from the leaf up. */
export function inclusionRanges(leaf: number, size: number): Range[] {
  const ranges: Range[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const middle = start + split(end - start)
    if (leaf < middle) {
      ranges.unshift([middle, end])
      end = middle
    } else {
      ranges.unshift([start, middle])
      start = middle
    }
  }
  return ranges
}

/** Section 2.1.2: the ranges whose hashes prove that a tree of `former` leaves grew into one of `size`. */
export function consistencyRanges(former: number, size: number): Range[] {
  if (former === 0 || former === size) return []
  const ranges: Range[] = []
  let [start, end, whole] = [0, size, true]
  while (end !== former) {
    const middle = start + split(end - start)
    if (former <= middle) {
      ranges.unshift([middle, end])
      end = middle
    } else {
      ranges.unshift([start, middle])
      start = middle
      whole = false
    }
  }
  return whole ? ranges : [[start, end], ...ranges]
}

const equal = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at])

/** Whether the path leads from this leaf hash to the root of a tree of this size (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  hash: Hash,
  leaf: number,
  size: number,
  leafHashed: Uint8Array,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (leaf < 0 || leaf >= size || leafHashed.length === 0) return false
  let [at, last, node] = [leaf, size - 1, leafHashed]
  for (const sibling of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      node = nodeHash(hash, sibling, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else node = nodeHash(hash, node, sibling)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && equal(node, root)
}

/** Whether the proof shows that the tree of `former` leaves is the beginning of the one of `size` (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  hash: Hash,
  former: number,
  size: number,
  formerRoot: Uint8Array,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  // Of an empty tree there is nothing to prove, and no proof is taken for it.
  if (former > size || former <= 0) return false
  if (former === size) return proof.length === 0 && equal(formerRoot, root)
  const path = Number.isInteger(Math.log2(former)) ? [formerRoot, ...proof] : [...proof]
  const first = path.shift()
  if (!first) return false
  let [at, last] = [former - 1, size - 1]
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  let [before, after] = [first, first]
  for (const sibling of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[before, after] = [nodeHash(hash, sibling, before), nodeHash(hash, sibling, after)]
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else after = nodeHash(hash, after, sibling)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && equal(before, formerRoot) && equal(after, root)
}
