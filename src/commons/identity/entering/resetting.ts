import type { Context } from 'hono'
import { z } from 'zod'
import type { App } from '#kernel/app'
import { queueErrand } from '#kernel/beside-the-door'
import type { Errand } from '#kernel/command'
import { email } from '#kernel/fields'
import type { Env } from '#kernel/module'
import { perform } from '#kernel/perform'
import { invalid } from '#kernel/refusals'
import { openReset } from '../commands/passwords.ts'
import { sendPass } from '../errands.ts'
import { accountByEmail } from '../queries/accounts.ts'
import { patienceWith } from '../rules/lockout.ts'
import { addressDigest, mailboxDigest, takeTry } from './patience.ts'

const asked = z.object({ email })

/**
 * Somebody asks for another password. Whoever is asked for, the same is queued and nothing more: whether there is such
 * an account is decided later, where neither the answer, nor its time, nor the ledger's size tells it. Each asking is a
 * try that is never erased: nobody floods a stranger's mailbox from here.
 */
export async function askForReset(c: Context<Env>, typed: unknown): Promise<void> {
  const { app } = c.var
  const input = { email: typed }
  const parsed = asked.safeParse(input)
  if (!parsed.success) throw invalid(parsed.error.issues, input)
  await takeTry(c, [
    { kind: 'reset-asked', whose: mailboxDigest(c.var, parsed.data.email), patience: patienceWith.account },
    { kind: 'reset-asked-from', whose: addressDigest(c), patience: patienceWith.address },
  ])
  const account = await accountByEmail(app, parsed.data.email)
  await queueErrand(app, answerReset, { account: account?.id ?? null })
}

export const answerReset: Errand<{ account: number | null }, App> = {
  name: 'identity.answer-reset',
  summary: 'Send a way to choose a new password to whoever was asked for, if that is an open account.',
  async run(app, { account }) {
    if (account === null) return
    const { pass } = await perform(app, openReset, app.steward, { account })
    if (pass) await sendPass.run(app, { pass })
  },
}
