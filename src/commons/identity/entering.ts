import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { perform } from '#kernel/perform'
import { signIn } from './commands/sign-ins.ts'
import { addressDigest, atTheDoor, rememberIn } from './knowing.ts'
import { accountByEmail } from './queries/accounts.ts'
import { secondStepOf } from './queries/sign-ins.ts'
import { actorOfAccount, browserFamily } from './rules/account.ts'
import { patienceWith, waitSeconds, watchedMinutes } from './rules/lockout.ts'
import { houseKey, macOf, newToken, passwordMatches, sameBytes } from './secrets.ts'
import { refusal } from './words.ts'

type C = Context<Env>

const failed = { account: 'sign-in-failed', address: 'sign-in-failed-from' } as const

/** Whose failures these are, without writing down the address that was typed. */
function tried(c: C, email: string) {
  const typed = macOf(c.var.app.keys.pepper, `email ${email.trim().toLowerCase()}`).toString('base64url').slice(0, 22)
  return { account: typed, address: addressDigest(c) }
}

/** Throws while too many tries failed, for this account or from this address; says it alike if there is no account. */
export async function refuseHaste(c: C, email: string): Promise<void> {
  const { app } = c.var
  const now = app.clock()
  const since = new Date(now.getTime() - watchedMinutes * 60_000)
  const who = tried(c, email)
  for (const kind of ['account', 'address'] as const) {
    const { events, last } = await app.security.since(failed[kind], who[kind], since)
    const waited = last ? (now.getTime() - last.getTime()) / 1000 : Number.POSITIVE_INFINITY
    const left = Math.ceil(waitSeconds(events, patienceWith[kind]) - waited)
    if (left > 0) throw refusal('conflict', (words) => words.tooManyTries(left))
  }
}

export async function noteFailure(c: C, email: string): Promise<void> {
  const who = tried(c, email)
  for (const kind of ['account', 'address'] as const) await c.var.app.security.record(failed[kind], who[kind], '')
}

export type Entered = { readonly account: number; readonly needs: 'nothing' | 'second-step' }

/** Checks address and password. Whoever is wrong, about either, gets one same answer in one same time. */
export async function checkPassword(c: C, email: string, password: string): Promise<Entered> {
  await refuseHaste(c, email)
  const account = await accountByEmail(c.var.app, email.trim())
  const matches = await passwordMatches(account?.password_hash, password)
  if (!account || !matches || account.disabled_at) {
    await noteFailure(c, email)
    throw refusal('invalid', (words) => words.wrongSignIn)
  }
  const second = await secondStepOf(c.var.app, account.id)
  return { account: account.id, needs: second?.confirmed_at ? 'second-step' : 'nothing' }
}

/** Begins the sign-in and gives the browser its cookie. */
export async function letIn(c: C, account: number, secondStep: boolean): Promise<void> {
  const token = newToken()
  const browser = browserFamily(c.req.header('user-agent') ?? '')
  const address = addressDigest(c)
  // The record names whoever came in, not the door.
  const comer = { ...atTheDoor, id: actorOfAccount(account) }
  await perform(c.var.app, signIn, comer, { account, token, address, browser, secondStep })
  rememberIn(c, token)
}

const ticketMinutes = 5

/** Carries, between the two steps, whose password was right: `account.expiry.signature`. */
export function ticketFor(c: C, account: number): string {
  const until = c.var.app.clock().getTime() + ticketMinutes * 60_000
  return `${account}.${until}.${signed(c, account, until).toString('base64url')}`
}

export function accountOfTicket(c: C, ticket: string): number {
  const [, account = '', until = '', signature = ''] = /^(\d{1,15})\.(\d{13,15})\.([\w-]{43})$/.exec(ticket) ?? []
  const good =
    account !== '' &&
    sameBytes(signed(c, Number(account), Number(until)), Buffer.from(signature, 'base64url')) &&
    c.var.app.clock().getTime() < Number(until)
  if (!good) throw refusal('conflict', (words) => words.ticketEnded)
  return Number(account)
}

const signed = (c: C, account: number, until: number) => macOf(houseKey(c.var.app, 'ticket'), `${account}.${until}`)
