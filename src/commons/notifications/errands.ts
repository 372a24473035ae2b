import { mailboxesOf } from '#commons/identity'
import { branchOf, sectionsOf } from '#commons/portal'
import type { App } from '#kernel/app'
import type { Errand } from '#kernel/command'
import type { Database } from '#kernel/database'
import type { PublicItem } from '#kernel/module'
import { localised } from '#kernel/pure/localised'
import type { Locale } from '#kernel/words'
import { addressFor, findSubscription, type Subscription } from './subscriptions.ts'
import type { NotificationsTables } from './tables.ts'
import { words } from './words.ts'

/** The page itself in the reader's language. */
const addressIn = (app: App, href: string, locale: Locale) => app.config.baseUrl + localised(href, locale)

/** That a letter left is a measurement, not a decision: it does not pass the door. */
const besideTheDoor = (app: App): Database<NotificationsTables> => app.db as never

export const sendNotice: Errand<{ notice: number }, App> = {
  name: 'notifications.send-notice',
  summary: 'Send a notice by mail to whoever wants their notices so.',
  async run(app, { notice: id }) {
    const db = besideTheDoor(app)
    const notice = await db.selectFrom('notifications.notice').selectAll().where('id', '=', id).executeTakeFirst()
    if (!notice || notice.mailed_at || notice.read_at) return
    const wants = await db
      .selectFrom('notifications.preference')
      .select('by_mail')
      .where('account_id', '=', notice.account_id)
      .executeTakeFirst()
    if (wants?.by_mail === false) return
    const mailbox = (await mailboxesOf(app, [notice.account_id])).get(notice.account_id)
    if (!mailbox) return
    const { email, locale } = mailbox
    const said = notice[`said_${locale}`]
    const text = `${said}\n\n${words[locale].openIt}:\n${addressIn(app, notice.href, locale)}\n`
    await app.mail.send({ to: email, subject: said, text })
    await db.updateTable('notifications.notice').set({ mailed_at: app.clock() }).where('id', '=', id).execute()
  },
}

export const sendConfirmation: Errand<{ subscription: number }, App> = {
  name: 'notifications.send-confirmation',
  summary: 'Ask whoever owns an address whether they want the news that somebody asked for it.',
  async run(app, { subscription: id }) {
    const subscription = await findSubscription(app, id)
    if (!subscription || subscription.confirmed_at) return
    const { subject, text } = words[subscription.locale].letters.confirm(addressFor(app, 'confirmar', subscription))
    await app.mail.send({ to: subscription.email, subject, text })
  },
}

/** Nobody keeps the address of whoever did not answer; the link of the letter then leads nowhere. */
const unansweredDays = 7

export const forgetUnanswered: Errand<Record<string, never>, App> = {
  name: 'notifications.forget-unanswered',
  summary: 'Erase what was asked for an address whose owner did not confirm it within a week.',
  async run(app) {
    await besideTheDoor(app)
      .deleteFrom('notifications.subscription')
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<', new Date(app.clock().getTime() - unansweredDays * 86_400_000))
      .execute()
  },
}

const mostItems = 30

/** Sends to each subscriber, in one letter, what was published since the last one. */
export const sendNews: Errand<Record<string, never>, App> = {
  name: 'notifications.send-news',
  summary: 'Send to citizens who subscribed what was published since their last letter.',
  async run(app) {
    const db = besideTheDoor(app)
    const subscriptions = await db
      .selectFrom('notifications.subscription')
      .selectAll()
      .where('confirmed_at', 'is not', null)
      .execute()
    if (subscriptions.length === 0) return
    const now = app.clock()
    const tree = await sectionsOf(app)
    for (const subscription of subscriptions) {
      const { section_id: section } = subscription
      const sections = section === null ? undefined : branchOf(tree, section).map(({ id }) => id)
      const news = (await newsSince(app, subscription, sections)).filter(({ at }) => at <= now)
      if (news.length === 0) continue
      await db
        .updateTable('notifications.subscription')
        .set({ sent_until: now })
        .where('id', '=', subscription.id)
        .execute()
      await app.mail.send(letterOf(app, subscription, news))
    }
  },
}

async function newsSince(app: App, { locale, sent_until }: Subscription, sections: readonly number[] | undefined) {
  const ask = { locale, limit: mostItems, intranet: false, ...(sections ? { sections } : {}) }
  const lists = await Promise.all(app.modules.map((module) => module.publicLists?.(app, ask) ?? []))
  return lists.flat().filter(({ at }) => at > sent_until)
}

function letterOf(app: App, subscription: Subscription, news: readonly PublicItem[]) {
  const leave = addressFor(app, 'dejar', subscription)
  const { locale } = subscription
  const lines = news.map(({ title, href }) => `${title}\n${addressIn(app, href, locale)}`)
  const { subject, text } = words[locale].letters.news(lines, leave)
  // RFC 8058: the reader's own mail program can leave with one press.
  const headers = { 'List-Unsubscribe': `<${leave}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  return { to: subscription.email, subject, text, headers }
}
