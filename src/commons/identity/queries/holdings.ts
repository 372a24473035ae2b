import type { ExpressionBuilder, Selectable } from 'kysely'
import { personNames, zoneOf } from '#commons/directory'
import type { Reader } from '#kernel/database'
import { localDateOf } from '#kernel/pure/dates'
import type { Said } from '#kernel/words'
import { actorOfAccount } from '../rules/account.ts'
import type { IdentityTables } from '../tables.ts'

/** The house or a command: both know what time it is. */
export type Knowing = Reader & ({ readonly clock: () => Date } | { readonly now: Date } | object)

/** Today where the institution is. */
export async function todayOf(reader: Knowing): Promise<string> {
  return localDateOf(nowOf(reader), await zoneOf(reader))
}
export function nowOf(reader: Knowing): Date {
  if ('now' in reader) return reader.now
  if ('clock' in reader) return reader.clock()
  throw new TypeError('This reader has no clock.')
}

type Lasting = 'h' | 'd'
/** From `valid_from` until the day before `valid_to`. */
export const living =
  (table: Lasting, today: string) =>
  <DB, TB extends keyof DB>({ and, or, eb }: ExpressionBuilder<DB, TB>) =>
    and([
      eb(`${table}.valid_from` as never, '<=', today as never),
      or([eb(`${table}.valid_to` as never, 'is', null), eb(`${table}.valid_to` as never, '>', today as never)]),
    ])

export interface Able {
  /** As the ledger names them: `account:12`. */
  readonly actor: string
  readonly account: number
  readonly person: number
  readonly name: string
  readonly email: string
}

/** Who may do this today, there if an area is named, somewhere if not; delegates included. By name. */
export async function accountsWith(reader: Knowing, grant: string, area?: number): Promise<readonly Able[]> {
  const today = await todayOf(reader)
  const db = reader.tables<IdentityTables>()
  const holdings = db
    .selectFrom('identity.role_holding as h')
    .innerJoin('identity.role as r', 'r.id', 'h.role_id')
    .innerJoin('identity.account as holder', 'holder.id', 'h.account_id')
    .where('holder.disabled_at', 'is', null)
    .where(({ eb, fn, val }) => eb(val(grant), '=', fn.any('r.grants')))
    .where(living('h', today))
    .$if(area !== undefined, (query) =>
      query.where(({ or, eb }) => or([eb('h.area_id', 'is', null), eb('h.area_id', '=', area as number)])),
    )
  const own = await holdings.select('h.account_id').distinct().execute()
  const lent = await holdings
    .innerJoin('identity.delegated_holding as dh', 'dh.holding_id', 'h.id')
    .innerJoin('identity.delegation as d', 'd.id', 'dh.delegation_id')
    .where('d.revoked_at', 'is', null)
    .where(living('d', today))
    .select('d.to_account_id as account_id')
    .distinct()
    .execute()
  return named(
    reader,
    [...own, ...lent].map(({ account_id }) => account_id),
  )
}

async function named(reader: Reader, ids: readonly number[]): Promise<readonly Able[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.account')
    .select(['id', 'person_id', 'email'])
    .where('id', 'in', [...new Set(ids)])
    .where('disabled_at', 'is', null)
    .execute()
  const names = await personNames(
    reader,
    rows.map((row) => row.person_id),
  )
  return rows
    .map(({ id, person_id, email }) => ({
      actor: actorOfAccount(id),
      account: id,
      person: person_id,
      name: names.get(person_id)?.plainName ?? email,
      email,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'es'))
}

export interface Holding {
  readonly id: number
  readonly account: number
  readonly role: number
  readonly roleKey: string
  readonly roleName: Said
  readonly grants: readonly string[]
  readonly area: number | null
  readonly validFrom: string
  readonly validTo: string | null
}

/** Every role that an account holds, held, or will hold; newest first. */
export async function holdingsOf(reader: Reader, account: number): Promise<readonly Holding[]> {
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.role_holding as h')
    .innerJoin('identity.role as r', 'r.id', 'h.role_id')
    .selectAll('h')
    .select(['r.key', 'r.name_es', 'r.name_en', 'r.grants'])
    .where('h.account_id', '=', account)
    .orderBy('h.valid_from', 'desc')
    .orderBy('h.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    account: row.account_id,
    role: row.role_id,
    roleKey: row.key,
    roleName: { es: row.name_es, en: row.name_en },
    grants: row.grants,
    area: row.area_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** The roles that each of these accounts holds today, by name. */
export async function rolesToday(reader: Knowing, accounts: readonly number[]): Promise<ReadonlyMap<number, Said[]>> {
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.role_holding as h')
    .innerJoin('identity.role as r', 'r.id', 'h.role_id')
    .select(['h.account_id', 'r.name_es', 'r.name_en'])
    .distinct()
    .where('h.account_id', 'in', [0, ...accounts])
    .where(living('h', await todayOf(reader)))
    .orderBy('r.name_es')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ account_id }) => account_id)].map(([account, held]) => [
      account,
      held.map(({ name_es, name_en }) => ({ es: name_es, en: name_en })),
    ]),
  )
}

/** What an account holds today, its own and lent. */
export async function holdingsNow(reader: Reader, account: number, today: string) {
  const db = reader.tables<IdentityTables>()
  const own = await db
    .selectFrom('identity.role_holding as h')
    .innerJoin('identity.role as r', 'r.id', 'h.role_id')
    .select(['r.grants', 'h.area_id as area'])
    .where('h.account_id', '=', account)
    .where(living('h', today))
    .execute()
  const lent = await db
    .selectFrom('identity.delegation as d')
    .innerJoin('identity.delegated_holding as dh', 'dh.delegation_id', 'd.id')
    .innerJoin('identity.role_holding as h', 'h.id', 'dh.holding_id')
    .innerJoin('identity.role as r', 'r.id', 'h.role_id')
    .select(['r.grants', 'h.area_id as area'])
    .where('d.to_account_id', '=', account)
    .where('d.revoked_at', 'is', null)
    .where(living('d', today))
    .where(living('h', today))
    .execute()
  return [...own, ...lent]
}

export type Role = Selectable<IdentityTables['identity.role']>
export const rolesOf = (reader: Reader): Promise<Role[]> =>
  reader.tables<IdentityTables>().selectFrom('identity.role').selectAll().orderBy('name_es').execute()

export async function findRole(reader: Reader, role: number): Promise<Role | undefined> {
  return reader
    .tables<IdentityTables>()
    .selectFrom('identity.role')
    .selectAll()
    .where('id', '=', role)
    .executeTakeFirst()
}
