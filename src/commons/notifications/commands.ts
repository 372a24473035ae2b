import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { accountOfActor } from '#commons/identity'
import { findSection } from '#commons/portal'
import type { Command } from '#kernel/command'
import { choice, email, flag, id, optional } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import { forbidden, missing } from '#kernel/refusals'
import { sendConfirmation } from './errands.ts'
import { noticesRead, preferenceSet, subscriptionAsked, subscriptionConfirmed, subscriptionEnded } from './events.ts'
import type { NotificationsTables } from './tables.ts'
import { say } from './words.ts'

const grant = 'notifications.own'
/** What only the pages of this module hold, for citizens who need no account. */
export const subscribing = 'notifications.subscribe'

function ownAccount(actor: string): number {
  const account = accountOfActor(actor)
  if (account === undefined) throw forbidden(grant)
  return account
}

const reading = z.object({ notice: optional(id) })
export const readNotices: Command<NotificationsTables, z.infer<typeof reading>, { read: number }> = {
  name: 'notifications.read-notices',
  summary: 'Mark one of one’s own notices, or all of them, as read.',
  grant,
  input: reading,
  async run(work, { notice }) {
    const account = ownAccount(work.actor.id)
    const read = await work.db
      .updateTable('notifications.notice')
      .set({ read_at: work.now })
      .where('account_id', '=', account)
      .where('read_at', 'is', null)
      .$if(notice !== undefined, (query) => query.where('id', '=', notice as number))
      .returning('id')
      .execute()
    if (read.length > 0) work.announce(noticesRead, { account })
    return { read: read.length }
  },
}

export const setPreference: Command<NotificationsTables, { byMail: boolean }, void> = {
  name: 'notifications.set-preference',
  summary: 'Choose whether one’s own notices also come by mail.',
  grant,
  input: z.object({ byMail: flag }),
  async run(work, { byMail }) {
    const account = ownAccount(work.actor.id)
    await work.db
      .insertInto('notifications.preference')
      .values({ account_id: account, by_mail: byMail })
      .onConflict((clash) => clash.column('account_id').doUpdateSet({ by_mail: byMail }))
      .execute()
    work.announce(preferenceSet, { account })
  },
}

const subscribe = z.object({ email, section: optional(id), locale: choice(['es', 'en']).default('es') })
export const askSubscription: Command<NotificationsTables, z.infer<typeof subscribe>, void> = {
  name: 'notifications.ask-subscription',
  summary: 'Ask for news of a section, or of everything, by mail; a letter asks the owner of the address to confirm.',
  grant: subscribing,
  input: subscribe,
  personal: { fields: ['email'], subject: ({ email }) => `subscriber:${email}` },
  async run(work, { email, section, locale }) {
    if (section !== undefined && (await findSection(work, section))?.audience !== 'public') {
      const said = say((words) => words.badSection)
      throw new Refusal('invalid', said, [{ field: 'section', said }])
    }
    const asked = await work.db
      .insertInto('notifications.subscription')
      .values({
        ...{ email, section_id: section ?? null, locale, nonce: randomBytes(32) },
        ...{ asked_at: work.now, confirmed_at: null, sent_until: work.now },
      })
      .onConflict((clash) => clash.doNothing())
      .returning('id')
      .executeTakeFirst()
    // Whoever already asked is not written to again: nobody floods a stranger's mailbox from here.
    if (!asked) return
    work.later(sendConfirmation, { subscription: asked.id })
    work.announce(subscriptionAsked, { subscription: asked.id })
  },
}

const named = z.object({ subscription: id })
export const confirmSubscription: Command<NotificationsTables, { subscription: number }, void> = {
  name: 'notifications.confirm-subscription',
  summary: 'Confirm a subscription with the link of its letter.',
  grant: subscribing,
  input: named,
  async run(work, { subscription }) {
    const confirmed = await work.db
      .updateTable('notifications.subscription')
      .set({ confirmed_at: work.now, sent_until: work.now })
      .where('id', '=', subscription)
      .where('confirmed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (confirmed) work.announce(subscriptionConfirmed, { subscription })
  },
}

export const endSubscription: Command<NotificationsTables, { subscription: number }, void> = {
  name: 'notifications.end-subscription',
  summary: 'Stop sending news to an address, and forget it here and behind the ledger.',
  grant: subscribing,
  input: named,
  async run(work, { subscription }) {
    const ended = await work.db
      .deleteFrom('notifications.subscription')
      .where('id', '=', subscription)
      .returning('email')
      .executeTakeFirst()
    if (!ended) throw missing()
    await work.forget(`subscriber:${ended.email}`)
    work.announce(subscriptionEnded, { subscription })
  },
}
