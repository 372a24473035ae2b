import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { say } from './refusals.ts'
import type { KernelTables } from './tables.ts'
import { Obstacle } from './terminal.ts'

/** One step of a schema's history: hand-written SQL, never edited once it has run anywhere. */
export interface Migration {
  /** `schema/0001-name`; the schema is created with its first step. */
  readonly name: string
  readonly text: string
}

/** The file of a migration that already ran is not the one that ran: somebody edited history. */
export class EditedMigration extends Obstacle {}

/** Runs what has not run, in order, each in its transaction; one process at a time. Answers the names that ran. */
export async function migrate(db: Database<KernelTables>, migrations: readonly Migration[]): Promise<string[]> {
  await prepare(db)
  const ran: string[] = []
  for (const { name, text } of migrations) {
    const digest = createHash('sha256').update(text).digest('hex')
    // By hand: a migration is hand-written SQL, and locks are beyond the query builder.
    const fresh = await db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(78010171)`.execute(transaction)
      const earlier = await transaction
        .selectFrom('kernel.migration')
        .select('digest')
        .where('name', '=', name)
        .executeTakeFirst()
      if (earlier && earlier.digest !== digest) throw new EditedMigration(say((words) => words.editedMigration(name)))
      if (earlier) return false
      const schema = name.slice(0, name.indexOf('/'))
      await sql.raw(`create schema if not exists ${schema};\n${text}`).execute(transaction)
      await transaction.insertInto('kernel.migration').values({ name, digest, applied_at: new Date() }).execute()
      return true
    })
    if (fresh) ran.push(name)
  }
  return ran
}

/** Whether any migration ever ran here: an empty database is nobody's house. */
export async function isFounded(db: Database<KernelTables>): Promise<boolean> {
  // By hand: asked of the catalogue, before there is any table.
  const { rows } = await sql<{ there: boolean }>`select to_regclass('kernel.entry') is not null as there`.execute(db)
  return rows[0]?.there === true
}

/** By hand: this table is there before any migration. */
async function prepare(db: Database<KernelTables>) {
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(78010171)`.execute(transaction)
    await sql
      .raw(`create schema if not exists kernel;
      create table if not exists kernel.migration (
        name text primary key, digest text not null, applied_at timestamptz not null
      );`)
      .execute(transaction)
  })
}
