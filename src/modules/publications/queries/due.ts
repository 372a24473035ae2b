import { zoneOf } from '#commons/directory'
import type { Reader } from '#kernel/database'
import { localDateOf } from '#kernel/pure/dates'
import type { ClockName } from '../rules/clocks.ts'
import type { PublicationsTables } from '../tables.ts'
import type { Request } from './requests.ts'

/** Published requests whose review date, or end of validity, has come; as their areas confirmed them last. */
export async function overdueReviews(reader: Reader, now: Date, limit: number): Promise<number[]> {
  const today = localDateOf(now, await zoneOf(reader))
  const rows = await reader
    .tables<PublicationsTables>()
    .selectFrom('publications.live_document as live')
    .innerJoin('publications.edition as edition', 'edition.id', 'live.edition_id')
    .innerJoin('publications.request as request', 'request.id', 'edition.request_id')
    .select('request.id')
    .where('request.state', '=', 'published')
    .where((where) => where.or([where('live.review_on', '<=', today), where('live.valid_until', '<', today)]))
    .orderBy('live.review_on')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Requests for which some clock, or that one, runs; those whose clock began first come first. */
export const requestsWithClock = (reader: Reader, limit: number, clock?: ClockName): Promise<Request[]> =>
  reader
    .tables<PublicationsTables>()
    .selectFrom('publications.request')
    .selectAll()
    .where('id', 'in', (query) => {
      const running = query.selectFrom('publications.stretch').select('request_id').where('stopped_at', 'is', null)
      return clock ? running.where('clock', '=', clock) : running
    })
    .orderBy('id')
    .limit(limit)
    .execute()
