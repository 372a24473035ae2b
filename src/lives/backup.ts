import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { sql, type Transaction } from 'kysely'
import type { App } from '#kernel/app'
import { migrationsOf } from '#kernel/house'
import { lastCheckpoint } from '#kernel/ledger-proof'
import { sequence } from '#kernel/sequencer'
import type { KernelTables } from '#kernel/tables'
import type { TerminalCommand } from '#kernel/terminal'
import { type ArchiveWriter, BadArchive, writeArchive } from './archive.ts'
import { say, words } from './words.ts'

const rowsAPiece = 1_000

export interface Manifest {
  readonly format: 1
  readonly madeAt: string
  /** Which steps of the schema the rows are of: they go back only into the same. */
  readonly migrations: readonly string[]
  readonly tables: readonly string[]
  readonly ledger: { readonly size: number; readonly root: string }
}

/** Derived things are made again, and the queue's own tables belong to its library. */
const leftOut = ['search']

/** Tables in the order in which they were created: what a row refers to comes before it. */
export function tablesOf(app: Pick<App, 'modules'>): readonly string[] {
  const named = migrationsOf(app.modules).flatMap(({ text }) =>
    [...text.matchAll(/^create table (\w+\.\w+)/gm)].map(([, name]) => name as string),
  )
  return named.filter((name) => !leftOut.includes(name.split('.')[0] ?? ''))
}

export const backup: TerminalCommand = {
  name: 'backup',
  summary: say(({ backup }) => backup.summary),
  usage: say(({ backup }) => backup.usage),
  async run(app, [target], _options, out) {
    const said = words[out.locale].backup
    if (!target) {
      out.error(`pregonero backup ${said.usage}`)
      return 2
    }
    const file = resolve(target)
    if (existsSync(file)) throw new BadArchive(say(({ backup }) => backup.exists(file)))
    if (!existsSync(dirname(file))) throw new BadArchive(say(({ backup }) => backup.noFolder(dirname(file))))
    await sequence(app)
    const archive = writeArchive(file)
    try {
      // One picture of the database, however long the library takes: what is added meanwhile is not in it.
      await app.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (transaction) => {
          await writeTables(app, transaction, archive)
        })
      const hashes: string[] = []
      for await (const sha256 of app.storage.all()) hashes.push(sha256)
      for (const [at, sha256] of hashes.entries()) {
        out.progress(at + 1, hashes.length, said.library)
        const bytes = await app.storage.sizeOf(sha256)
        if (bytes !== undefined) await archive.add(`library/${sha256}`, bytes, app.storage.read(sha256))
      }
      await archive.end()
    } catch (error) {
      rmSync(file, { force: true })
      throw error
    }
    const checkpoint = await lastCheckpoint(app.db)
    out.data({ file, entries: checkpoint?.size ?? 0 }, () => said.done(file, checkpoint?.size ?? 0))
    return 0
  },
}

async function writeTables(app: App, transaction: Transaction<KernelTables>, archive: ArchiveWriter): Promise<void> {
  const tables = tablesOf(app)
  const checkpoint = await lastCheckpoint(transaction as never)
  const manifest: Manifest = {
    format: 1,
    madeAt: app.clock().toISOString(),
    migrations: migrationsOf(app.modules).map(({ name }) => name),
    tables,
    ledger: { size: checkpoint?.size ?? 0, root: Buffer.from(checkpoint?.root ?? []).toString('hex') },
  }
  await add(archive, 'manifest.json', JSON.stringify(manifest, null, 2))
  await add(archive, 'secrets.json', readFileSync(join(app.config.dataFolder, 'secrets.json'), 'utf8'))
  for (const table of tables) {
    let piece = 0
    // By hand: a cursor reads any table in pieces, whatever its key; the rows travel as JSON that both engines write alike.
    await sql
      .raw(`declare rows no scroll cursor for select row_to_json(t)::text as row from ${table} t`)
      .execute(transaction)
    for (;;) {
      const { rows } = await sql<{ row: string }>`fetch ${sql.lit(rowsAPiece)} from rows`.execute(transaction)
      if (rows.length > 0) {
        await add(archive, `tables/${table}/${piece++}.json`, `[${rows.map(({ row }) => row).join(',\n')}]`)
      }
      if (rows.length < rowsAPiece) break
    }
    await sql.raw('close rows').execute(transaction)
  }
  await add(archive, 'sequences.json', JSON.stringify(await sequencesOf(transaction, tables)))
  await add(archive, 'jobs.json', JSON.stringify(await waitingJobs(transaction)))
}

const add = (archive: ArchiveWriter, name: string, text: string) => {
  const content = Buffer.from(text)
  return archive.add(
    name,
    content.length,
    (async function* () {
      yield content
    })(),
  )
}

async function sequencesOf(transaction: Transaction<KernelTables>, tables: readonly string[]) {
  const schemas = [...new Set(tables.map((table) => table.split('.')[0]))]
  // By hand: a table of the database itself.
  const { rows } = await sql<{ name: string; value: number | null }>`
    select schemaname || '.' || sequencename as name, last_value as value
    from pg_sequences where schemaname = any(${schemas}::text[])`.execute(transaction)
  return rows
}

/** What was asked for and not yet done: letters, checks, publications with a date. */
async function waitingJobs(transaction: Transaction<KernelTables>) {
  // By hand: a table of the queue's own.
  const { rows } = await sql<{ data: unknown; at: string }>`
    select data, start_after as at from pgboss.job where name = 'work' and state in ('created', 'retry', 'active')
    order by created_on`.execute(transaction)
  return rows
}
