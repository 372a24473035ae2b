import type { Database, Reader } from './database.ts'
import type { Entry, Leaf } from './ledger.ts'
import type { KernelTables } from './tables.ts'

type Db = Database<KernelTables>

export interface EntryFilter {
  readonly module?: string | undefined
  readonly actor?: string | undefined
  /** Commands whose entries are not asked for. */
  readonly without?: readonly string[] | undefined
  /** Only entries since this instant. */
  readonly since?: Date | undefined
  /** Only entries with a lower number: where the next page goes on. */
  readonly before?: number | undefined
  /** Only entries with this number or a higher one. */
  readonly from?: number | undefined
  /** By when it happened: what was brought from elsewhere was written after, and happened before. */
  readonly byTime?: boolean | undefined
  readonly limit: number
}

/** The ledger as it reads, newest first. */
export async function listEntries(db: Db, filter: EntryFilter): Promise<Entry[]> {
  const { module, actor, without, since, before, from, byTime, limit } = filter
  let query = db.selectFrom('kernel.entry').select(['id', 'leaf', 'position']).limit(limit)
  if (byTime) query = query.orderBy('at', 'desc')
  query = query.orderBy('id', 'desc')
  if (without) query = query.where('command', 'not in', without)
  if (module) query = query.where('module', '=', module)
  if (actor) query = query.where('actor', '=', actor)
  if (since) query = query.where('at', '>=', since)
  if (before) query = query.where('id', '<', before)
  if (from) query = query.where('id', '>=', from)
  return (await query.execute()).map(({ id, leaf, position }) => ({ ...(JSON.parse(leaf) as Leaf), id, position }))
}

const together = 2_000

/** Every entry of a module, oldest first: what must be read whole is never held whole. */
export async function* entriesOf(db: Db, module: string): AsyncGenerator<Leaf> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('kernel.entry')
      .select(['id', 'leaf'])
      .where('module', '=', module)
      .where('id', '>', after)
      .orderBy('id')
      .limit(together)
      .execute()
    for (const { leaf } of rows) yield JSON.parse(leaf) as Leaf
    const last = rows.at(-1)
    if (!last || rows.length < together) return
    after = last.id
  }
}

export async function findEntry(db: Db, id: number): Promise<{ entry: Entry; leaf: string } | undefined> {
  const found = await db
    .selectFrom('kernel.entry')
    .select(['id', 'leaf', 'position'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return undefined
  const { leaf, position } = found
  return { entry: { ...(JSON.parse(leaf) as Leaf), id, position }, leaf }
}

/** Numbers of the records under `prefix` that something was decided about since then: `publications.request-` → 7, 9. */
export async function changedSince(reader: Reader, prefix: string, since: Date): Promise<number[]> {
  const rows = await reader
    .tables<KernelTables>()
    .selectFrom('kernel.entry')
    .innerJoin('kernel.entry_topic', 'kernel.entry_topic.entry_id', 'kernel.entry.id')
    .select('kernel.entry_topic.topic')
    .distinct()
    .where('kernel.entry.at', '>=', since)
    .where('kernel.entry_topic.topic', 'like', `${prefix}%`)
    .execute()
  return rows.map(({ topic }) => Number(topic.slice(prefix.length))).filter(Number.isInteger)
}
