import { z } from 'zod'
import type { Command } from '#kernel/command'
import { id } from '#kernel/fields'
import { accountForgotten, topicOfAccount } from '../events.ts'
import { accountOfPerson } from '../queries/accounts.ts'
import type { IdentityTables } from '../tables.ts'
import { endSignInsOf } from './passwords.ts'

const erased = '–'

/** Derecho de cancelación (LGPDPPSO, art. 46): what the directory forgets of a person, their account forgets too. */
export const forgetAccount: Command<IdentityTables, { person: number }, void> = {
  name: 'identity.forget-account',
  summary: 'Shut the account of a person who was forgotten, and erase its address and what they wrote in it.',
  grant: 'identity.manage',
  input: z.object({ person: id }),
  async run(work, { person }) {
    const found = await accountOfPerson(work, person)
    if (!found) return
    const { id: account } = found
    await work.db
      .updateTable('identity.account')
      .set({
        ...{ email: `account-${account}@forgotten.invalid`, password_hash: null },
        ...{ disabled_at: found.disabled_at ?? work.now, disabled_by: found.disabled_by ?? work.actor.id },
      })
      .where('id', '=', account)
      .execute()
    await work.db.deleteFrom('identity.totp').where('account_id', '=', account).execute()
    await work.db.deleteFrom('identity.recovery_code').where('account_id', '=', account).execute()
    await work.db.deleteFrom('identity.saved_view').where('account_id', '=', account).execute()
    await work.db.updateTable('identity.token').set({ label: erased }).where('account_id', '=', account).execute()
    await work.db
      .updateTable('identity.delegation')
      .set({ reason: erased })
      .where('from_account_id', '=', account)
      .execute()
    await endSignInsOf(work, account)
    await work.forget(topicOfAccount(account))
    work.announce(accountForgotten, { account })
  },
}
