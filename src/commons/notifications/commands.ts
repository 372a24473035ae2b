import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { accountOfActor } from '#commons/identity'
import { findSection } from '#commons/portal'
import type { Command } from '#kernel/command'
import { choice, email, flag, id, optional } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import { forbidden, missing } from '#kernel/refusals'
import { noticesRead, preferenceSet, subscriptionConfirmed, subscriptionEnded } from './events.ts'
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
/** What strangers ask is nobody's decision yet: it announces nothing, so that they cannot make the ledger grow. */
export const askSubscription: Command<NotificationsTables, z.infer<typeof subscribe>, { subscription: number }> = {
  name: 'notifications.ask-subscription',
  summary: 'Ask for news of a section, or of everything, by mail; it waits until the owner of the address confirms.',
  grant: subscribing,
  input: subscribe,
  secret: ['email'],
  async run(work, { email, section, locale }) {
    if (section !== undefined && (await findSection(work, section))?.audience !== 'public') {
      const said = say((words) => words.badSection)
      throw new Refusal('invalid', said, [{ field: 'section', said }])
    }
    await work.db
      .insertInto('notifications.subscription')
      .values({
        ...{ email, section_id: section ?? null, locale, nonce: randomBytes(32) },
        ...{ asked_at: work.now, confirmed_at: null, sent_until: work.now },
      })
      .onConflict((clash) => clash.doNothing())
      .execute()
    // Also whoever had asked: what waits is kept for a week since it was last asked for.
    const { id: subscription } = await work.db
      .updateTable('notifications.subscription')
      .set(({ eb, ref }) => ({
        asked_at: eb.case().when('confirmed_at', 'is', null).then(work.now).else(ref('asked_at')).end(),
      }))
      .where('email', '=', email)
      .where(({ eb }) => (section === undefined ? eb('section_id', 'is', null) : eb('section_id', '=', section)))
      .returning('id')
      .executeTakeFirstOrThrow()
    return { subscription }
  },
}

const named = z.object({ subscription: id })
export const confirmSubscription: Command<NotificationsTables, { subscription: number }, void> = {
  name: 'notifications.confirm-subscription',
  summary: 'Confirm, with the link of a letter, all that was asked for its address.',
  grant: subscribing,
  input: named,
  async run(work, { subscription }) {
    const confirmed = await work.db
      .updateTable('notifications.subscription')
      .set({ confirmed_at: work.now, sent_until: work.now })
      .where('email', '=', ({ selectFrom }) =>
        selectFrom('notifications.subscription').select('email').where('id', '=', subscription),
      )
      .where('confirmed_at', 'is', null)
      .returning('id')
      .execute()
    for (const { id } of confirmed) work.announce(subscriptionConfirmed, { subscription: id })
  },
}

export const endSubscription: Command<NotificationsTables, { subscription: number }, void> = {
  name: 'notifications.end-subscription',
  summary: 'Stop sending the news of a subscription, and forget its address.',
  grant: subscribing,
  input: named,
  async run(work, { subscription }) {
    const ended = await work.db
      .deleteFrom('notifications.subscription')
      .where('id', '=', subscription)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw missing()
    work.announce(subscriptionEnded, { subscription })
  },
}
