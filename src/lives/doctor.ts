import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { App } from '#kernel/app'
import { lastCheckpoint } from '#kernel/ledger-proof'
import { bytes } from '#kernel/pure/numbers'
import type { TerminalCommand } from '#kernel/terminal'
import { proxyFault } from './proxies.ts'

interface Finding {
  readonly what: string
  readonly state: 'well' | 'look' | 'bad'
  readonly said: string
}

const leastFreeBytes = 2_000_000_000
const lateSealMilliseconds = 60_000

/** What an operator would look at first, in one line each; the code is 1 if anything is bad. */
export const doctor: TerminalCommand = {
  name: 'doctor',
  summary: 'Look at the house as an operator would: database, disk, secrets, mail, queue, ledger',
  usage: '',
  async run(app, _args, _options, out) {
    const findings = await Promise.all([
      database(app),
      disk(app),
      secrets(app),
      mail(app),
      queue(app),
      ledger(app),
      address(app),
      proxies(app),
    ])
    out.data(findings, () =>
      findings.map(({ what, state, said }) => `${state.padEnd(5)} ${what.padEnd(9)} ${said}`).join('\n'),
    )
    return findings.some(({ state }) => state === 'bad') ? 1 : 0
  },
}

async function database(app: App): Promise<Finding> {
  // By hand: a question to the database itself.
  const { rows } = await sql<{ version: string }>`show server_version`.execute(app.db)
  const version = Object.values(rows[0] ?? {})[0] ?? ''
  return app.engine === 'pglite'
    ? { what: 'database', state: 'look', said: `PGlite ${version}: for evaluation. Set DATABASE_URL for real work.` }
    : { what: 'database', state: 'well', said: `PostgreSQL ${version}` }
}

async function disk(app: App): Promise<Finding> {
  const { bavail, bsize } = await statfs(app.config.dataFolder)
  const free = bavail * bsize
  return {
    what: 'disk',
    state: free < leastFreeBytes ? 'bad' : 'well',
    said: `${bytes(free)} free in ${app.config.dataFolder}`,
  }
}

async function secrets(app: App): Promise<Finding> {
  const mode = statSync(join(app.config.dataFolder, 'secrets.json')).mode & 0o777
  return mode === 0o600
    ? { what: 'secrets', state: 'well', said: 'Only this user reads them.' }
    : { what: 'secrets', state: 'bad', said: `Their mode is ${mode.toString(8)}: others may read them.` }
}

async function mail(app: App): Promise<Finding> {
  return app.mail.kind === 'smtp'
    ? { what: 'mail', state: 'well', said: 'Letters leave by SMTP.' }
    : { what: 'mail', state: 'look', said: 'Letters wait as files in the data folder. Set PREGONERO_SMTP_URL.' }
}

async function queue(app: App): Promise<Finding> {
  const { due, failed } = await app.jobs.waiting()
  return { what: 'queue', state: failed > 0 ? 'look' : 'well', said: `${due} due, ${failed} gave up.` }
}

async function ledger(app: App): Promise<Finding> {
  const late = await app.db
    .selectFrom('kernel.entry')
    .select('at')
    .where('position', 'is', null)
    .where('at', '<', new Date(app.clock().getTime() - lateSealMilliseconds))
    .limit(1)
    .executeTakeFirst()
  const checkpoint = await lastCheckpoint(app.db)
  return late
    ? { what: 'ledger', state: 'look', said: 'Entries wait for their place: is a server running?' }
    : { what: 'ledger', state: 'well', said: `${checkpoint?.size ?? 0} entries sealed.` }
}

async function address(app: App): Promise<Finding> {
  const { baseUrl } = app.config
  return baseUrl.startsWith('https:')
    ? { what: 'address', state: 'well', said: baseUrl }
    : { what: 'address', state: 'look', said: `${baseUrl}: without TLS. Set PREGONERO_BASE_URL.` }
}

async function proxies(app: App): Promise<Finding> {
  const fault = await proxyFault(app)
  return fault
    ? { what: 'proxies', state: 'look', said: fault }
    : { what: 'proxies', state: 'well', said: `${app.config.trustedProxies} believed about where requests come from.` }
}
