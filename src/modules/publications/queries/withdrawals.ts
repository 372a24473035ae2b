import type { Reading } from '#kernel/database'
import type { LocalDate } from '#kernel/pure/dates'
import { beforePublication } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'

type Db = Reading<PublicationsTables>

/** Orders that stand, whose last day has come and of which nobody was told. */
export async function ordersEnded(db: Db, today: LocalDate, limit: number) {
  const rows = await db
    .selectFrom('publications.withdrawal')
    .select(['id', 'request_id', 'ends_on'])
    .where('lifted_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where('ends_on', '<=', today)
    .orderBy('ends_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.flatMap(({ ends_on, ...row }) => (ends_on === null ? [] : [{ ...row, ends_on }]))
}

/** What is to be asked of search engines, or was, because of what this request took down. */
export const searchRemovalOf = (db: Db, request: number) =>
  db
    .selectFrom('publications.search_removal')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('id', 'desc')
    .executeTakeFirst()

/** Of these areas, or of all, what search engines have not been asked yet, oldest first. */
export const searchRemovalsWaiting = (db: Db, areas: readonly number[] | 'all', limit: number) => {
  const waiting = db
    .selectFrom('publications.search_removal as removal')
    .innerJoin('publications.request as request', 'request.id', 'removal.request_id')
    .select(['folio', 'title', 'area_id', 'opened_at'])
    .where('noted_at', 'is', null)
    .orderBy('removal.id')
    .limit(limit)
  return (areas === 'all' ? waiting : waiting.where('area_id', 'in', [-1, ...areas])).execute()
}

/** Requests to take the document down that are still under way: what they ask was done by another door. */
export const askedToWithdraw = (db: Db, document: number) =>
  db
    .selectFrom('publications.request')
    .select(['folio', 'title', 'kind', 'requested_by'])
    .where('document_id', '=', document)
    .where('kind', '=', 'withdraw')
    .where('state', 'in', beforePublication)
    .execute()
