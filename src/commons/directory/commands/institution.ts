import { z } from 'zod'
import type { Command, Work } from '#kernel/command'
import { choice, optional, sha256, text, version } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import { conflict, missing } from '#kernel/refusals'
import { type ThemeFault, themeFaults } from '#ui'
import { institutionDescribed, institutionFounded, logoSet, themeSet, topicOfInstitution } from '../events.ts'
import { letterings } from '../rules.ts'
import type { DirectoryTables } from '../tables.ts'
import { objection, say } from '../words.ts'

const grant = 'directory.manage'

const timeZone = text(60).refine(isTimeZone, 'zone')

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('es', { timeZone: name }) !== undefined
  } catch {
    return false
  }
}

const found = z.object({ nameEs: text(200, 3), nameEn: optional(text(200, 3)), acronym: text(20) })
export type Found = z.infer<typeof found>

export const foundInstitution: Command<DirectoryTables, Found, void> = {
  name: 'directory.found-institution',
  summary: 'Give the house its institution: name and acronym. It happens once.',
  grant,
  input: found,
  async run(work, { nameEs, nameEn = '', acronym }) {
    const founded = await work.db
      .insertInto('directory.institution')
      .values({ name_es: nameEs, name_en: nameEn, acronym, logo_sha256: null, accent: null, second: null })
      .onConflict((clash) => clash.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!founded) throw objection('conflict', 'nameEs', (words) => words.alreadyFounded)
    work.announce(institutionFounded, {})
  },
}

const describe = z.object({
  version: optional(version),
  nameEs: text(200, 3),
  nameEn: optional(text(200, 3)),
  acronym: text(20),
  address: optional(text(500)),
  phone: optional(text(100)),
  officeHours: optional(text(300)),
  timeZone,
  webAddress: optional(z.url({ protocol: /^https?$/ }).max(300)),
  licence: optional(text(2_000)),
})

export const describeInstitution: Command<DirectoryTables, z.infer<typeof describe>, void> = {
  name: 'directory.describe-institution',
  summary: "Set the institution's names, address, telephone, office hours, time zone and licence.",
  grant,
  input: describe,
  // In a small body these are somebody's own telephone and hours; the name of the institution is nobody's.
  personal: { fields: ['address', 'phone', 'officeHours', 'licence'], subject: () => topicOfInstitution },
  async run(work, input) {
    await change(work, input.version, {
      name_es: input.nameEs,
      name_en: input.nameEn ?? '',
      acronym: input.acronym,
      address: input.address ?? '',
      phone: input.phone ?? '',
      office_hours: input.officeHours ?? '',
      time_zone: input.timeZone,
      web_address: input.webAddress ?? '',
      licence: input.licence ?? '',
    })
    work.announce(institutionDescribed, {})
  },
}

/** Looked at with the other colour, so that everything wrong with both is said at once. */
const colour = text(20)
const theme = z.object({
  version: optional(version),
  accent: optional(colour),
  second: optional(colour),
  letters: choice(letterings),
  logo: optional(sha256),
})

export const setTheme: Command<DirectoryTables, z.infer<typeof theme>, void> = {
  name: 'directory.set-theme',
  summary: "Set the institution's logo, two colours and letters; colours without enough contrast are refused.",
  grant,
  input: theme,
  async run(work, { version, accent, second, letters, logo }) {
    refuseUnreadable({ accent, second })
    const drawn = logo === undefined ? {} : { logo_sha256: logo }
    const named = (hex: string | undefined) => hex?.toLowerCase() ?? null
    await change(work, version, { accent: named(accent), second: named(second), letters, ...drawn })
    work.announce(themeSet, {})
  },
}

const logo = z.object({ logo: optional(sha256) })

export const setLogo: Command<DirectoryTables, z.infer<typeof logo>, void> = {
  name: 'directory.set-logo',
  summary: 'Put a picture of the library as the logo of the institution, or leave it without one.',
  grant,
  input: logo,
  async run(work, { logo: picture }) {
    await change(work, undefined, { logo_sha256: picture ?? null })
    work.announce(logoSet, { logo: picture !== undefined })
  },
}

/** Asks what draws the sheet, so that nothing is accepted that it would later decline to draw. */
function refuseUnreadable(colours: { readonly accent?: string | undefined; readonly second?: string | undefined }) {
  const faultOf = (field: 'accent' | 'second', hex: string | undefined): ThemeFault | undefined => {
    if (hex === undefined) return undefined
    if (!/^#[0-9a-f]{6}$/i.test(hex)) return 'not-a-colour'
    return themeFaults(field === 'accent' ? { accent: hex } : { accent: '#000000', ink: hex })[0]
  }
  const reasons = (['accent', 'second'] as const).flatMap((field) => {
    const fault = faultOf(field, colours[field])
    return fault ? [{ field, said: say((words) => words.themeFaults[fault]) }] : []
  })
  const [first] = reasons
  if (first) throw new Refusal('invalid', first.said, reasons)
}

async function change(work: Work<DirectoryTables>, seen: number | undefined, values: Record<string, unknown>) {
  const row = await work.db.selectFrom('directory.institution').select('version').forUpdate().executeTakeFirst()
  if (!row) throw missing()
  if (seen !== undefined && seen !== row.version) throw conflict()
  await work.db
    .updateTable('directory.institution')
    .set({ ...values, version: row.version + 1 })
    .execute()
}
