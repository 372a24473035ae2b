import type { Selectable } from 'kysely'
import type { Reader, Reading } from '#kernel/database'
import { matches } from '#kernel/pure/text'
import { fullName, type Gender, initialsOf } from '../rules.ts'
import type { DirectoryTables } from '../tables.ts'

export interface PersonName {
  readonly id: number
  /** With treatment: `Mtra. Rosa Elena Pat Canul`. */
  readonly name: string
  /** Without it. */
  readonly plainName: string
  readonly initials: string
  readonly gender: Gender
}
export interface Person extends PersonName {
  readonly givenNames: string
  readonly familyNames: string
  readonly treatment: string
  readonly email: string
  readonly forgotten: boolean
  readonly version: number
}

type PersonRow = Selectable<DirectoryTables['directory.person']>

/** Of whoever was forgotten only the number is left. */
const personOf = (row: PersonRow): Person => {
  const unnamed = `P-${row.id}`
  return {
    id: row.id,
    name: fullName(row) || unnamed,
    plainName: fullName({ ...row, treatment: '' }) || unnamed,
    initials: initialsOf(row) || 'P',
    gender: row.gender,
    givenNames: row.given_names,
    familyNames: row.family_names,
    treatment: row.treatment,
    email: row.email,
    forgotten: row.forgotten_at !== null,
    version: row.version,
  }
}

export async function personNames(reader: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, PersonName>> {
  return new Map((await peopleOf(reader, ids)).map((person) => [person.id, person]))
}

/** The people with these ids, with all that is known of them. */
export async function peopleOf(reader: Reader, ids: readonly number[]): Promise<readonly Person[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.person')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map(personOf)
}

/** Everyone who was not forgotten, by family names; `matching` narrows by name or address. */
export async function listPeople(reader: Reader, matching = ''): Promise<readonly Person[]> {
  const rows = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.person')
    .selectAll()
    .where('forgotten_at', 'is', null)
    .orderBy('family_names')
    .orderBy('given_names')
    .execute()
  return rows.map(personOf).filter(({ plainName, email }) => matches(`${plainName} ${email}`, matching))
}

export async function findPerson(db: Reading<DirectoryTables>, person: number): Promise<Person | undefined> {
  const row = await db.selectFrom('directory.person').selectAll().where('id', '=', person).executeTakeFirst()
  return row && personOf(row)
}
/** The person with this address, whatever its case. */
export async function personByEmail(reader: Reader, email: string): Promise<Person | undefined> {
  const row = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.person')
    .selectAll()
    .where(({ fn, eb }) => eb(fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  return row && personOf(row)
}

/** The people with these addresses, by number: each with its address in lower case. */
export async function personEmails(reader: Reader, emails: readonly string[]): Promise<ReadonlyMap<number, string>> {
  if (emails.length === 0) return new Map()
  const wanted = emails.map((email) => email.toLowerCase())
  const rows = await reader
    .tables<DirectoryTables>()
    .selectFrom('directory.person')
    .select(['id', ({ fn }) => fn<string>('lower', ['email']).as('email')])
    .where(({ fn, eb }) => eb(fn<string>('lower', ['email']), 'in', wanted))
    .execute()
  return new Map(rows.map(({ id, email }) => [id, email]))
}
