import type { Work } from '#kernel/command'
import { forbidden } from '#kernel/refusals'
import { accountOfActor } from '../rules/account.ts'
import type { IdentityTables } from '../tables.ts'

export type Desk = Work<IdentityTables>

/** The account of whoever acts themselves: what is a person's own, no program does for them. */
export function ownAccount(work: Pick<Desk, 'actor'>): number {
  const account = accountOfActor(work.actor.id)
  if (account === undefined || work.actor.through) throw forbidden('identity.own')
  return account
}
