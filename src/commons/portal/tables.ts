import type { ColumnType, Generated } from 'kysely'
import type { ImageType } from './rules/images.ts'
import type { Portal } from './rules/tree.ts'

export type { Portal } from './rules/tree.ts'

/** Written once, at insertion. */
type Fixed<Value> = ColumnType<Value, Value, never>

export type NoticeKind = 'informative' | 'interruption' | 'emergency'
export type RedirectKind = 'moved' | 'imported' | 'manual'

/** Rows of the schema `portal`. */
export interface PortalTables {
  'portal.section': {
    id: Generated<number>
    parent_id: number | null
    slug: string
    title_es: string
    title_en: string | null
    summary_es: string
    summary_en: string
    position: number
    portal: Portal
    /** Endings of the files that may be filed here, without the dot; null lets in what the house lets in. */
    extensions: string[] | null
    largest_bytes: number | null
    version: Generated<number>
    opened_at: Fixed<Date>
    opened_by: Fixed<string>
    closed_at: Date | null
    closed_by: string | null
  }
  'portal.image': {
    sha256: string
    name: string
    media_type: ImageType
    width: number
    height: number
    bytes: number
    kept_at: Date
    kept_by: string
  }
  'portal.page': {
    id: Generated<number>
    section_id: number | null
    slug: string
    version: Generated<number>
    opened_at: Fixed<Date>
    opened_by: Fixed<string>
    withdrawn_at: Date | null
    withdrawn_by: string | null
  }
  'portal.page_version': {
    id: Generated<number>
    page_id: Fixed<number>
    number: Fixed<number>
    section_id: Fixed<number | null>
    slug: Fixed<string>
    title_es: Fixed<string>
    body_es: Fixed<string>
    title_en: Fixed<string | null>
    body_en: Fixed<string | null>
    /** Hashes of the images that its text shows. */
    images: Fixed<string[]>
    hash: Fixed<string>
    /** The number of the earlier version that this one brings back. */
    restores: Fixed<number | null>
    author: Fixed<string>
    written_at: Fixed<Date>
    published_at: Date | null
    published_by: string | null
    same_person: Generated<boolean>
    rule_source: Generated<string>
    superseded_at: Date | null
  }
  'portal.feature': {
    id: Generated<number>
    title_es: string
    title_en: string | null
    text_es: string
    text_en: string
    href: string
    image: string | null
    alt_es: string
    alt_en: string
    decorative: boolean
    position: number
    started_at: Date
    started_by: string
    ended_at: Date | null
    ended_by: string | null
  }
  'portal.notice': {
    id: Generated<number>
    kind: NoticeKind
    text_es: string
    text_en: string
    href: string
    from_at: Date
    until_at: Date
    announced_at: Date
    announced_by: string
    retired_at: Date | null
    retired_by: string | null
  }
  'portal.broadcast': {
    id: Generated<number>
    title_es: Fixed<string>
    title_en: Fixed<string>
    href: Fixed<string>
    from_at: Fixed<Date>
    until_at: Fixed<Date>
    announced_at: Fixed<Date>
    announced_by: Fixed<string>
    cancelled_at: Date | null
    cancelled_by: string | null
  }
  'portal.redirect': {
    id: Generated<number>
    old_path: Fixed<string>
    target_path: string | null
    kind: RedirectKind
    created_at: Fixed<Date>
    created_by: Fixed<string>
    ended_at: Date | null
    ended_by: string | null
  }
  'portal.setting': {
    name: string
    value: ColumnType<unknown, string, string>
    source: string
    set_at: Date
    set_by: string
  }
}
