import { z } from 'zod'
import type { Command } from '#kernel/command'
import { id, several, text, whole } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { tokenCreated, tokenRevoked, topicOfAccount } from '../events.ts'
import { digestOf, newToken } from '../secrets.ts'
import type { IdentityTables } from '../tables.ts'
import { objection } from '../words.ts'
import { ownAccount } from './self.ts'

/** What a token never carries: with it, one could make others or shut people out. */
const notForPrograms = ['identity.manage', 'identity.own']

const create = z.object({
  label: text(80, 3),
  grants: several(z.string().max(60), 60, 1),
  areas: several(id, 200),
  days: whole(1, 366).default(90),
})
export const createToken: Command<IdentityTables, z.infer<typeof create>, { token: string; account: number }> = {
  name: 'identity.create-token',
  summary: 'Make a token for a program, with some of one’s own grants, areas and a last day; it is shown this once.',
  grant: 'identity.own',
  input: create,
  personal: { fields: ['label'], subject: (_, { account }) => topicOfAccount(account) },
  shownOnce: true,
  async run(work, { label, grants, areas, days }) {
    const account = ownAccount(work)
    const lacking = grants.filter((grant) => !work.actor.grants.has(grant) || notForPrograms.includes(grant))
    if (lacking.length > 0) throw objection('invalid', 'grants', (words) => words.notYours(lacking.join(', ')))
    const token = `prg_${newToken()}`
    const { id: number } = await work.db
      .insertInto('identity.token')
      .values({
        ...{ account_id: account, label, digest: digestOf(token), grants, areas, created_at: work.now },
        ...{ expires_at: new Date(work.now.getTime() + days * 86_400_000), used_at: null, revoked_at: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(tokenCreated, { account, token: number, grants })
    return { token, account }
  },
}

export const revokeToken: Command<IdentityTables, { token: number }, void> = {
  name: 'identity.revoke-token',
  summary: 'Take back a token of one’s own; programs that use it are shut out at once.',
  grant: 'identity.own',
  input: z.object({ token: id }),
  async run(work, { token }) {
    const account = ownAccount(work)
    const revoked = await work.db
      .updateTable('identity.token')
      .set({ revoked_at: work.now })
      .where('id', '=', token)
      .where('account_id', '=', account)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!revoked) throw missing()
    work.announce(tokenRevoked, { account, token })
  },
}
