import type { Selectable } from 'kysely'
import type { Reader } from '#kernel/database'
import { signInLives } from '../rules/account.ts'
import type { IdentityTables } from '../tables.ts'

export type SignIn = Selectable<IdentityTables['identity.sign_in']>
export type Token = Selectable<IdentityTables['identity.token']>

/** Where the account is signed in now, the last seen first. */
export async function signInsOf(reader: Reader, account: number, now: Date): Promise<readonly SignIn[]> {
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.sign_in')
    .selectAll()
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.filter((row) => signInLives(row, now))
}

/** Its tokens that still work or have expired, without the revoked ones. */
export const tokensOf = (reader: Reader, account: number): Promise<Token[]> =>
  reader
    .tables<IdentityTables>()
    .selectFrom('identity.token')
    .selectAll()
    .where('account_id', '=', account)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()

export type SecondStep = Selectable<IdentityTables['identity.totp']>
export const secondStepOf = (reader: Reader, account: number): Promise<SecondStep | undefined> =>
  reader
    .tables<IdentityTables>()
    .selectFrom('identity.totp')
    .selectAll()
    .where('account_id', '=', account)
    .executeTakeFirst()

/** How many recovery codes are left. */
export async function recoveryCodesLeft(reader: Reader, account: number): Promise<number> {
  const { left } = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return left
}

export async function findPass(reader: Reader, pass: number) {
  return reader
    .tables<IdentityTables>()
    .selectFrom('identity.pass')
    .selectAll()
    .where('id', '=', pass)
    .executeTakeFirst()
}
