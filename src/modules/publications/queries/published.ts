import { type Actor, areasOf } from '#kernel/actor'
import type { Db } from './requests.ts'

export const publishedOrders = ['title', 'published', 'folio', 'review'] as const
const orderedBy = {
  title: 'live.title',
  published: 'live.published_at',
  folio: 'request.folio',
  review: 'live.review_on',
} as const

export interface PublishedFilter {
  readonly text?: string | undefined
  readonly area?: number | undefined
  readonly section?: number | undefined
  /** Over whose areas: `publications.read` to see them, `publications.request` to ask something of them. */
  readonly grant: 'publications.read' | 'publications.request'
  readonly sort?: (typeof publishedOrders)[number] | undefined
  readonly descending?: boolean | undefined
  readonly limit: number
  readonly offset?: number
}

/** Documents that readers may read now, of the areas over which this person holds the grant. */
function publishedFor(db: Db, actor: Actor, { text, area, section, grant }: PublishedFilter) {
  const areas = areasOf(actor, grant) ?? 'all'
  let query = db
    .selectFrom('publications.live_document as live')
    .innerJoin('publications.edition as edition', 'edition.id', 'live.edition_id')
    .innerJoin('publications.request as request', 'request.id', 'edition.request_id')
  if (areas !== 'all') query = query.where('live.area_id', 'in', areas.length > 0 ? [...areas] : [-1])
  if (area) query = query.where('live.area_id', '=', area)
  if (section) query = query.where('live.section_id', '=', section)
  // Each word stands somewhere in the title, the address or the folio.
  for (const word of text?.trim().split(/\s+/).filter(Boolean) ?? []) {
    const like = `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`
    query = query.where((where) =>
      where.or([
        where('live.title', 'ilike', like),
        where('live.key', 'ilike', like),
        where('request.folio', 'ilike', like),
      ]),
    )
  }
  return query
}

export const listPublished = (db: Db, actor: Actor, filter: PublishedFilter) =>
  publishedFor(db, actor, filter)
    .select(['live.id', 'live.key', 'live.title', 'live.version', 'live.portal', 'live.section_id', 'live.area_id'])
    .select(['live.published_at', 'live.review_on', 'request.folio'])
    .orderBy(orderedBy[filter.sort ?? 'published'], (order) =>
      (filter.descending === false ? order.asc() : order.desc()).nullsLast(),
    )
    .orderBy('live.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset ?? 0)
    .execute()

export type Published = Awaited<ReturnType<typeof listPublished>>[number]

export async function countPublished(db: Db, actor: Actor, filter: PublishedFilter): Promise<number> {
  const { documents } = await publishedFor(db, actor, filter)
    .select(({ fn }) => fn.countAll<number>().as('documents'))
    .executeTakeFirstOrThrow()
  return documents
}
