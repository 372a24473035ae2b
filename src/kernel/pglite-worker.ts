import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'

interface Request {
  readonly id: number
  readonly sql?: string
  readonly parameters?: unknown[]
  readonly close?: boolean
}

const { folder } = workerData as { folder?: string }
const opening = PGlite.create({
  ...(folder ? { dataDir: folder } : {}),
  extensions: { pg_trgm, unaccent },
  parsers: { 20: Number, 1700: Number, 1082: (text: string) => text },
})
const port = parentPort
if (!port) throw new Error('This file only runs as a worker thread.')

port.on('message', async ({ id, sql = '', parameters = [], close }: Request) => {
  try {
    const pglite = await opening
    if (close) {
      await pglite.close()
      port.postMessage({ id })
      return
    }
    // Several statements at once (a migration) take the simple protocol; it takes no parameters.
    if (parameters.length === 0 && sql.includes(';')) port.postMessage({ id, results: (await pglite.exec(sql)).at(-1) })
    else port.postMessage({ id, results: await pglite.query(sql, parameters) })
  } catch (error) {
    const { message, code, constraint, detail, table, severity } = error as Record<string, unknown>
    port.postMessage({ id, error: { message, code, constraint, detail, table, severity } })
  }
})
