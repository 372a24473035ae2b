import type { Transaction } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Ground } from './database.ts'
import type { KernelTables } from './tables.ts'

/** A job is a command, or an errand, with a date. Only its name and input are stored. */
export interface Job {
  readonly id: string
  readonly name: string
  readonly input: unknown
  /** The ledger entry that asked for it. */
  readonly cause?: number
}

export interface Jobs {
  /** Queues in the caller's transaction: pg-boss's table is the outbox. */
  send(transaction: Transaction<KernelTables>, job: Omit<Job, 'id'> & { at?: Date | undefined }): Promise<void>
  /** Takes up to `limit` jobs that are due, oldest first. */
  take(limit: number): Promise<Job[]>
  /** Marks as done in the transaction of the command itself, so that it cannot be done twice. */
  done(job: Job, transaction?: Transaction<KernelTables>): Promise<void>
  failed(job: Job, why: string): Promise<void>
  /** `cron` in the institution's time zone. */
  schedule(name: string, cron: string, zone: string): Promise<void>
  waiting(): Promise<{ due: number; failed: number }>
  close(): Promise<void>
}

const daySeconds = 86_400
const queue = 'work'
const grave = 'work-failed'
/** Five tries in all, each later than the last; then a person looks at it. */
const retries = { retryLimit: 4, retryDelay: 5, retryBackoff: true, expireInSeconds: 900 }

export async function openJobs(ground: Ground, { timekeeper = false } = {}): Promise<Jobs> {
  const boss = new PgBoss({
    db: fromKysely(ground.db as never),
    backend: ground.engine === 'pglite' ? 'pglite' : 'postgres',
    supervise: timekeeper,
    schedule: timekeeper,
    // Its own upkeep commits for itself, in a transaction that it opens as text: one process does it, and no test.
    bamIntervalSeconds: timekeeper ? 60 : daySeconds,
  })
  boss.on('error', () => {})
  await boss.start()
  await boss.createQueue(grave, { retentionSeconds: 365 * daySeconds })
  await boss.createQueue(queue, { ...retries, deadLetter: grave, retentionSeconds: 365 * daySeconds })
  const within = (transaction?: Transaction<KernelTables>) =>
    transaction ? { db: fromKysely(transaction as never) } : {}
  return {
    async send(transaction, { at, ...job }) {
      await boss.send(queue, { ...job }, { ...within(transaction), ...(at ? { startAfter: at } : {}) })
    },
    async take(limit) {
      const taken = await boss.fetch<Omit<Job, 'id'>>(queue, { batchSize: limit })
      return taken.map(({ id, data }) => ({ ...data, id }))
    },
    done: async ({ id }, transaction) => void (await boss.complete(queue, id, null, within(transaction))),
    failed: async ({ id }, why) => void (await boss.fail(queue, id, { why })),
    schedule: (name, cron, zone) => boss.schedule(queue, cron, { name, input: {} }, { tz: zone, key: name }),
    async waiting() {
      const [work] = await boss.getQueueStats(queue, { force: true })
      const [failed] = await boss.getQueueStats(grave, { force: true })
      return { due: work?.readyCount ?? 0, failed: failed?.totalCount ?? 0 }
    },
    close: () => boss.stop({ graceful: true, close: false, timeout: 5_000 }),
  }
}
