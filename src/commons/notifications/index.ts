import { accountOfActor } from '#commons/identity'
import { holds } from '#kernel/actor'
import { endpoint, every, type Module } from '#kernel/module'
import { askSubscription, confirmSubscription, endSubscription, readNotices, setPreference } from './commands.ts'
import { forgetUnanswered, sendConfirmation, sendNews, sendNotice } from './errands.ts'
import first from './migrations/0001-notifications.sql'
import { homePanels } from './offers.tsx'
import { portalRoutes, staffRoutes, unreadOf } from './pages.tsx'
import { notices, preference } from './resources.ts'
import { oneClick } from './subscriptions.ts'
import { say, words } from './words.ts'

export { notify, type Telling } from './notify.ts'

export const notifications: Module = {
  name: 'notifications',
  title: say((words) => words.moduleTitle),
  needs: ['directory', 'identity', 'portal'],
  migrations: [{ name: 'notifications/0001-notifications', text: first }],
  commands: [readNotices, setPreference, askSubscription, confirmSubscription, endSubscription],
  errands: [sendNotice, sendConfirmation, forgetUnanswered, sendNews],
  grants: { 'notifications.own': { ...say((words) => words.grant), within: 'own' } },
  portal: portalRoutes,
  signedAddresses: [oneClick],
  staff: staffRoutes,
  api: [
    notices,
    preference,
    endpoint('POST', '/notices/reading', readNotices, 200),
    endpoint('PUT', '/notices/preference', setPreference),
  ],
  orders: [{ href: '/avisos', said: say((words) => words.notices), grant: 'notifications.own' }],
  schedule: [every('*/10 * * * *', sendNews), every('40 3 * * *', forgetUnanswered)],
  homePanels,
  async frame(c) {
    const { app, actor, locale } = c.var
    const account = accountOfActor(actor.id)
    const footer = [{ items: [{ href: '/suscripciones', label: words[locale].subscribe }] }]
    if (account === undefined || !holds(actor, 'notifications.own')) return { footer }
    return { footer, notices: { href: '/avisos', count: await unreadOf(app, account) } }
  },
}
