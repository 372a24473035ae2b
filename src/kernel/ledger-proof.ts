import { sql } from 'kysely'
import type { App } from './app.ts'
import { BadCheckpoint, type Checkpoint, readCheckpoint } from './checkpoints.ts'
import type { Database } from './database.ts'
import { hashOfLeaf, sha256 } from './ledger.ts'
import {
  append,
  consistencyRanges,
  foldNodes,
  inclusionRanges,
  nodesOf,
  type Range,
  verifyConsistency,
} from './pure/merkle.ts'
import { say } from './refusals.ts'
import { hashesOf, sizeOf } from './sequencer.ts'
import type { KernelTables } from './tables.ts'
import type { KernelWords } from './words.es.ts'
import type { Said } from './words.ts'

type Db = Database<KernelTables>
const equal = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0
const batchSize = 5_000
const fault = (pick: (words: KernelWords['ledgerFaults']) => string): Said => say((words) => pick(words.ledgerFaults))

/**
 * Reads the whole ledger again: each leaf's hash, the tree that they make, and every checkpoint's root and signature.
 * Yields what does not agree; nothing means that the record is whole.
 */
export async function* verifyLedger(app: Pick<App, 'db' | 'keys'>, against?: string): AsyncGenerator<Said> {
  const { db } = app
  const checkpoints = await db.selectFrom('kernel.checkpoint').selectAll().orderBy('size').execute()
  const roots = new Map(checkpoints.map((checkpoint) => [checkpoint.size, checkpoint]))
  let size = 0
  let frontier: Uint8Array[] = []
  for (let after = -1; ; ) {
    const entries = await db
      .selectFrom('kernel.entry')
      .select(['id', 'leaf', 'hash', 'position'])
      .where('position', '>', after)
      .orderBy('position')
      .limit(batchSize)
      .execute()
    for (const { id, leaf, hash, position } of entries) {
      if (position !== size) yield fault((said) => said.misplaced(id, position as number, size))
      if (!equal(hashOfLeaf(leaf), hash)) yield fault((said) => said.changed(id))
      const grown = append(sha256, size, frontier, [hashOfLeaf(leaf)])
      for (const node of grown.nodes)
        if (!(await keeps(db, node))) yield fault((said) => said.node(node.index, node.level, id))
      ;({ size, frontier } = grown)
      const checkpoint = roots.get(size)
      if (checkpoint && !equal(foldNodes(sha256, frontier), checkpoint.root))
        yield fault((said) => said.otherRoot(size))
    }
    const last = entries.at(-1)?.position
    if (entries.length < batchSize || last === undefined || last === null) break
    after = last
  }
  const last = checkpoints.at(-1)
  if (last && last.size > size) yield fault((said) => said.entriesLost(last.size, size))
  for (const { note, size } of checkpoints) {
    const found = faultOf(() => readCheckpoint(note, app.keys.ledger.public))
    if (found) yield fault((said) => said.checkpoint(size, said.badCheckpoint[found]))
  }
  if (against) yield* verifyAgainst(app, against)
}

/** A checkpoint that somebody kept outside: the ledger must have grown from it, whoever signed what since. */
export async function* verifyAgainst(app: Pick<App, 'db' | 'keys'>, note: string): AsyncGenerator<Said> {
  let kept: Checkpoint
  try {
    kept = readCheckpoint(note)
  } catch (error) {
    if (!(error instanceof BadCheckpoint)) throw error
    yield fault((said) => said.against(said.badCheckpoint[error.fault]))
    return
  }
  const size = await sizeOf(app.db)
  if (kept.size > size) {
    yield fault((said) => said.cutOff(kept.size, size))
    return
  }
  const root = await rootAt(app.db, size)
  const proof = await Promise.all(consistencyRanges(kept.size, size).map((range) => hashOfRange(app.db, range)))
  if (!verifyConsistency(sha256, kept.size, size, kept.root, root, proof)) {
    yield fault((said) => said.rewritten(kept.at.toISOString(), kept.size))
  }
}

export const rootAt = async (db: Db, size: number): Promise<Uint8Array> => hashOfRange(db, [0, size])
const hashOfRange = async (db: Db, range: Range) => foldNodes(sha256, await hashesOf(db, nodesOf(range)))

/** What proves to anyone that an entry is in the tree of the last checkpoint. */
export async function proofOf(db: Db, entry: number) {
  const found = await db
    .selectFrom('kernel.entry')
    .select(['leaf', 'position'])
    .where('id', '=', entry)
    .executeTakeFirst()
  const checkpoint = await lastCheckpoint(db)
  if (found?.position === null || found === undefined || !checkpoint) return undefined
  const ranges = inclusionRanges(found.position, checkpoint.size)
  const path = await Promise.all(ranges.map((range) => hashOfRange(db, range)))
  return {
    leaf: found.leaf,
    position: found.position,
    path: path.map((hash) => Buffer.from(hash).toString('base64')),
    checkpoint: checkpoint.note,
  }
}

export const lastCheckpoint = (db: Db, before?: Date) => {
  const query = db.selectFrom('kernel.checkpoint').selectAll().orderBy('size', 'desc')
  return (before ? query.where('at', '<', before) : query).executeTakeFirst()
}

/** The first whose tree holds the entry at that position. */
export const firstCheckpointWith = (db: Db, position: number) =>
  db.selectFrom('kernel.checkpoint').selectAll().where('size', '>', position).orderBy('size').executeTakeFirst()

async function keeps(db: Db, node: { level: number; index: number; hash: Uint8Array }): Promise<boolean> {
  // By hand: asked once per node of the tree, and read as bytes.
  const { rows } = await sql<{ hash: Uint8Array }>`
    select hash from kernel.tree_node where level = ${node.level} and index = ${node.index}`.execute(db)
  return rows[0] !== undefined && equal(rows[0].hash, node.hash)
}

function faultOf(read: () => unknown): BadCheckpoint['fault'] | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof BadCheckpoint) return error.fault
    throw error
  }
}
