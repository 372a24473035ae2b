import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { perform } from '#kernel/perform'
import { Refusal } from '#kernel/refusal'
import { signIn } from '../commands/sign-ins.ts'
import { atTheDoor, rememberIn } from '../knowing.ts'
import { accountByEmail } from '../queries/accounts.ts'
import { secondStepOf } from '../queries/sign-ins.ts'
import { actorOfAccount, browserFamily } from '../rules/account.ts'
import { patienceWith } from '../rules/lockout.ts'
import { newToken, passwordMatches } from '../secrets.ts'
import { refusal } from '../words.ts'
import { knowsBrowser, rememberBrowser } from './browsers.ts'
import { addressDigest, type Counter, mailboxDigest, takeTry } from './patience.ts'
import { accountOfVoucher, voucherFor } from './vouchers.ts'

type C = Context<Env>

/** Counted for what is guessed at, known or not, so that nobody learns from it who has an account. */
const ofAccount = (c: C, guessed: string): Counter => ({
  ...{ kind: 'sign-in-failed', whose: mailboxDigest(c.var, guessed), patience: patienceWith.account },
})
const fromAddress = (c: C): Counter => ({
  ...{ kind: 'sign-in-failed-from', whose: addressDigest(c), patience: patienceWith.address },
})

/**
 * A guess is noted as failed before it is checked and erased if it was right: many at once are no more than many in a
 * row. The address is not counted against a browser from which this account has signed in before.
 */
async function guess<Answer>(
  c: C,
  { guessed, account }: { readonly guessed: string; readonly account: number | undefined },
  check: () => Promise<Answer>,
  wasWrong: (refusal: Refusal) => boolean = () => true,
): Promise<Answer> {
  const counters = [ofAccount(c, guessed), ...(knowsBrowser(c, account) ? [] : [fromAddress(c)])]
  const tried = await takeTry(c, counters)
  try {
    const answer = await check()
    await tried.erase()
    return answer
  } catch (thrown) {
    if (thrown instanceof Refusal && !wasWrong(thrown)) await tried.erase()
    else tried.failed()
    throw thrown
  }
}

export type Entered = { readonly account: number; readonly needs: 'nothing' | 'second-step' }

/** Checks address and password. Whoever is wrong, about either, gets one same answer in one same time. */
export async function checkPassword(c: C, email: string, password: string): Promise<Entered> {
  const account = await accountByEmail(c.var.app, email.trim())
  return guess(c, { guessed: email, account: account?.id }, async () => {
    const matches = await passwordMatches(account?.password_hash, password)
    if (!account || !matches || account.disabled_at) throw refusal('invalid', (words) => words.wrongSignIn)
    const second = await secondStepOf(c.var.app, account.id)
    return { account: account.id, needs: second?.confirmed_at ? 'second-step' : 'nothing' }
  })
}

/** Codes of the second step are few: they are counted apart, for whoever already knows the password. */
export const checkCode = (c: C, account: number, check: () => Promise<void>): Promise<void> =>
  guess(c, { guessed: `second-step ${account}`, account }, check)

/**
 * Whoever sits at an open browser guesses at the password as whoever stands at the door, and from the same few tries.
 * Other reasons against the form are no guess: `field` is the one that asks for the password.
 */
export const checkOwnPassword = (
  c: C,
  own: { readonly account: number; readonly email: string },
  field: string,
  check: () => Promise<void>,
): Promise<void> =>
  guess(c, { guessed: own.email, account: own.account }, check, ({ reasons }) =>
    reasons.some((reason) => reason.field === field),
  )

/** Begins the sign-in and gives the browser its cookie. */
export async function letIn(c: C, account: number, secondStep: boolean): Promise<void> {
  const token = newToken()
  const browser = browserFamily(c.req.header('user-agent') ?? '')
  const address = addressDigest(c)
  // The record names whoever came in, not the door.
  const comer = { ...atTheDoor, id: actorOfAccount(account) }
  await perform(c.var.app, signIn, comer, { account, token, address, browser, secondStep })
  rememberIn(c, token)
  rememberBrowser(c, account)
}

const ticketMilliseconds = 300_000

/** Carries, between the two steps, whose password was right. */
export const ticketFor = (c: C, account: number): string => voucherFor(c, 'ticket', account, ticketMilliseconds)

export function accountOfTicket(c: C, ticket: string): number {
  const account = accountOfVoucher(c, 'ticket', ticket)
  if (account === undefined) throw refusal('conflict', (words) => words.ticketEnded)
  return account
}
