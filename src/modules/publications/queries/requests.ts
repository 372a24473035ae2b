import type { Selectable } from 'kysely'
import { type Actor, areasOf } from '#kernel/actor'
import type { Reading } from '#kernel/database'
import type { State } from '../rules/machine.ts'
import type { Kind, PublicationsTables, RequestTable } from '../tables.ts'

export type Db = Reading<PublicationsTables>
export type Request = Selectable<RequestTable>
export type DraftFile = Selectable<PublicationsTables['publications.draft_file']>

/** `SP-2026-000001`: gap-free in its year, and never used again. */
export const folioOf = (year: number, number: number) => `SP-${year}-${String(number).padStart(6, '0')}`

export const findRequest = (db: Db, id: number): Promise<Request | undefined> =>
  db.selectFrom('publications.request').selectAll().where('id', '=', id).executeTakeFirst()

export const findByFolio = (db: Db, folio: string): Promise<Request | undefined> =>
  db.selectFrom('publications.request').selectAll().where('folio', '=', folio.toUpperCase()).executeTakeFirst()

/** The files of the working copy, in order. */
export const draftFilesOf = (db: Db, request: number): Promise<DraftFile[]> =>
  db
    .selectFrom('publications.draft_file')
    .selectAll()
    .where('request_id', '=', request)
    .where('ended_at', 'is', null)
    .orderBy('position')
    .orderBy('file_id')
    .execute()

/** How many files each of these working copies has. */
export async function fileCountsOf(db: Db, requests: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await db
    .selectFrom('publications.draft_file')
    .select(({ fn }) => ['request_id', fn.countAll<number>().as('files')])
    .where('request_id', 'in', [-1, ...requests])
    .where('ended_at', 'is', null)
    .groupBy('request_id')
    .execute()
  return new Map(rows.map(({ request_id, files }) => [request_id, files]))
}

/** Every version a file of this request had, newest first. */
export const fileVersionsOf = (db: Db, request: number): Promise<DraftFile[]> =>
  db
    .selectFrom('publications.draft_file')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('file_id')
    .orderBy('version', 'desc')
    .execute()

export const subjectOfFile = (draftFile: number) => `publications.draft-file-${draftFile}`

/** The approval that stands, if any: an edit voids it. */
/** Everybody who ever changed its content. */
export const editorsOf = async (db: Db, request: number): Promise<readonly string[]> =>
  (await db.selectFrom('publications.editor').select('account').where('request_id', '=', request).execute()).map(
    ({ account }) => account,
  )

export const standingApproval = (db: Db, request: number) =>
  db
    .selectFrom('publications.review')
    .selectAll()
    .where('request_id', '=', request)
    .where('outcome', '=', 'approved')
    .where('voided_at', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()

/** The approval of this round that an edit voided, while nobody approved again. */
export const voidedApproval = (db: Db, { id, round }: Pick<Request, 'id' | 'round'>) =>
  db
    .selectFrom('publications.review')
    .select(['reviewer', 'voided_at', 'void_reason'])
    .where('request_id', '=', id)
    .where('round', '=', round)
    .where('outcome', '=', 'approved')
    .orderBy('id', 'desc')
    .executeTakeFirst()

export interface RequestFilter {
  readonly states?: readonly State[] | undefined
  readonly area?: number | undefined
  readonly reviewer?: string | undefined
  readonly requestedBy?: string | undefined
  readonly kind?: Kind | undefined
  readonly text?: string | undefined
  readonly sort?: 'folio' | 'title' | 'state' | 'kind' | 'submitted_at' | undefined
  readonly descending?: boolean | undefined
  /** Only those with a lower number: where a page of the API goes on. */
  readonly below?: number | undefined
  readonly limit: number
  readonly offset?: number
}

/** Whoever may read all areas reads all; a liaison reads what their areas asked. */
export function requestsFor(db: Db, actor: Actor) {
  const areas = areasOf(actor, 'publications.read') ?? 'all'
  const query = db.selectFrom('publications.request')
  if (areas === 'all') return query
  const own = [...areas, ...(areasOf(actor, 'publications.request') ?? [])]
  return query.where('area_id', 'in', own.length > 0 ? own : [-1])
}

function filtered(db: Db, actor: Actor, filter: RequestFilter) {
  let query = requestsFor(db, actor)
  if (filter.states) query = query.where('state', 'in', filter.states)
  if (filter.area) query = query.where('area_id', '=', filter.area)
  if (filter.reviewer) query = query.where('reviewer', '=', filter.reviewer)
  if (filter.requestedBy) query = query.where('requested_by', '=', filter.requestedBy)
  if (filter.below) query = query.where('id', '<', filter.below)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.text) {
    const like = `%${filter.text.replaceAll(/[%_\\]/g, '\\$&')}%`
    query = query.where((where) => where.or([where('folio', 'ilike', like), where('title', 'ilike', like)]))
  }
  return query
}

export async function listRequests(db: Db, actor: Actor, filter: RequestFilter): Promise<Request[]> {
  const direction = filter.descending === false ? 'asc' : 'desc'
  return filtered(db, actor, filter)
    .selectAll()
    .orderBy(filter.sort ?? 'id', (order) => (direction === 'asc' ? order.asc() : order.desc()).nullsLast())
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset ?? 0)
    .execute()
}

export async function countRequests(db: Db, actor: Actor, filter: RequestFilter): Promise<number> {
  const { requests } = await filtered(db, actor, filter)
    .select(({ fn }) => fn.countAll<number>().as('requests'))
    .executeTakeFirstOrThrow()
  return requests
}

/** How many requests and files each reviewer has in hand: what admission is decided on. */
export async function loadOfReviewers(db: Db): Promise<ReadonlyMap<string, { requests: number; files: number }>> {
  const rows = await db
    .selectFrom('publications.request')
    .leftJoin('publications.draft_file', (join) =>
      join.onRef('publications.draft_file.request_id', '=', 'publications.request.id').on('ended_at', 'is', null),
    )
    .select(({ fn }) => [
      'reviewer',
      fn.count<number>('publications.request.id').distinct().as('requests'),
      fn.count<number>('publications.draft_file.id').as('files'),
    ])
    .where('state', '=', 'in-review')
    .where('reviewer', 'is not', null)
    .groupBy('reviewer')
    .execute()
  return new Map(rows.map(({ reviewer, requests, files }) => [reviewer as string, { requests, files }]))
}
