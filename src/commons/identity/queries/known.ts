import type { Expression } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reading } from '#kernel/database'
import type { Locale } from '#kernel/words'
import type { Theme } from '../rules/account.ts'
import type { IdentityTables } from '../tables.ts'
import { living } from './holdings.ts'

/** A role held by the account, or lent to it by the account of another person. */
export interface HeldNow {
  readonly grants: readonly string[]
  readonly area_id: number | null
  readonly lender: number | null
  readonly lender_person: number | null
}
export interface Known {
  readonly account: number
  readonly person: number
  readonly email: string
  readonly locale: Locale
  readonly theme: Theme
  readonly held: readonly HeldNow[]
  /** Of the sign-in or the token. */
  readonly id: number
  readonly created_at: Date
  readonly seen_at: Date | null
  readonly ended_at: Date | null
}
export interface KnownToken extends Known {
  readonly label: string
  readonly expires_at: Date
  readonly grants: readonly string[]
  readonly areas: readonly number[]
}

type Db = Reading<IdentityTables>

/** Whose sign-in this is, with all they may do today: one query. Disabled accounts are nobody's. */
export const knownBySignIn = (db: Db, digest: Uint8Array, today: string): Promise<Known | undefined> =>
  db
    .selectFrom('identity.sign_in as s')
    .innerJoin('identity.account as a', 'a.id', 's.account_id')
    .where('s.digest', '=', digest)
    .where('a.disabled_at', 'is', null)
    .select(['a.id as account', 'a.person_id as person', 'a.email', 'a.locale', 'a.theme'])
    .select(['s.id', 's.created_at', 's.seen_at', 's.ended_at'])
    .select(({ ref }) => heldBy(db, ref('a.id'), today))
    .executeTakeFirst()

/** The same of a program's token. */
export const knownByToken = (db: Db, digest: Uint8Array, today: string): Promise<KnownToken | undefined> =>
  db
    .selectFrom('identity.token as s')
    .innerJoin('identity.account as a', 'a.id', 's.account_id')
    .where('s.digest', '=', digest)
    .where('a.disabled_at', 'is', null)
    .select(['a.id as account', 'a.person_id as person', 'a.email', 'a.locale', 'a.theme'])
    .select(['s.id', 's.created_at', 's.used_at as seen_at', 's.revoked_at as ended_at'])
    .select(['s.label', 's.expires_at', 's.grants', 's.areas'])
    .select(({ ref }) => heldBy(db, ref('a.id'), today))
    .executeTakeFirst()

function heldBy(db: Db, account: Expression<number>, today: string) {
  const own = db
    .selectFrom('identity.role_holding as h')
    .innerJoin('identity.role as r', 'r.id', 'h.role_id')
    .where('h.account_id', '=', account)
    .where(living('h', today))
    .select(({ lit }) => ['r.grants', 'h.area_id', lit(null).as('lender'), lit(null).as('lender_person')])
  const lent = db
    .selectFrom('identity.delegation as d')
    .innerJoin('identity.delegated_holding as dh', 'dh.delegation_id', 'd.id')
    .innerJoin('identity.role_holding as h', 'h.id', 'dh.holding_id')
    .innerJoin('identity.role as r', 'r.id', 'h.role_id')
    .innerJoin('identity.account as lender', 'lender.id', 'd.from_account_id')
    .where('d.to_account_id', '=', account)
    .where('d.revoked_at', 'is', null)
    .where('lender.disabled_at', 'is', null)
    .where(living('d', today))
    .where(living('h', today))
    .select(['r.grants', 'h.area_id', 'lender.id as lender', 'lender.person_id as lender_person'])
  return jsonArrayFrom(own.unionAll(lent as never)).as('held')
}
