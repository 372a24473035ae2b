import type { Reader } from '#kernel/database'
import { remembered } from '#kernel/remembered'
import type { Said } from '#kernel/words'
import type { Letters } from '../rules.ts'
import type { DirectoryTables } from '../tables.ts'

export interface Institution {
  readonly name: Said
  readonly acronym: string
  /** Lines, as on an envelope. */
  readonly address: string
  readonly phone: string
  readonly officeHours: string
  /** IANA name: days and terms are counted in it. */
  readonly timeZone: string
  readonly webAddress: string
  /** What readers may do with what it publishes. */
  readonly licence: string
  readonly logo: string | undefined
  readonly theme: {
    readonly accent: string | undefined
    readonly second: string | undefined
    readonly letters: Letters
  }
  readonly version: number
}

export const defaultTimeZone = 'America/Mexico_City'

/** Undefined until the house is founded. */
export const institutionOf = remembered(['directory'], async (reader): Promise<Institution | undefined> => {
  const row = await reader.tables<DirectoryTables>().selectFrom('directory.institution').selectAll().executeTakeFirst()
  if (!row) return undefined
  return {
    name: { es: row.name_es, en: row.name_en || row.name_es },
    acronym: row.acronym,
    address: row.address,
    phone: row.phone,
    officeHours: row.office_hours,
    timeZone: row.time_zone,
    webAddress: row.web_address,
    licence: row.licence,
    logo: row.logo_sha256 ?? undefined,
    theme: { accent: row.accent ?? undefined, second: row.second ?? undefined, letters: row.letters },
    version: row.version,
  }
})

/** IANA name of the zone in which the institution's days begin and end. */
export const zoneOf = async (reader: Reader): Promise<string> =>
  (await institutionOf(reader))?.timeZone ?? defaultTimeZone
