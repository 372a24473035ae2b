import type { Database } from './database.ts'
import type { Log } from './log.ts'
import type { KernelTables } from './tables.ts'

/** Failures to sign in and denials, counted outside the transaction that was rolled back, and outside the ledger. */
export interface SecurityLog {
  record(kind: string, actor: string, detail: string): Promise<void>
  /** How many since then, and when the last was. */
  since(kind: string, actor: string, since: Date): Promise<{ readonly events: number; readonly last: Date | undefined }>
}

export const openSecurityLog = (db: Database<KernelTables>, log: Log, clock: () => Date): SecurityLog => ({
  async record(kind, actor, detail) {
    log.warn({ kind, actor, detail }, 'security')
    await db.insertInto('kernel.security_event').values({ at: clock(), kind, actor, detail }).execute()
  },
  async since(kind, actor, since) {
    const { events, last } = await db
      .selectFrom('kernel.security_event')
      .select(({ fn }) => [fn.countAll<number>().as('events'), fn.max('at').as('last')])
      .where('kind', '=', kind)
      .where('actor', '=', actor)
      .where('at', '>=', since)
      .executeTakeFirstOrThrow()
    return { events, last: (last as Date | null) ?? undefined }
  },
})
