import type { Reader, Reading } from '#kernel/database'
import { remembered } from '#kernel/remembered'
import type { Shortcut } from '../rules/home.ts'
import type { SamePersonRule } from '../rules/publishing.ts'
import type { PortalTables } from '../tables.ts'

type Db = Reading<PortalTables>

/** What the institution wrote for its home page and for machines that ask. */
export interface HomeSetting {
  readonly leadEs: string
  readonly leadEn: string
  readonly searchesEs: readonly Shortcut[]
  readonly searchesEn: readonly Shortcut[]
  /** Who publishes: `Publicado por la Gestoría de Contenidos`. */
  readonly colophonEs: string
  readonly colophonEn: string
  /** Mail or web address for whoever finds a weakness; without it there is no `security.txt`. */
  readonly securityContact: string
}

export const blankHome: HomeSetting = {
  leadEs: '',
  leadEn: '',
  searchesEs: [],
  searchesEn: [],
  colophonEs: '',
  colophonEn: '',
  securityContact: '',
}

export const homeOf = remembered(
  ['portal'],
  async (reader): Promise<HomeSetting & { readonly setAt: Date | undefined }> => {
    const row = await settingOf(reader.tables<PortalTables>(), 'home')
    return { ...blankHome, ...((row?.value ?? {}) as Partial<HomeSetting>), setAt: row?.set_at }
  },
)

/** The institution's written rule on publishing one's own text, if it has one. */
export async function samePersonRule(db: Db): Promise<SamePersonRule | undefined> {
  const row = await settingOf(db, 'same-person-may-publish')
  return row && { allowed: row.value === true, source: row.source }
}

const settingOf = (db: Db, name: string) =>
  db.selectFrom('portal.setting').select(['value', 'source', 'set_at']).where('name', '=', name).executeTakeFirst()

/** What the home page shows now, in its order. */
export const standingFeatures = (db: Db) =>
  db
    .selectFrom('portal.feature as f')
    .leftJoin('portal.image as i', 'i.sha256', 'f.image')
    .selectAll('f')
    .select(['i.width', 'i.height'])
    .where('f.ended_at', 'is', null)
    .orderBy('f.position')
    .orderBy('f.id')
    .execute()

/** The same for whoever only looks. */
export const featuresShown = remembered(['portal'], (reader) => standingFeatures(reader.tables<PortalTables>()))

/** Notices whose time has come and has not passed, the gravest first. */
export async function noticesAt(reader: Reader, now: Date) {
  const notices = (await announced(reader)).filter(({ from_at, until_at }) => from_at <= now && now < until_at)
  return notices.toSorted((a, b) => gravity.indexOf(a.kind) - gravity.indexOf(b.kind))
}
const announced = remembered(['portal'], (reader) =>
  reader
    .tables<PortalTables>()
    .selectFrom('portal.notice')
    .selectAll()
    .where('retired_at', 'is', null)
    .orderBy('id')
    .execute(),
)
const gravity = ['emergency', 'interruption', 'informative']

export const listNotices = (db: Db) =>
  db.selectFrom('portal.notice').selectAll().orderBy('id', 'desc').limit(200).execute()

export const listImages = (db: Db) =>
  db.selectFrom('portal.image').selectAll().orderBy('kept_at', 'desc').limit(200).execute()

export const findImage = (db: Db, sha256: string) =>
  db.selectFrom('portal.image').selectAll().where('sha256', '=', sha256).executeTakeFirst()

/** Whether readers of the internet, or of the intranet too, see this image somewhere now. */
export async function isShown(db: Db, sha256: string, readable: (section: number | null) => boolean): Promise<boolean> {
  const feature = await db
    .selectFrom('portal.feature')
    .select('id')
    .where('image', '=', sha256)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (feature) return true
  const pages = await db
    .selectFrom('portal.page_version as v')
    .innerJoin('portal.page as p', 'p.id', 'v.page_id')
    .select('v.section_id')
    .where('v.published_at', 'is not', null)
    .where('v.superseded_at', 'is', null)
    .where('p.withdrawn_at', 'is', null)
    .where(({ eb, val, fn }) => eb(val(sha256), '=', fn.any('v.images')))
    .execute()
  return pages.some(({ section_id }) => readable(section_id))
}
