import { after } from 'node:test'
import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import { type Ground, openGround } from '#kernel/database'
import { type Jobs, openJobs } from '#kernel/jobs'
import { type Migration, migrate } from '#kernel/migrations'
import type { KernelTables } from '#kernel/tables'

/** One database for the whole process; each test sees it as furnished, and what it does is rolled back. */
export interface TestGround extends Ground {
  readonly jobs: Jobs
  /** Begins a test: everything until `rewind` happens in one transaction. */
  begin(): Promise<void>
  rewind(): Promise<void>
}

const opened = new Map<string, Promise<TestGround>>()

/**
 * `TEST_DATABASE` is `pglite` (in memory) or the address of an empty PostgreSQL database. A named ground is another
 * database: beside that address, with its name at the end.
 */
export async function openTestGround(migrations: readonly Migration[], name = ''): Promise<TestGround> {
  const ground = await (opened.get(name) ?? (opened.set(name, open(name)).get(name) as Promise<TestGround>))
  await migrate(ground.db, migrations)
  return ground
}

after(async () => {
  for (const each of opened.values()) await (await each).close()
})

async function open(name: string): Promise<TestGround> {
  const where = process.env['TEST_DATABASE'] ?? 'pglite'
  const real = await openGround(where === 'pglite' ? {} : { url: name ? `${where}_${name}` : where, connections: 3 })
  const driver = new RewindingDriver(real.db)
  const db = new Kysely<KernelTables>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => new OneConnection(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  })
  const close = async () => {
    await db.destroy()
    await real.close()
  }
  const standing: Ground = { engine: real.engine, db, listen: async () => {}, close }
  return {
    ...standing,
    jobs: await openJobs(standing),
    begin: () => driver.begin(),
    rewind: () => driver.rewind(),
  }
}

/** Kysely then gives the connection to one query or transaction at a time. */
class OneConnection extends PostgresAdapter {
  override get supportsMultipleConnections(): boolean {
    return false
  }
}

/** Within a test, turns the transactions of commands into savepoints of the test's own. */
class RewindingDriver implements Driver {
  readonly #real: Kysely<KernelTables>
  #held: DatabaseConnection | undefined
  #letGo: (() => void) | undefined
  #testing = false

  constructor(real: Kysely<KernelTables>) {
    this.#real = real
  }
  async init(): Promise<void> {
    if (this.#held) return
    const held = Promise.withResolvers<void>()
    const done = Promise.withResolvers<void>()
    this.#letGo = done.resolve
    void this.#real.connection().execute(async (connection) => {
      this.#held = {
        executeQuery: (query) => connection.executeQuery(query),
        streamQuery: () => {
          throw new Error('Tests do not stream.')
        },
      } as DatabaseConnection
      held.resolve()
      await done.promise
    })
    await held.promise
  }
  async begin(): Promise<void> {
    await this.init()
    await this.#say('begin')
    this.#testing = true
  }
  rewind(): Promise<void> {
    this.#testing = false
    return this.#say('rollback')
  }
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#held as DatabaseConnection
  }
  beginTransaction = () => this.#say(this.#testing ? 'savepoint command' : 'begin')
  commitTransaction = () => this.#say(this.#testing ? 'release savepoint command' : 'commit')
  rollbackTransaction = () => this.#say(this.#testing ? 'rollback to savepoint command' : 'rollback')
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {
    this.#letGo?.()
  }
  async #say(text: string): Promise<void> {
    await this.#held?.executeQuery(sql.raw(text).compile(this.#real))
  }
}
