import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import pg from 'pg'
import { lockFolder } from './folder-lock.ts'
import { openPglite } from './pglite.ts'
import { prepare } from './prepared.ts'
import type { KernelTables } from './tables.ts'

export type Database<Tables> = Kysely<Tables>
export type Reading<Tables> = ReadonlyKysely<Tables>

/** Whoever can be asked: the whole house, or a command in its transaction. */
export interface Reader {
  /** A module's view of the database: its own tables and nobody else's. */
  tables<Tables>(): Reading<Tables>
}

/** What the house stands on. `engine` is shown to staff, because PGlite is for evaluation only. */
export interface Ground {
  readonly engine: 'postgresql' | 'pglite'
  readonly db: Database<KernelTables>
  /** Hears what other processes ring. On PGlite there are no others. */
  listen(channel: string, hear: (payload: string) => void, lost: () => void): Promise<void>
  close(): Promise<void>
}

/** `bigint` counts and ids stay under 2^53; a `date` stays the text it is, for it has no hour. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: Number,
  1082: (text) => text,
  1700: Number,
}

export interface DatabaseOptions {
  /** `postgres://…`; without it, PGlite in `folder`. */
  readonly url?: string | undefined
  readonly folder?: string | undefined
  readonly connections?: number
}

export const openGround = ({ url, folder, connections = 10 }: DatabaseOptions): Promise<Ground> =>
  url ? openPostgres(url, connections) : openEmbedded(folder)

async function openPostgres(url: string, connections: number): Promise<Ground> {
  const types = { getTypeParser: (oid: number, format?: 'text') => parsers[oid] ?? pg.types.getTypeParser(oid, format) }
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    application_name: 'pregonero',
  } as pg.PoolConfig)
  // A connection that dies while idle is replaced by the pool; the error itself is nobody's request.
  pool.on('error', () => {})
  // One that dies between two queries of a transaction tells whoever asks next; unheard, it would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => {})
    prepare(client)
  })
  const listeners = new Set<pg.Client>()
  return {
    engine: 'postgresql',
    db: new Kysely<KernelTables>({ dialect: new PostgresDialect({ pool }) }),
    async listen(channel, hear, lost) {
      const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'pregonero bell' })
      let gone = false
      const end = () => {
        if (!gone && listeners.delete(client)) lost()
        gone = true
      }
      client.on('notification', ({ payload }) => hear(payload ?? ''))
      client.on('error', end)
      client.on('end', end)
      await client.connect()
      await client.query(`listen ${channel}`)
      listeners.add(client)
    },
    async close() {
      for (const client of listeners) {
        client.removeAllListeners()
        await client.end().catch(() => {})
      }
      await pool.end()
    },
  }
}

async function openEmbedded(folder: string | undefined): Promise<Ground> {
  const release = folder ? lockFolder(folder) : () => {}
  const pglite = await openPglite(folder).catch((error) => {
    release()
    throw error
  })
  return {
    engine: 'pglite',
    db: new Kysely<KernelTables>({ dialect: new PGliteDialect({ pglite }) }),
    listen: async () => {},
    async close() {
      await pglite.close()
      release()
    },
  }
}
