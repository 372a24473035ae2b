import { sql } from 'kysely'
import type { App } from './app.ts'

const everyMilliseconds = 3_600_000
/** A retry comes within minutes; a week covers a telephone that was left in a drawer. */
const receiptDays = 7
const securityDays = 365

/** What the house does for itself now and then: old receipts go, and PGlite, which has no autovacuum, is swept. */
export async function tend(app: Pick<App, 'db' | 'engine' | 'clock'>): Promise<void> {
  const before = (days: number) => new Date(app.clock().getTime() - days * 86_400_000)
  await app.db.deleteFrom('kernel.receipt').where('at', '<', before(receiptDays)).execute()
  await app.db.deleteFrom('kernel.security_event').where('at', '<', before(securityDays)).execute()
  // By hand: a statement that no query builder writes.
  if (app.engine === 'pglite') await sql`vacuum analyze`.execute(app.db)
}

export function startCaretaker(app: App): { stop(): void } {
  const timer = setInterval(() => {
    tend(app).catch((error) => app.log.error({ err: error }, 'caretaker'))
  }, everyMilliseconds)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
