import type { Reader, Reading } from '#kernel/database'
import { remembered } from '#kernel/remembered'
import { ancestorsOf, type Section } from '../rules/tree.ts'
import type { PortalTables } from '../tables.ts'
import { sectionsOf } from './sections.ts'

type Db = Reading<PortalTables>

/** The version that readers see, with its address. */
export interface Live {
  readonly page: number
  readonly number: number
  readonly sectionId: number | null
  readonly path: string
  readonly audience: 'public' | 'intranet'
  readonly titleEs: string
  readonly titleEn: string | null
  readonly bodyEs: string
  readonly bodyEn: string | null
  readonly hash: string
  readonly publishedAt: Date
}

const standing = (db: Db) =>
  db
    .selectFrom('portal.page_version as v')
    .innerJoin('portal.page as p', 'p.id', 'v.page_id')
    .select(['v.page_id', 'v.number', 'v.section_id', 'v.slug', 'v.title_es', 'v.title_en', 'v.hash', 'v.published_at'])
    .where('v.published_at', 'is not', null)
    .where('v.superseded_at', 'is', null)
    .where('p.withdrawn_at', 'is', null)

export type Title = Omit<Live, 'bodyEs' | 'bodyEn'>

/** Every published page, without its text; those of closed sections are not readable. */
export const livePages = remembered(['portal'], async (reader): Promise<readonly Title[]> => {
  const rows = await standing(reader.tables<PortalTables>()).orderBy('v.title_es').execute()
  const tree = await sectionsOf(reader)
  return rows.flatMap((row) => placed(row, tree) ?? [])
})

/** The page at an address below an open section, or at the top with `section` undefined. */
export async function livePageAt(
  reader: Reader,
  section: Section | undefined,
  slug: string,
): Promise<Live | undefined> {
  const row = await standing(reader.tables<PortalTables>())
    .select(['v.body_es', 'v.body_en'])
    .where('v.section_id', section ? '=' : 'is', section?.id ?? null)
    .where('v.slug', '=', slug)
    .executeTakeFirst()
  const place = row && placed(row, section ? [section] : [])
  return row && place ? { ...place, bodyEs: row.body_es, bodyEn: row.body_en } : undefined
}

type Row = Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number]
function placed(row: Row, tree: readonly Section[]): Title | undefined {
  const section = tree.find(({ id }) => id === row.section_id)
  if (row.section_id !== null && !section) return undefined
  return {
    page: row.page_id,
    number: row.number,
    sectionId: row.section_id,
    path: `${section?.path ?? ''}/${row.slug}`,
    audience: section?.audience ?? 'public',
    titleEs: row.title_es,
    titleEn: row.title_en,
    hash: row.hash,
    publishedAt: row.published_at as Date,
  }
}

export const findPage = (db: Db, id: number) =>
  db.selectFrom('portal.page').selectAll().where('id', '=', id).executeTakeFirst()

/** Every version of a page, newest first, without its text. */
export const versionsOf = (db: Db, page: number) =>
  db
    .selectFrom('portal.page_version')
    .select(['id', 'number', 'title_es', 'hash', 'author', 'written_at', 'published_at', 'published_by'])
    .select(['superseded_at', 'restores', 'same_person', 'rule_source', 'section_id', 'slug'])
    .where('page_id', '=', page)
    .orderBy('number', 'desc')
    .execute()

export const findVersion = (db: Db, page: number, number: number) =>
  db
    .selectFrom('portal.page_version')
    .selectAll()
    .where('page_id', '=', page)
    .where('number', '=', number)
    .executeTakeFirst()

/** The newest version of each page, for the list of the desk. */
export const listPages = (db: Db) =>
  db
    .selectFrom('portal.page as p')
    .innerJoin('portal.page_version as v', 'v.page_id', 'p.id')
    .leftJoin('portal.page_version as s', (join) =>
      join.onRef('s.page_id', '=', 'p.id').on('s.published_at', 'is not', null).on('s.superseded_at', 'is', null),
    )
    .select(['p.id', 'p.withdrawn_at', 'v.number', 'v.title_es', 'v.slug', 'v.section_id', 'v.author', 'v.written_at'])
    .select(['s.number as standing', 's.published_at'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('portal.page_version as later')
            .select('later.id')
            .whereRef('later.page_id', '=', 'v.page_id')
            .whereRef('later.number', '>', 'v.number'),
        ),
      ),
    )
    .orderBy('v.written_at', 'desc')
    .limit(1000)
    .execute()

/** What waits for another pair of eyes: a newest version that is not the published one. */
export async function countDrafts(db: Db): Promise<number> {
  const pages = await listPages(db)
  return pages.filter((page) => page.withdrawn_at === null && page.standing !== page.number).length
}

export const crumbsOf = (tree: readonly Section[], section: Section | undefined): readonly Section[] =>
  section ? [...ancestorsOf(tree, section), section] : []
