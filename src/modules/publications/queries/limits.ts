import type { Reading } from '#kernel/database'
import type { LimitKey, SetLimit } from '../rules/limits.ts'
import type { PublicationsTables } from '../tables.ts'

/** Every limit that the institution ever set, oldest first. */
export async function limitsSet(db: Reading<PublicationsTables>): Promise<readonly SetLimit[]> {
  const rows = await db.selectFrom('publications.service_limit').selectAll().orderBy('id').execute()
  return rows.map(({ remind_before: remindBefore, set_at: setAt, ...row }) => ({ ...row, remindBefore, setAt }))
}

/** What one limit was, newest first, with who set it. */
export const historyOfLimit = (db: Reading<PublicationsTables>, { clock, round, priority }: LimitKey) =>
  db
    .selectFrom('publications.service_limit')
    .selectAll()
    .where('clock', '=', clock)
    .where('round', '=', round)
    .where('priority', '=', priority)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
