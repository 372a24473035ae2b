import type { Selectable } from 'kysely'
import type { Reader, Reading } from '#kernel/database'
import { remembered } from '#kernel/remembered'
import type { Said } from '#kernel/words'
import type { AreaKind } from '../rules.ts'
import type { DirectoryTables } from '../tables.ts'

export interface AreaName {
  readonly id: number
  readonly acronym: string
  readonly name: Said
}
export interface Area extends AreaName {
  readonly kind: AreaKind
  readonly parent: number | null
  readonly validFrom: string
  /** The first day on which it is no more. */
  readonly validTo: string | null
  readonly successor: number | null
  readonly version: number
}

type AreaRow = Selectable<DirectoryTables['directory.area']>

const areaOf = (row: AreaRow): Area => ({
  id: row.id,
  acronym: row.acronym,
  name: { es: row.name_es, en: row.name_en || row.name_es },
  kind: row.kind,
  parent: row.parent_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  successor: row.successor_id,
  version: row.version,
})

/** Every area there is or was, by acronym. */
export const areasOf = remembered(['directory'], async (reader): Promise<readonly Area[]> => {
  const rows = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.area')
    .selectAll()
    .orderBy('acronym')
    .orderBy('valid_from', 'desc')
    .execute()
  return rows.map(areaOf)
})

/** The areas that live on a day, by acronym. */
export async function livingAreas(reader: Reader, on: string): Promise<readonly Area[]> {
  const rows = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.area')
    .selectAll()
    .where('valid_from', '<=', on)
    .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .orderBy('acronym')
    .execute()
  return rows.map(areaOf)
}

/** Who answers on a day for what an area did: itself, or the last of those that took its place. */
export async function heirOf(reader: Reader, area: number, on: string): Promise<number> {
  const areas = new Map((await areasOf(reader)).map((each) => [each.id, each]))
  let heir = areas.get(area)
  while (heir?.successor && heir.validTo && heir.validTo <= on) heir = areas.get(heir.successor)
  return heir?.id ?? area
}

/** Names by id, living or not: what an old area asked still reads with its old name. */
export async function areaNames(reader: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, AreaName>> {
  const areas = await areasOf(reader)
  return new Map(areas.filter(({ id }) => ids.includes(id)).map((area) => [area.id, area]))
}

export async function findArea(db: Reading<DirectoryTables>, area: number): Promise<Area | undefined> {
  const row = await db.selectFrom('directory.area').selectAll().where('id', '=', area).executeTakeFirst()
  return row && areaOf(row)
}

export async function parentsOf(db: Reading<DirectoryTables>): Promise<ReadonlyMap<number, number | null>> {
  const rows = await db.selectFrom('directory.area').select(['id', 'parent_id']).execute()
  return new Map(rows.map(({ id, parent_id }) => [id, parent_id]))
}
