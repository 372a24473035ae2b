import { z } from 'zod'
import type { Command } from '#kernel/command'
import { id, optional, text } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { topicOfAccount, viewDropped, viewKept } from '../events.ts'
import { viewsOf } from '../queries/views.ts'
import type { IdentityTables } from '../tables.ts'
import { objection } from '../words.ts'
import { ownAccount } from './self.ts'

/** What fits above a list and is still told apart. */
const mostOfAList = 12

const keep = z.object({
  list: text(120).pipe(z.string().regex(/^\/[a-z0-9-]+(?:\/[a-z0-9-]+)*$/)),
  name: text(40),
  query: optional(text(1000)),
})
type Kept = { readonly view: number; readonly account: number; readonly list: string; readonly query: string }

/** A name and what is looked for may speak of somebody: the ledger keeps that it was done, and no word of it. */
export const keepView: Command<IdentityTables, z.infer<typeof keep>, Kept> = {
  name: 'identity.keep-view',
  summary:
    'Keep the address of a list, with what it looks for, under a name of one’s own; the same name is written over.',
  grant: 'identity.own',
  input: keep,
  personal: { fields: ['name', 'query'], subject: (_, { account }) => topicOfAccount(account) },
  async run(work, { list, name, query = '' }) {
    const account = ownAccount(work)
    const own = await viewsOf(work, account, list)
    if (own.length >= mostOfAList && !own.some((each) => each.name === name)) {
      throw objection('unlawful', 'name', (words) => words.views.enough(mostOfAList))
    }
    const { id: view } = await work.db
      .insertInto('identity.saved_view')
      .values({ account_id: account, list, name, query, created_at: work.now })
      .onConflict((clash) => clash.columns(['account_id', 'list', 'name']).doUpdateSet({ query }))
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(viewKept, { account, view })
    return { view, account, list, query }
  },
}

export const dropView: Command<IdentityTables, { view: number }, void> = {
  name: 'identity.drop-view',
  summary: 'Let a view of one’s own go; the list stays as it is.',
  grant: 'identity.own',
  input: z.object({ view: id }),
  async run(work, { view }) {
    const account = ownAccount(work)
    const dropped = await work.db
      .deleteFrom('identity.saved_view')
      .where('id', '=', view)
      .where('account_id', '=', account)
      .returning('id')
      .executeTakeFirst()
    if (!dropped) throw missing()
    work.announce(viewDropped, { account, view })
  },
}
