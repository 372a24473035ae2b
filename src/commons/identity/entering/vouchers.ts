import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { houseKey, macOf, sameBytes } from '../secrets.ts'

type C = Context<Env>
/** `ticket`: whose password was right, between the two steps. `browser`: who has signed in from here. */
type Purpose = 'ticket' | 'browser'

/** Says of an account, until then, what only the house could know: `account.expiry.signature`. */
export function voucherFor(c: C, purpose: Purpose, account: number, lastsMilliseconds: number): string {
  const until = c.var.app.clock().getTime() + lastsMilliseconds
  return `${account}.${until}.${signed(c, purpose, account, until).toString('base64url')}`
}

export function accountOfVoucher(c: C, purpose: Purpose, voucher: string): number | undefined {
  const [, account = '', until = '', signature = ''] = /^(\d{1,15})\.(\d{13,15})\.([\w-]{43})$/.exec(voucher) ?? []
  const good =
    account !== '' &&
    sameBytes(signed(c, purpose, Number(account), Number(until)), Buffer.from(signature, 'base64url')) &&
    c.var.app.clock().getTime() < Number(until)
  return good ? Number(account) : undefined
}

const signed = (c: C, purpose: Purpose, account: number, until: number) =>
  macOf(houseKey(c.var.app, purpose), `${account}.${until}`)
