import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { binary, debianBinaries, npmBinaries, type PostgresBinaries, type PostgresSource } from './postgres-binaries.ts'

export interface Postgres {
  /** `postgres://pregonero@127.0.0.1:…/<database>`, as a role that owns its databases but is no superuser. */
  url(database: string): string
  /** Makes a database owned by that role. @returns its address */
  createDatabase(database: string): Promise<string>
  readonly superuserUrl: string
  /** Such as `15.18`. */
  readonly version: string
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** Off is faster and enough for tests that do not pull the plug. Default: on. */
  readonly fsync?: boolean
  /** Default: Debian's if there is one, else npm's. */
  readonly source?: PostgresSource
}

interface Owner {
  readonly uid: number
  readonly gid: number
}

/** A PostgreSQL of one's own on a free loopback port, in a folder that goes when it stops or when this process ends. */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres | { readonly skipped: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'pregonero-postgres-'))
  try {
    const binaries = findBinaries(folder, options.source)
    if (binaries) return await start(folder, binaries, options)
    rmSync(folder, { recursive: true, force: true })
    return { skipped: 'no PostgreSQL: install the package postgresql-15, or the npm packages for development' }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function findBinaries(folder: string, source: PostgresSource | undefined): PostgresBinaries | undefined {
  if (source === 'npm') return npmBinaries(folder)
  return debianBinaries() ?? (source === 'debian' ? undefined : npmBinaries(folder))
}

async function start(folder: string, binaries: PostgresBinaries, { fsync = true }: PostgresOptions) {
  const owner = unprivileged()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  // Other users' tests have no business here; the owner of the parent process still finds its way.
  chmodSync(folder, 0o700)
  await initialize(folder, binaries, owner)
  const port = await freePort()
  const keeper = spawnServer(folder, binaries, owner, port, fsync)
  const superuserUrl = `postgres://postgres@127.0.0.1:${port}/postgres`
  const version = await ready(keeper, superuserUrl)
  const url = (database: string) => `postgres://pregonero@127.0.0.1:${port}/${database}`
  return {
    url,
    superuserUrl,
    version,
    async createDatabase(database: string) {
      await ask(superuserUrl, `create database "${database}" owner pregonero`)
      return url(database)
    },
    async stop() {
      if (keeper.exitCode !== null) return
      keeper.ref()
      const left = once(keeper, 'exit')
      keeper.stdin?.end()
      await left
    },
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return { uid: 65534, gid: 65534 }
  }
}

async function initialize(folder: string, binaries: PostgresBinaries, owner: Owner | undefined): Promise<void> {
  // Where the C library has no C.UTF-8, PostgreSQL 17 and later bring their own.
  const locale =
    process.platform === 'linux'
      ? ['--locale=C.UTF-8']
      : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', ...locale]
  await promisify(execFile)(binary(binaries, 'initdb'), args, { ...owner, cwd: folder })
}

function spawnServer(
  folder: string,
  binaries: PostgresBinaries,
  owner: Owner | undefined,
  port: number,
  fsync: boolean,
): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: process.platform === 'win32' ? '' : folder,
    fsync: fsync ? 'on' : 'off',
    full_page_writes: fsync ? 'on' : 'off',
    timezone: 'UTC',
    log_min_messages: 'warning',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const keeper = join(import.meta.dirname, 'postgres-keeper.ts')
  const server = [binary(binaries, 'postgres'), '-D', join(folder, 'data'), ...flags]
  const args = [keeper, folder, owner ? `${owner.uid}:${owner.gid}` : '-', ...server]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'pipe'] })
  // A test process that has nothing else to do may end; the keeper then sees its input close.
  child.unref()
  for (const stream of [child.stdin, child.stderr]) (stream as unknown as { unref(): void }).unref()
  return child
}

/** Waits until it answers, up to 30 s, and makes the role the tests act as. @returns the server's version */
async function ready(keeper: ChildProcess, superuserUrl: string): Promise<string> {
  let said = ''
  keeper.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4000)
  })
  for (let attempt = 0; attempt < 600 && keeper.exitCode === null; attempt++) {
    const rows = await ask(superuserUrl, 'show server_version').catch(() => undefined)
    if (rows) {
      await ask(superuserUrl, 'create role pregonero login createdb')
      return String(rows[0]?.['server_version']).split(' ')[0] ?? ''
    }
    await new Promise((done) => setTimeout(done, 50))
  }
  keeper.kill()
  throw new Error(`PostgreSQL did not start:\n${said}`)
}

async function ask(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
