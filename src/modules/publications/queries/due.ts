import { calendarFor, zoneOf } from '#commons/directory'
import type { Reader } from '#kernel/database'
import { workingDaysBetween } from '#kernel/pure/calendar'
import { localDateOf } from '#kernel/pure/dates'
import { abandonmentDays } from '../rules/clocks.ts'
import type { PublicationsTables } from '../tables.ts'

/** Published requests whose review date, or end of validity, has come. */
export async function overdueReviews(reader: Reader, now: Date, limit: number): Promise<number[]> {
  const today = localDateOf(now, await zoneOf(reader))
  const rows = await reader
    .tables<PublicationsTables>()
    .selectFrom('publications.request')
    .select('id')
    .where('state', '=', 'published')
    .where('kind', '!=', 'withdraw')
    .where((where) => where.or([where('review_on', '<=', today), where('valid_until', '<', today)]))
    .orderBy('review_on')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Requests whose area has had observations in hand for the working days after which they lapse. */
export async function unansweredSince(reader: Reader, now: Date, limit: number): Promise<number[]> {
  const zone = await zoneOf(reader)
  const today = localDateOf(now, zone)
  const rows = await reader
    .tables<PublicationsTables>()
    .selectFrom('publications.stretch')
    .select(['request_id', 'started_at'])
    .where('clock', '=', 'area')
    .where('stopped_at', 'is', null)
    .orderBy('started_at')
    .limit(limit)
    .execute()
  const oldest = rows[0]
  if (!oldest) return []
  const calendar = await calendarFor(reader, localDateOf(oldest.started_at, zone), today)
  const silent = ({ started_at }: { started_at: Date }) =>
    workingDaysBetween(calendar, localDateOf(started_at, zone), today) >= abandonmentDays
  return rows.filter(silent).map(({ request_id }) => request_id)
}
