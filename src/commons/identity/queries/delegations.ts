import type { Selectable } from 'kysely'
import type { Reader } from '#kernel/database'
import type { IdentityTables } from '../tables.ts'

export type Delegation = Selectable<IdentityTables['identity.delegation']> & { readonly holdings: readonly number[] }

/** What an account lent and was lent, newest first, until the day it ends. */
export async function delegationsOf(reader: Reader, account: number, today: string): Promise<readonly Delegation[]> {
  const db = reader.tables<IdentityTables>()
  const rows = await db
    .selectFrom('identity.delegation')
    .selectAll()
    .where(({ or, eb }) => or([eb('from_account_id', '=', account), eb('to_account_id', '=', account)]))
    .where('revoked_at', 'is', null)
    .where('valid_to', '>', today)
    .orderBy('id', 'desc')
    .execute()
  const lent = await db
    .selectFrom('identity.delegated_holding')
    .selectAll()
    .where('delegation_id', 'in', [0, ...rows.map(({ id }) => id)])
    .execute()
  return rows.map((row) => ({
    ...row,
    holdings: lent.filter(({ delegation_id }) => delegation_id === row.id).map(({ holding_id }) => holding_id),
  }))
}
