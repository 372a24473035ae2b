import { topicOfPerson } from '#commons/directory'
import type { Reader } from '#kernel/database'
import { changedSince } from '#kernel/ledger-reading'
import type { Searchable } from '#kernel/module'
import { topicOfAccount } from './events.ts'
import { accountsOfPeople, listAccounts } from './queries/accounts.ts'

/** Accounts by the name and address of their person, for whoever keeps them. */
export async function* searchables(reader: Reader, since?: Date): AsyncGenerator<Searchable> {
  const changed = since && [
    ...(await changedSince(reader, topicOfAccount.prefix, since)),
    ...(await accountsOfPeople(reader, await changedSince(reader, topicOfPerson.prefix, since))),
  ]
  for (const { id, name, email, createdAt } of await listAccounts(reader, changed)) {
    yield {
      ...{ kind: 'identity.account', key: String(id), href: `/administrar/cuentas/${id}` },
      ...{ title: name, summary: email, body: '', at: createdAt, audience: { grant: 'identity.manage' } },
    }
  }
}
