import { sql, type Transaction } from 'kysely'
import type { App } from './app.ts'
import { originOf, signCheckpoint } from './checkpoints.ts'
import type { Database } from './database.ts'
import { sha256 } from './ledger.ts'
import { append, foldNodes, nodesOf } from './pure/merkle.ts'
import type { KernelTables } from './tables.ts'

/** An entry is in the tree within this long of its commit. */
const everyMilliseconds = 500
const batchSize = 2_000
const sequencerLock = 78_010_172

/**
 * Gives committed leaves their place in the tree, in order of id among those it can see, and signs the new root.
 * One process at a time does it; writers never wait for it. Answers how many it placed.
 */
export async function sequence(app: Pick<App, 'db' | 'keys' | 'config' | 'clock'>): Promise<number> {
  return app.db.transaction().execute(async (transaction) => {
    // By hand: locks are beyond the query builder.
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${sequencerLock}) as mine`.execute(
      transaction,
    )
    if (!rows[0]?.mine) return 0
    const leaves = await transaction
      .selectFrom('kernel.entry')
      .select(['id', 'module', 'hash'])
      .where('position', 'is', null)
      .orderBy('id')
      .limit(batchSize)
      .execute()
    if (leaves.length === 0) return 0
    const size = await sizeOf(transaction)
    const frontier = await hashesOf(transaction, nodesOf([0, size]))
    const grown = append(
      sha256,
      size,
      frontier,
      leaves.map(({ hash }) => hash),
    )
    await placeEntries(transaction, leaves, size)
    await keepNodes(transaction, grown.nodes)
    const root = foldNodes(sha256, grown.frontier)
    const at = app.clock()
    const note = signCheckpoint(app.keys.ledger.private, { origin: originOf(app.config), size: grown.size, root, at })
    await transaction.insertInto('kernel.checkpoint').values({ size: grown.size, root, at, note }).execute()
    return leaves.length
  })
}

/** How many leaves the tree has: what the last checkpoint says. */
export async function sizeOf(db: Transaction<KernelTables> | Database<KernelTables>): Promise<number> {
  const last = await db.selectFrom('kernel.checkpoint').select('size').orderBy('size', 'desc').executeTakeFirst()
  return last?.size ?? 0
}

type NodeRefs = ReturnType<typeof nodesOf>
export async function hashesOf(
  db: Transaction<KernelTables> | Database<KernelTables>,
  refs: NodeRefs,
): Promise<Uint8Array[]> {
  if (refs.length === 0) return []
  // By hand: many rows at once travel as arrays, in one statement whatever their number.
  const { rows } = await sql<{ level: number; index: number; hash: Uint8Array }>`
    select node.level, node.index, node.hash
    from unnest(${refs.map(({ level }) => level)}::smallint[], ${refs.map(({ index }) => index)}::bigint[])
      as wanted (level, index)
    join kernel.tree_node node on node.level = wanted.level and node.index = wanted.index`.execute(db)
  const known = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  return refs.map(({ level, index }) => {
    const hash = known.get(`${level}/${index}`)
    if (!hash) throw new Error(`The ledger's tree lacks node ${index} of level ${level}.`)
    return hash
  })
}

async function placeEntries(
  transaction: Transaction<KernelTables>,
  leaves: readonly { id: number; module: string }[],
  size: number,
) {
  // By hand: as above; and the builder cannot add to the value that stands.
  await sql`
    update kernel.entry set position = placed.position
    from unnest(${leaves.map(({ id }) => id)}::bigint[], ${leaves.map((_, at) => size + at)}::bigint[])
      as placed (id, position)
    where entry.id = placed.id`.execute(transaction)
  const tally = Map.groupBy(leaves, ({ module }) => module)
  for (const [module, entries] of tally) {
    await transaction
      .insertInto('kernel.tally')
      .values({ module, entries: entries.length })
      .onConflict((clash) =>
        clash.column('module').doUpdateSet({ entries: sql`tally.entries + ${entries.length}` as never }),
      )
      .execute()
  }
}

/** By hand: as above. */
const keepNodes = (transaction: Transaction<KernelTables>, nodes: ReturnType<typeof append>['nodes']) =>
  sql`
    insert into kernel.tree_node (level, index, hash)
    select * from unnest(${nodes.map(({ level }) => level)}::smallint[], ${nodes.map(({ index }) => index)}::bigint[],
      ${nodes.map(({ hash }) => Buffer.from(hash))}::bytea[])`.execute(transaction)

/** Sequences while the house is open; another process's sequencer makes this one idle. */
export function startSequencer(app: App): { stop(): Promise<void> } {
  let running = Promise.resolve<unknown>(undefined)
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = sequence(app)
      .then((placed) => placed > 0 && app.bell.ring(['ledger.tree']))
      .catch((error) => app.log.error({ err: error }, 'sequencer'))
      .finally(() => {
        busy = false
      })
  }, everyMilliseconds)
  return {
    async stop() {
      clearInterval(timer)
      await running
      await sequence(app).catch(() => 0)
    },
  }
}
