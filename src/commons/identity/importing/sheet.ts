import { livingAreas } from '#commons/directory'
import { readCsv, recordsOf } from '#kernel/pure/csv'
import { fold } from '#kernel/pure/text'
import { invalid } from '#kernel/refusals'
import type { Said } from '#kernel/words'
import { type ImportedAccount, importedAccount } from '../commands/importing.ts'
import { type Knowing, rolesOf, todayOf } from '../queries/holdings.ts'
import { factsForImport } from '../queries/importing.ts'
import { faultsIn, mostInImport } from '../rules/importing.ts'
import type { IdentityWords } from '../words.es.ts'
import { say } from '../words.ts'

/** A line of the sheet that can become an account. */
export interface AccountLine {
  readonly line: number
  readonly account: ImportedAccount
}
export type Column = keyof IdentityWords['importing']['columns']
export interface BadLine {
  readonly line: number
  readonly column: Column
  readonly said: Said
}
export interface AccountSheet {
  readonly lines: readonly AccountLine[]
  readonly bad: readonly BadLine[]
}

/** Headings as people write them, in Spanish or English, with or without accents. */
const headings: Readonly<Record<string, Column>> = {
  ...{ nombre: 'givenNames', nombres: 'givenNames', 'given names': 'givenNames', name: 'givenNames' },
  ...{ apellidos: 'familyNames', 'family names': 'familyNames', surname: 'familyNames' },
  ...{ correo: 'email', 'correo electronico': 'email', email: 'email', 'e-mail': 'email', mail: 'email' },
  ...{ area: 'areas', areas: 'areas', funcion: 'role', role: 'role' },
  ...{ tratamiento: 'treatment', treatment: 'treatment', idioma: 'locale', language: 'locale' },
}
/** As they stand in a sheet, from left to right. */
const placeOf = (column: Column) => Object.values(headings).indexOf(column)
const everywhere = ['todas', 'all', '*']
const languages: Readonly<Record<string, string>> = { espanol: 'es', ingles: 'en', spanish: 'es', english: 'en' }

type Problem = keyof IdentityWords['importing']['faults'] | 'areaUnsaid' | 'tooMany'

/** Reads the whole sheet as the command will: every line that can come in, and every fault with its line and column. */
export async function readAccounts(reader: Knowing, text: string): Promise<AccountSheet> {
  const [areas, roles] = await Promise.all([livingAreas(reader, await todayOf(reader)), rolesOf(reader)])
  const areaNamed = (name: string) => areas.find((area) => same(area.acronym, name) || same(area.name.es, name))?.id
  const roleNamed = (name: string) =>
    roles.find(({ key, name_es, name_en }) => [key, name_es, name_en].some((each) => same(each, name)))?.id

  const records = recordsOf(readCsv(text), (heading) => headings[fold(heading).trim()] ?? heading)
  const bad: BadLine[] = []
  const lines: AccountLine[] = []
  for (const { line, record } of records.slice(0, mostInImport)) {
    const value = (column: Column) => record[column] ?? ''
    const wrong = (column: Column, problem: Problem) => bad.push(faultOf(line, column, problem))
    const named = listOf(value('areas'))
    const all = named.some((name) => everywhere.includes(fold(name)))
    const found = all ? [] : named.map(areaNamed)
    if (named.length === 0) wrong('areas', 'areaUnsaid')
    if (found.includes(undefined)) wrong('areas', 'noSuchArea')
    const role = roleNamed(value('role'))
    if (role === undefined) wrong('role', 'noSuchRole')
    const locale = languages[fold(value('locale'))] ?? (fold(value('locale')) || undefined)
    const parsed = importedAccount.safeParse({
      ...record,
      role: role ?? 1,
      areas: found.flatMap((id) => id ?? []),
      locale,
    })
    if (parsed.success) lines.push({ line, account: parsed.data })
    else
      for (const { field, said } of invalid(parsed.error.issues).reasons)
        bad.push({ line, column: field as Column, said })
  }
  const [beyond] = records.slice(mostInImport)
  if (beyond) bad.push(faultOf(beyond.line, 'email', 'tooMany'))

  const batch = lines.map(({ account }) => account)
  for (const { at, field, fault } of faultsIn(batch, await factsForImport(reader, batch))) {
    const { line } = lines[at] as AccountLine
    // A role that the sheet misnamed was said already.
    if (!bad.some((other) => other.line === line && other.column === field)) bad.push(faultOf(line, field, fault))
  }
  const faulty = new Set(bad.map(({ line }) => line))
  return {
    lines: lines.filter(({ line }) => !faulty.has(line)),
    bad: bad.toSorted((a, b) => a.line - b.line || placeOf(a.column) - placeOf(b.column)),
  }
}

const faultOf = (line: number, column: Column, problem: Problem): BadLine => ({
  ...{ line, column },
  said: say(({ importing }) =>
    problem === 'areaUnsaid'
      ? importing.areaUnsaid
      : problem === 'tooMany'
        ? importing.tooMany(mostInImport)
        : importing.faults[problem],
  ),
})

/** `PPP | OE`: one person may answer for several areas. */
const listOf = (cell: string) =>
  cell
    .split(/[|/\n]/)
    .map((name) => name.trim())
    .filter(Boolean)
const same = (one: string, other: string) => fold(one.trim()) === fold(other.trim())
