import type { Selectable } from 'kysely'
import { personNames, zoneOf } from '#commons/directory'
import type { Reader } from '#kernel/database'
import { localDateOf } from '#kernel/pure/dates'
import { accountOfActor, tokenOfActor } from '../rules/account.ts'
import type { IdentityTables } from '../tables.ts'

export type AccountRow = Selectable<IdentityTables['identity.account']>

export async function findAccount(reader: Reader, account: number): Promise<AccountRow | undefined> {
  return accounts(reader).where('id', '=', account).executeTakeFirst()
}
export async function accountByEmail(reader: Reader, email: string): Promise<AccountRow | undefined> {
  return accounts(reader).where('email', '=', email.toLowerCase()).executeTakeFirst()
}
export async function accountOfPerson(reader: Reader, person: number): Promise<AccountRow | undefined> {
  return accounts(reader).where('person_id', '=', person).executeTakeFirst()
}
export const anyAccount = async (reader: Reader): Promise<boolean> =>
  (await accounts(reader).limit(1).executeTakeFirst()) !== undefined

const accounts = (reader: Reader) => reader.tables<IdentityTables>().selectFrom('identity.account').selectAll()

export interface Account {
  readonly id: number
  readonly person: number
  readonly name: string
  readonly email: string
  readonly state: 'active' | 'invited' | 'disabled'
  readonly secondStep: boolean
  readonly lastSeen: Date | undefined
  readonly createdAt: Date
}

/** Every account, by name; or only these. */
export async function listAccounts(reader: Reader, ids?: readonly number[]): Promise<readonly Account[]> {
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.account as a')
    .leftJoin('identity.totp as t', 't.account_id', 'a.id')
    .selectAll('a')
    .select([
      't.confirmed_at',
      ({ selectFrom }) =>
        selectFrom('identity.sign_in as s')
          .select(({ fn }) => fn.max('s.seen_at').as('seen'))
          .whereRef('s.account_id', '=', 'a.id')
          .as('seen'),
    ])
    .$if(ids !== undefined, (query) => query.where('a.id', 'in', [0, ...(ids ?? [])]))
    .execute()
  const names = await personNames(
    reader,
    rows.map((row) => row.person_id),
  )
  return rows
    .map((row) => ({
      id: row.id,
      person: row.person_id,
      name: names.get(row.person_id)?.plainName ?? row.email,
      email: row.email,
      state: row.disabled_at ? ('disabled' as const) : row.password_hash ? ('active' as const) : ('invited' as const),
      secondStep: row.confirmed_at !== null,
      lastSeen: row.seen ?? undefined,
      createdAt: row.created_at,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'es'))
}

export async function accountsOfPeople(reader: Reader, people: readonly number[]): Promise<readonly number[]> {
  const rows = await accounts(reader)
    .where('person_id', 'in', [0, ...people])
    .execute()
  return rows.map(({ id }) => id)
}

/** Where letters to an account go, and in which language. */
export type Mailbox = Pick<AccountRow, 'email' | 'locale'>

/** Mailboxes by account, of those that are not disabled. */
export async function mailboxesOf(reader: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, Mailbox>> {
  if (ids.length === 0) return new Map()
  const rows = await accounts(reader)
    .where('id', 'in', [...new Set(ids)])
    .where('disabled_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, email, locale }) => [id, { email, locale }]))
}

/** The house signs with its own name what nobody did by hand. */
const houseName = 'Pregonero'
/** Per procurationem: both languages of the house sign so for another. */
export const signedFor = (name: string, others: readonly string[]): string =>
  others.length > 0 ? `${name} p. p. ${others.join(', ')}` : name

/**
 * How to call those who acted, by the ids the ledger keeps: `account:12`, `token:3`, `system`. With `at`, whoever
 * acted for others that day is shown with their names too.
 */
export async function namesOfAccounts(
  reader: Reader,
  ids: readonly string[],
  at?: Date,
): Promise<ReadonlyMap<string, string>> {
  const labels = await labelsOfTokens(reader, ids)
  const wanted = [...ids.map(accountOfActor), ...[...labels.values()].map((token) => token.account)]
  const known = wanted.filter((account) => account !== undefined)
  const others = at ? await representedBy(reader, known, at) : new Map<number, readonly number[]>()
  const names = await plainNames(reader, [...known, ...[...others.values()].flat()])
  const nameOf = (account: number) => names.get(account) ?? `account:${account}`
  return new Map(
    ids.map((id) => {
      const [account, token] = [accountOfActor(id), labels.get(id)]
      if (token) return [id, `${token.label} (${nameOf(token.account)})`] as const
      if (account === undefined) return [id, id === 'system' ? houseName : id] as const
      return [id, signedFor(nameOf(account), (others.get(account) ?? []).map(nameOf))] as const
    }),
  )
}

async function plainNames(reader: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await accounts(reader)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const names = await personNames(
    reader,
    rows.map((row) => row.person_id),
  )
  return new Map(rows.map(({ id, person_id, email }) => [id, names.get(person_id)?.plainName ?? email]))
}

async function labelsOfTokens(reader: Reader, ids: readonly string[]) {
  const tokens = ids.map(tokenOfActor).filter((token) => token !== undefined)
  if (tokens.length === 0) return new Map<string, { label: string; account: number }>()
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.token')
    .select(['id', 'label', 'account_id'])
    .where('id', 'in', tokens)
    .execute()
  return new Map(rows.map(({ id, label, account_id }) => [`token:${id}`, { label, account: account_id }]))
}

/** For whom each account could act at that moment. */
async function representedBy(reader: Reader, ids: readonly number[], at: Date) {
  if (ids.length === 0) return new Map<number, readonly number[]>()
  const day = localDateOf(at, await zoneOf(reader))
  const rows = await reader
    .tables<IdentityTables>()
    .selectFrom('identity.delegation')
    .select(['from_account_id', 'to_account_id'])
    .where('to_account_id', 'in', [...new Set(ids)])
    .where('valid_from', '<=', day)
    .where('valid_to', '>', day)
    .where(({ or, eb }) => or([eb('revoked_at', 'is', null), eb('revoked_at', '>', at)]))
    .orderBy('id')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.to_account_id)
  return new Map([...grouped].map(([to, all]) => [to, [...new Set(all.map((row) => row.from_account_id))]]))
}
