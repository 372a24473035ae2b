import type { Reader, Reading } from '#kernel/database'
import { remembered } from '#kernel/remembered'
import { type Section, treeOf } from '../rules/tree.ts'
import type { PortalTables } from '../tables.ts'

type Db = Reading<PortalTables>

/** Every open section, in the order of a table of contents, with its path. */
export const sectionsOf = remembered(['portal'], (reader) => sectionsIn(reader.tables<PortalTables>()))

export async function sectionsIn(db: Db): Promise<readonly Section[]> {
  const rows = await db.selectFrom('portal.section').selectAll().where('closed_at', 'is', null).execute()
  return treeOf(
    rows.map((row) => ({
      id: row.id,
      parentId: row.parent_id,
      slug: row.slug,
      position: row.position,
      titleEs: row.title_es,
      titleEn: row.title_en,
      summaryEs: row.summary_es,
      summaryEn: row.summary_en,
      portal: row.portal,
      allowedExtensions: row.extensions,
      largestBytes: row.largest_bytes,
      version: row.version,
    })),
  )
}

/** Addresses of these sections; closed and unknown ones have none. */
export async function sectionPaths(reader: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const wanted = new Set(ids)
  const tree = wanted.size > 0 ? await sectionsOf(reader) : []
  return new Map(tree.filter(({ id }) => wanted.has(id)).map(({ id, path }) => [id, path]))
}

export async function findSection(reader: Reader, id: number): Promise<Section | undefined> {
  return (await sectionsOf(reader)).find((section) => section.id === id)
}

export interface SectionHistory {
  readonly id: number
  readonly titleEs: string
  readonly titleEn: string | null
}

/** Titles of sections, also of closed ones: what was filed there still says where. */
export async function sectionTitles(
  reader: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, SectionHistory>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .tables<PortalTables>()
    .selectFrom('portal.section')
    .select(['id', 'title_es as titleEs', 'title_en as titleEn'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
