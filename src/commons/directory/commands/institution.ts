import { z } from 'zod'
import type { Command, Work } from '#kernel/command'
import { choice, optional, sha256, text, version } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import { conflict, missing } from '#kernel/refusals'
import { themeFaults } from '#ui'
import { institutionDescribed, institutionFounded, themeSet, topicOfInstitution } from '../events.ts'
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

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'colour')
  .transform((hex) => hex.toLowerCase())
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
    refuseUnreadable(accent, second)
    const drawn = logo === undefined ? {} : { logo_sha256: logo }
    await change(work, version, { accent: accent ?? null, second: second ?? null, letters, ...drawn })
    work.announce(themeSet, {})
  },
}

/** Asks what draws the sheet, so that nothing is accepted that it would later decline to draw. */
function refuseUnreadable(accent = '#000000', second?: string) {
  const faults = themeFaults({ accent, ink: second })
  const reasons = [
    ...(faults.includes('accent-too-light') ? [{ field: 'accent', said: say((words) => words.lowContrast) }] : []),
    ...(faults.includes('ink-too-light') ? [{ field: 'second', said: say((words) => words.lowInkContrast) }] : []),
  ]
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
