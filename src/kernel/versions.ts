import { sql } from 'kysely'
import type { Database } from './database.ts'
import type { KernelTables } from './tables.ts'

/**
 * How many entries each module has committed. It only grows, so that a page rendered from a module's data is still
 * good while the number stands: ids would not do, for a lower id may commit after a higher one.
 */
export interface Versions {
  /** A number for these modules together, from memory. */
  of(modules: readonly string[]): string
  committed(module: string): void
  /** Reads the database again; other processes write too. */
  refresh(): Promise<void>
}

export async function openVersions(db: Database<KernelTables>): Promise<Versions> {
  const known = new Map<string, number>()
  /** Kept apart: an entry that the database counted before this process heard of its commit would be counted twice, and
   * the next one, coming from another process, would change nothing. */
  const heard = new Map<string, number>()
  async function refresh() {
    const { rows } = await sql<{ module: string; entries: number }>`
      select module, sum(entries)::bigint as entries from (
        select module, entries from kernel.tally
        union all select module, count(*) from kernel.entry where position is null group by module
      ) counted group by module`.execute(db)
    for (const { module, entries } of rows) known.set(module, Math.max(entries, known.get(module) ?? 0))
  }
  await refresh()
  return {
    of: (modules) => modules.map((module) => `${known.get(module) ?? 0}+${heard.get(module) ?? 0}`).join('.'),
    committed: (module) => void heard.set(module, (heard.get(module) ?? 0) + 1),
    refresh,
  }
}
