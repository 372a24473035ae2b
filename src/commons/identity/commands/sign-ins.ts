import { z } from 'zod'
import type { Command } from '#kernel/command'
import { flag, id } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { presenceNoted, signedIn, signedOut } from '../events.ts'
import { findAccount } from '../queries/accounts.ts'
import { digestOf } from '../secrets.ts'
import type { IdentityTables } from '../tables.ts'
import { endSignInsOf, enter } from './passwords.ts'
import { ownAccount } from './self.ts'

const start = z.object({
  account: id,
  token: z.string().min(40),
  address: z.string().max(100),
  browser: z.string().max(60),
  secondStep: flag,
})
export const signIn: Command<IdentityTables, z.infer<typeof start>, void> = {
  name: 'identity.sign-in',
  summary: 'Begin a sign-in for an account whose password and second step were checked.',
  grant: enter,
  input: start,
  secret: ['token', 'address', 'browser'],
  async run(work, { account, token, address, browser, secondStep }) {
    const found = await findAccount(work, account)
    if (!found || found.disabled_at) throw missing()
    await work.db
      .insertInto('identity.sign_in')
      .values({
        ...{ digest: digestOf(token), account_id: account, created_at: work.now, seen_at: work.now, ended_at: null },
        ...{ address_digest: address, browser, second_step: secondStep },
      })
      .execute()
    work.announce(signedIn, { account, secondStep })
  },
}

const one = z.object({ signIn: id })
export const signOut: Command<IdentityTables, { signIn: number }, void> = {
  name: 'identity.sign-out',
  summary: 'End one of one’s own sign-ins.',
  grant: 'identity.own',
  input: one,
  async run(work, { signIn }) {
    const account = ownAccount(work)
    const ended = await work.db
      .updateTable('identity.sign_in')
      .set({ ended_at: work.now })
      .where('id', '=', signIn)
      .where('account_id', '=', account)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw missing()
    work.announce(signedOut, { account })
  },
}

export const endOtherSignIns: Command<IdentityTables, { signIn: number }, void> = {
  name: 'identity.end-other-sign-ins',
  summary: 'End all of one’s own sign-ins but this one.',
  grant: 'identity.own',
  input: one,
  run: (work, { signIn }) => endSignInsOf(work, ownAccount(work), signIn),
}

/** Somebody is still there: noted once an hour at the most, for a sign-in left alone ends. */
export const notePresence: Command<IdentityTables, { signIn: number }, void> = {
  name: 'identity.note-presence',
  summary: 'Note that a sign-in is in use, so that it does not end for being idle.',
  grant: enter,
  input: one,
  async run(work, { signIn }) {
    const noted = await work.db
      .updateTable('identity.sign_in')
      .set({ seen_at: work.now })
      .where('id', '=', signIn)
      .where('ended_at', 'is', null)
      .returning('account_id')
      .executeTakeFirst()
    if (noted) work.announce(presenceNoted, { account: noted.account_id })
  },
}
