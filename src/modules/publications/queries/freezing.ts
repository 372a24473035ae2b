import type { Selectable } from 'kysely'
import { zoneOf } from '#commons/directory'
import { ancestorsOf, sectionsOf } from '#commons/portal'
import type { Reader, Reading } from '#kernel/database'
import { localDateOf, localTimeOf } from '#kernel/pure/dates'
import { type FreezeWindow, reaching } from '../rules/freezing.ts'
import type { PublicationsTables } from '../tables.ts'
import type { Request } from './requests.ts'

export type FreezeRow = Selectable<PublicationsTables['publications.freeze_window']>
type Db = Reading<PublicationsTables>

/** Every window there was, newest first. */
export const freezeWindows = (db: Db): Promise<FreezeRow[]> =>
  db.selectFrom('publications.freeze_window').selectAll().orderBy('from_at', 'desc').orderBy('id', 'desc').execute()

export const findFreezeWindow = (db: Db, id: number): Promise<FreezeRow | undefined> =>
  db.selectFrom('publications.freeze_window').selectAll().where('id', '=', id).executeTakeFirst()

/** The windows, not yet over, that reach what this request would put live. */
export async function windowsOver(
  reader: Reader,
  { kind, portal, section_id, ground_kind }: Request,
  now: Date,
): Promise<readonly FreezeWindow[]> {
  const rows = await reader
    .tables<PublicationsTables>()
    .selectFrom('publications.freeze_window')
    .selectAll()
    .where('until_at', '>', now)
    .where('lifted_at', 'is', null)
    .orderBy('from_at')
    .execute()
  if (rows.length === 0) return []
  const [tree, zone] = await Promise.all([sectionsOf(reader), zoneOf(reader)])
  const section = tree.find(({ id }) => id === section_id)
  const sections = section ? [section, ...ancestorsOf(tree, section)].map(({ id }) => id) : []
  return reaching(
    rows.map((row) => windowOf(row, zone)),
    { kind, portal, sections, ground: ground_kind },
  )
}

const windowOf = (row: FreezeRow, zone: string): FreezeWindow => ({
  ...{ id: row.id, from: row.from_at, until: row.until_at, basis: row.basis, exceptions: row.exceptions },
  untilLocal: `${localDateOf(row.until_at, zone)}T${localTimeOf(row.until_at, zone)}`,
  ...{ portal: row.portal ?? undefined, section: row.section_id ?? undefined },
})
