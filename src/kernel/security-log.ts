import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Log } from './log.ts'
import type { KernelTables } from './tables.ts'

/** How many times something happened, and when it last did. */
export interface Count {
  readonly events: number
  readonly last: Date | undefined
}

/** A try that is counted: as what, whose, since when, and for how many seconds it must wait after those before it. */
export interface Watched {
  readonly kind: string
  readonly actor: string
  readonly since: Date
  seconds(before: Count): number
}

/** A try that was let through: it counts as failed until it is erased. */
export interface Tried {
  erase(): Promise<void>
  /** Says it in the log; it is counted already. */
  failed(): void
}

/** Failures to sign in and denials, counted outside the transaction that was rolled back, and outside the ledger. */
export interface SecurityLog {
  record(kind: string, actor: string, detail: string): Promise<void>
  /** How many since then, and when the last was. */
  since(kind: string, actor: string, since: Date): Promise<Count>
  /**
   * Lets a try through, noted as if it had failed, or says for how many seconds it must wait. Counting and noting are
   * one step that others wait for: sixty tries at once are counted as sixty.
   */
  attempt(watched: readonly Watched[]): Promise<{ readonly seconds: number } | Tried>
}

export const openSecurityLog = (db: Database<KernelTables>, log: Log, clock: () => Date): SecurityLog => ({
  async record(kind, actor, detail) {
    log.warn({ kind, actor, detail }, 'security')
    await db.insertInto('kernel.security_event').values({ at: clock(), kind, actor, detail }).execute()
  },
  since: (kind, actor, since) => countOf(db, kind, actor, since),
  attempt: (watched) =>
    db.transaction().execute(async (transaction) => {
      const waits: number[] = []
      for (const { kind, actor, since, seconds } of watched) {
        // By hand: a lock of PostgreSQL on something that has no row yet: whose tries these are. Held until commit.
        await sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${actor}`}, 0))`.execute(transaction)
        waits.push(seconds(await countOf(transaction, kind, actor, since)))
      }
      const wait = Math.max(0, ...waits)
      if (wait > 0) return { seconds: wait }
      const rows = await transaction
        .insertInto('kernel.security_event')
        .values(watched.map(({ kind, actor }) => ({ at: clock(), kind, actor, detail: '' })))
        .returning('id')
        .execute()
      const ids = rows.map(({ id }) => id)
      return {
        erase: async () => void (await db.deleteFrom('kernel.security_event').where('id', 'in', ids).execute()),
        failed: () => {
          for (const { kind, actor } of watched) log.warn({ kind, actor }, 'security')
        },
      }
    }),
})

async function countOf(
  db: Database<KernelTables> | Transaction<KernelTables>,
  kind: string,
  actor: string,
  since: Date,
): Promise<Count> {
  const { events, last } = await db
    .selectFrom('kernel.security_event')
    .select(({ fn }) => [fn.countAll<number>().as('events'), fn.max('at').as('last')])
    .where('kind', '=', kind)
    .where('actor', '=', actor)
    .where('at', '>=', since)
    .executeTakeFirstOrThrow()
  return { events, last: (last as Date | null) ?? undefined }
}
