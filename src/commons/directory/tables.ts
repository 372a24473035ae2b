import type { ColumnType, Generated } from 'kysely'
import type { AreaKind, Gender, Letters } from './rules.ts'

export interface DirectoryTables {
  'directory.institution': {
    id: Generated<number>
    name_es: string
    name_en: Generated<string>
    acronym: string
    address: Generated<string>
    phone: Generated<string>
    office_hours: Generated<string>
    time_zone: Generated<string>
    web_address: Generated<string>
    licence: Generated<string>
    logo_sha256: string | null
    accent: string | null
    second: string | null
    letters: Generated<Letters>
    version: Generated<number>
  }
  /** Lives from `valid_from` until the day before `valid_to`. */
  'directory.area': {
    id: Generated<number>
    acronym: string
    name_es: string
    name_en: Generated<string>
    kind: AreaKind
    parent_id: number | null
    valid_from: string
    valid_to: string | null
    successor_id: number | null
    version: Generated<number>
  }
  'directory.person': {
    id: Generated<number>
    given_names: string
    family_names: string
    treatment: Generated<string>
    gender: Gender
    email: Generated<string>
    version: Generated<number>
    forgotten_at: Date | null
  }
  'directory.post': {
    id: Generated<number>
    area_id: number
    title_f: string
    title_m: string
    title_en: Generated<string>
  }
  'directory.appointment': {
    id: Generated<number>
    post_id: number
    person_id: number
    valid_from: string
    valid_to: string | null
  }
  'directory.calendar': {
    year: number
    version: number
    content: ColumnType<unknown, string, never>
    set_at: Date
    set_by: string
  }
}
