import type { Reading } from '#kernel/database'
import type { PublicationsTables } from '../tables.ts'

/** What areas confirmed last of these editions: until when each holds, when it is reviewed again, and since when. */
export async function confirmationsOf(db: Reading<PublicationsTables>, editions: readonly number[]) {
  const rows =
    editions.length === 0
      ? []
      : await db
          .selectFrom('publications.confirmation')
          .select(['edition_id', 'valid_until', 'review_on', 'confirmed_at'])
          .where('edition_id', 'in', editions)
          .orderBy('id')
          .execute()
  // Later ones take the place of earlier ones.
  return new Map(rows.map(({ edition_id, ...confirmed }) => [edition_id, confirmed]))
}
