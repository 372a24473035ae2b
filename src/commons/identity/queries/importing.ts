import { areasOf, personEmails } from '#commons/directory'
import type { Reader } from '#kernel/database'
import type { ImportFacts, Wanted } from '../rules/importing.ts'
import type { IdentityTables } from '../tables.ts'
import { rolesOf } from './holdings.ts'

/** What a batch of accounts is judged by. */
export async function factsForImport(reader: Reader, batch: readonly Wanted[]): Promise<ImportFacts> {
  const emails = batch.map(({ email }) => email)
  const [known, roles, areas] = await Promise.all([personEmails(reader, emails), rolesOf(reader), areasOf(reader)])
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.account')
    .select(['email', 'person_id'])
    .where(({ or, eb }) => or([eb('email', 'in', ['', ...emails]), eb('person_id', 'in', [0, ...known.keys()])]))
    .execute()
  return {
    accounts: new Set(rows.map(({ email }) => email)),
    housed: new Set(rows.flatMap(({ person_id }) => known.get(person_id) ?? [])),
    roles: new Set(roles.map(({ id }) => id)),
    areas: new Set(areas.map(({ id }) => id)),
  }
}
