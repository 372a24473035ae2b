import type { App } from '#kernel/app'
import type { Errand } from '#kernel/command'
import { passAddress, passIsOpen } from './letters.ts'
import { findAccount } from './queries/accounts.ts'
import { findPass } from './queries/sign-ins.ts'
import { words } from './words.ts'

/** Sends the letter of an invitation or a reset. Sending it twice does no harm: it is the same letter. */
export const sendPass: Errand<{ pass: number }, App> = {
  name: 'identity.send-pass',
  summary: 'Send the letter with which somebody chooses a password.',
  async run(app, { pass: number }) {
    const pass = await findPass(app, number)
    const account = pass && (await findAccount(app, pass.account_id))
    if (!pass || !account || !passIsOpen(pass, app.clock())) return
    const { subject, text } = words[account.locale].letters[pass.kind](passAddress(app, pass, account.locale))
    await app.mail.send({ to: account.email, subject, text })
  },
}
