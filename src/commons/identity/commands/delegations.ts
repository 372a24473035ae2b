import { z } from 'zod'
import type { Command } from '#kernel/command'
import { day, id, several, text } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { delegated, delegationRevoked, topicOfAccount } from '../events.ts'
import { holdingsOf, todayOf } from '../queries/holdings.ts'
import type { IdentityTables } from '../tables.ts'
import { objection } from '../words.ts'
import { takeAccount } from './accounts.ts'
import { ownAccount } from './self.ts'

const lend = z.object({ to: id, holdings: several(id, 50, 1), from: day, until: day, reason: text(300, 5) })
export const delegate: Command<IdentityTables, z.infer<typeof lend>, { delegation: number; account: number }> = {
  name: 'identity.delegate',
  summary: 'Let somebody act for oneself, with some of one’s roles, between two days.',
  grant: 'identity.own',
  input: lend,
  personal: { fields: ['reason'], subject: (_, { account }) => topicOfAccount(account) },
  async run(work, { to, holdings, from, until, reason }) {
    const account = ownAccount(work)
    const other = await takeAccount(work, to)
    if (other.disabled_at) throw missing()
    if (to === account) throw objection('invalid', 'to', (words) => words.notYourself)
    if (until <= from || until < (await todayOf(work))) throw objection('invalid', 'until', (words) => words.endsBefore)
    const own = new Set((await holdingsOf(work, account)).map((holding) => holding.id))
    if (holdings.some((holding) => !own.has(holding))) throw missing()
    const { id: delegation } = await work.db
      .insertInto('identity.delegation')
      .values({
        ...{ from_account_id: account, to_account_id: to, valid_from: from, valid_to: until, reason },
        ...{ created_at: work.now, created_by: work.actor.id, revoked_at: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await work.db
      .insertInto('identity.delegated_holding')
      .values(holdings.map((holding_id) => ({ delegation_id: delegation, holding_id })))
      .execute()
    work.announce(delegated, { delegation, from: account, to, starts: from, ends: until, holdings })
    return { delegation, account }
  },
}

export const revokeDelegation: Command<IdentityTables, { delegation: number }, void> = {
  name: 'identity.revoke-delegation',
  summary: 'End a delegation before its day, by whoever gave it.',
  grant: 'identity.own',
  input: z.object({ delegation: id }),
  async run(work, { delegation }) {
    const revoked = await work.db
      .updateTable('identity.delegation')
      .set({ revoked_at: work.now })
      .where('id', '=', delegation)
      .where('from_account_id', '=', ownAccount(work))
      .where('revoked_at', 'is', null)
      .returning(['from_account_id', 'to_account_id'])
      .executeTakeFirst()
    if (!revoked) throw missing()
    work.announce(delegationRevoked, { delegation, from: revoked.from_account_id, to: revoked.to_account_id })
  },
}
