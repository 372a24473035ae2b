import { Worker } from 'node:worker_threads'

interface Answer {
  readonly id: number
  readonly results?: { rows: never[]; affectedRows?: number; fields: { name: string; dataTypeID: number }[] }
  readonly error?: Record<string, unknown>
}

/**
 * PGlite in a worker thread, in the shape that Kysely asks of it: a query there would otherwise block every request.
 * Kysely gives this connection to one transaction at a time, so that begin and commit need no lock of their own.
 */
export async function openPglite(folder: string | undefined) {
  const typescript = import.meta.url.endsWith('.ts')
  const entry = new URL(typescript ? './pglite-worker.ts' : './pglite-worker.js', import.meta.url)
  const worker = new Worker(entry, { workerData: { folder } })
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  let last = 0
  let closed = false

  worker.on('message', (answer: Answer) => {
    const { resolve, reject } = waiting.get(answer.id) ?? {}
    waiting.delete(answer.id)
    if (answer.error) reject?.(Object.assign(new Error(String(answer.error['message'])), answer.error))
    else resolve?.(answer)
  })
  worker.on('error', (error) => {
    closed = true
    for (const { reject } of waiting.values()) reject(error as Error)
  })
  worker.unref()

  const ask = (message: Record<string, unknown>) =>
    new Promise<Answer>((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      worker.ref()
      worker.postMessage({ ...message, id })
    }).finally(() => waiting.size === 0 && worker.unref())

  // biome-ignore lint/suspicious/noExplicitAny: the shape of rows is the caller's business, as in PGlite itself.
  const query = async (sql: string, parameters: any[] = []): Promise<any> => {
    const { results } = await ask({ sql, parameters })
    return results ?? { rows: [], fields: [] }
  }
  await ask({ sql: 'select 1', parameters: [] })

  return {
    get closed() {
      return closed
    },
    ready: true,
    waitReady: Promise.resolve(),
    query,
    async transaction<T>(run: (transaction: { query: typeof query; rollback: () => Promise<void> }) => Promise<T>) {
      await query('begin')
      try {
        const result = await run({ query, rollback: async () => void (await query('rollback')) })
        await query('commit')
        return result
      } catch (error) {
        await query('rollback')
        throw error
      }
    },
    async close() {
      if (closed) return
      closed = true
      await ask({ close: true })
      await worker.terminate()
    },
  }
}
