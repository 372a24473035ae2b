import type { NotificationsWords } from './words.es.ts'

export const en: NotificationsWords = {
  moduleTitle: 'Notices and subscriptions',
  grant: 'Receive notices',
  notices: 'Notices',
  noticesBelow: 'What others did that you should know of or attend to.',
  none: 'You have no notices. What concerns you will show here.',
  unread: 'Unread',
  readAll: 'Mark all as read',
  notice: 'Notice',
  when: 'When',
  preferences: 'By mail',
  byMail: 'Also receive a letter for each notice',
  save: 'Save',
  openIt: 'Open it here',
  subscribe: 'Receive news by mail',
  subscribeText:
    'We write only when something new is published. You can leave whenever you want with a link in each letter.',
  email: 'E-mail',
  section: 'Section',
  everything: 'Everything that is published',
  ask: 'Subscribe',
  asked:
    'We sent you a letter to confirm that it was you who asked. We send one a day: if you have today’s already, its link confirms this too.',
  confirmTitle: 'Confirm your subscription',
  confirmText: 'One step is left: confirm that you want to receive the news of:',
  confirm: 'Confirm',
  confirmed: 'Your subscription is confirmed.',
  leaveTitle: 'Stop receiving news',
  leaveText: 'We will erase your address, and you will no longer receive the news of:',
  leave: 'Stop receiving',
  left: 'Done: we erased your address.',
  badLink: 'That link belongs to no subscription.',
  badSection: 'That section does not exist.',
  letters: {
    confirm: (address) => ({
      subject: 'Confirm your subscription',
      text: `Somebody asked to receive news at this address. If it was you, confirm it here:\n${address}\n\nIf not, do nothing.\n`,
    }),
    news: (lines, leave) => ({
      subject: lines.length === 1 ? 'Something new on the portal' : `${lines.length} news on the portal`,
      text: `${lines.join('\n\n')}\n\nTo stop receiving these letters:\n${leave}\n`,
    }),
  },
}
