import type { Work } from '#kernel/command'
import { forbidden } from '#kernel/refusals'
import { accountOfActor } from '../rules/account.ts'
import type { IdentityTables } from '../tables.ts'

export type Desk = Work<IdentityTables>

/** The account of whoever acts. Programs and the house itself have none. */
export function ownAccount(work: Pick<Desk, 'actor'>): number {
  const account = accountOfActor(work.actor.id)
  if (account === undefined) throw forbidden('identity.own')
  return account
}
