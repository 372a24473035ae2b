import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import type { App } from '#kernel/app'
import type { Configuration } from '#kernel/configuration'
import { migrationsOf, openApp } from '#kernel/house'
import { lastCheckpoint, verifyLedger } from '#kernel/ledger-proof'
import type { Module } from '#kernel/module'
import type { ExitCode, Output } from '#kernel/terminal'
import { type ArchiveEntry, BadArchive, readArchive } from './archive.ts'
import type { Manifest } from './backup.ts'
import type { Life } from './life.ts'
import { say, words } from './words.ts'

/** Puts an archive back into an empty house, on either engine: the way from PGlite to PostgreSQL. */
export const restoreOf = (modules: readonly Module[]): Life => ({
  name: 'restore',
  summary: say(({ restore }) => restore.summary),
  usage: say(({ restore }) => restore.usage),
  async run(config, [source], _options, out) {
    if (!source) {
      out.error(`pregonero restore ${words[out.locale].restore.usage}`)
      return 2
    }
    const file = resolve(source)
    if (!existsSync(file)) {
      out.error(words[out.locale].noFile(file))
      return 1
    }
    const manifest = await takeSecrets(config, file)
    const { app, close } = await openApp(modules, config)
    try {
      return await putBack(app, file, manifest, out)
    } finally {
      await close()
    }
  },
})

/** The secrets go first: whoever opens the house without them would make others. */
async function takeSecrets({ dataFolder }: Configuration, file: string): Promise<Manifest> {
  const target = join(dataFolder, 'secrets.json')
  if (existsSync(target)) {
    throw new BadArchive(say(({ restore }) => restore.houseThere(dataFolder)))
  }
  let manifest: Manifest | undefined
  for await (const entry of readArchive(file)) {
    if (entry.name === 'manifest.json') manifest = JSON.parse(await textOf(entry)) as Manifest
    if (entry.name !== 'secrets.json' || !manifest) continue
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    writeFileSync(target, await textOf(entry), { mode: 0o600 })
    return manifest
  }
  throw new BadArchive(say(({ restore }) => restore.notBackup(file)))
}

const textOf = async (entry: ArchiveEntry) => Buffer.concat(await Array.fromAsync(entry.read())).toString('utf8')

async function putBack(app: App, file: string, manifest: Manifest, out: Output): Promise<ExitCode> {
  const own = migrationsOf(app.modules).map(({ name }) => name)
  const unknown = manifest.migrations.filter((name) => !own.includes(name))
  if (unknown.length > 0 || own.length !== manifest.migrations.length) {
    throw new BadArchive(say(({ restore }) => restore.otherVersion(unknown.join(', ') || restore.lacksSteps)))
  }
  const taken = await app.db.selectFrom('kernel.entry').select('id').limit(1).executeTakeFirst()
  if (taken) throw new BadArchive(say(({ restore }) => restore.ledgerThere))
  let files = 0
  await app.db.transaction().execute(async (transaction) => {
    const within = { ...app, db: transaction } as unknown as App
    for await (const entry of readArchive(file)) {
      if (entry.name.startsWith('tables/')) await putRows(within, entry)
      else if (entry.name === 'sequences.json') await putSequences(within, entry)
      else if (entry.name === 'jobs.json') await putJobs(app, transaction as never, entry)
      else if (entry.name.startsWith('library/')) {
        await putFile(app, entry)
        out.progress(++files, files, words[out.locale].backup.library)
      }
    }
  })
  return prove(app, manifest, files, out)
}

async function putRows(app: App, entry: ArchiveEntry): Promise<void> {
  const table = entry.name.split('/')[1] ?? ''
  if (!/^\w+\.\w+$/.test(table) || table === 'kernel.migration') return
  const rows = await textOf(entry)
  // By hand: a table known only by its name. Identities keep their numbers: others refer to them.
  await sql`insert into ${sql.table(table)} overriding system value
    select * from json_populate_recordset(null::${sql.table(table)}, ${rows}::json)`.execute(app.db)
}

async function putSequences(app: App, entry: ArchiveEntry): Promise<void> {
  const sequences = JSON.parse(await textOf(entry)) as { name: string; value: number | null }[]
  for (const { name, value } of sequences) {
    // By hand: sequences are beyond the query builder.
    if (value !== null) await sql`select setval(${name}::regclass, ${value})`.execute(app.db)
  }
}

async function putJobs(app: App, transaction: Parameters<App['jobs']['send']>[0], entry: ArchiveEntry): Promise<void> {
  const jobs = JSON.parse(await textOf(entry)) as { data: { name: string; input: unknown }; at: string }[]
  for (const { data, at } of jobs) await app.jobs.send(transaction, { ...data, at: new Date(at) })
}

async function putFile(app: App, entry: ArchiveEntry): Promise<void> {
  const expected = entry.name.slice('library/'.length)
  const { sha256 } = await app.storage.keep(entry.read())
  if (sha256 !== expected) throw new BadArchive(say(({ restore }) => restore.damaged(entry.name)))
}

/** The same house has the same ledger, root for root, and every file by its hash. */
async function prove(app: App, { ledger }: Manifest, files: number, out: Output): Promise<ExitCode> {
  const faults: string[] = []
  const said = words[out.locale].restore
  for await (const fault of verifyLedger(app)) faults.push(fault[out.locale])
  const checkpoint = await lastCheckpoint(app.db)
  const root = Buffer.from(checkpoint?.root ?? []).toString('hex')
  if (root !== ledger.root) faults.push(said.otherRoot(root, ledger.root))
  for (const fault of faults) out.error(fault)
  out.data({ entries: ledger.size, root, files, faults }, () =>
    faults.length === 0 ? said.done(ledger.size, files, root) : said.notTheSame,
  )
  return faults.length === 0 ? 0 : 1
}
