import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Env } from '#kernel/module'
import { isSecure } from '../knowing.ts'
import { accountOfVoucher, voucherFor } from './vouchers.ts'

type C = Context<Env>

const dayMilliseconds = 86_400_000
const knownDays = 180
/** People who share a machine; whoever came first is forgotten first. */
const mostAccounts = 8

const cookieName = (c: C) => (isSecure(c.var.app) ? '__Host-pregonero-known' : 'pregonero-known')
const vouchersIn = (c: C) => (getCookie(c, cookieName(c)) ?? '').split('~').filter(Boolean)

/**
 * Whether somebody has signed in to this account from this browser before. What strangers do from the same address is
 * then not held against them (OWASP, Slow Down Online Guessing Attacks with Device Cookies).
 */
export const knowsBrowser = (c: C, account: number | undefined): boolean =>
  account !== undefined && vouchersIn(c).some((voucher) => accountOfVoucher(c, 'browser', voucher) === account)

export function rememberBrowser(c: C, account: number): void {
  const others = vouchersIn(c).filter(
    (voucher) => ![undefined, account].includes(accountOfVoucher(c, 'browser', voucher)),
  )
  const own = voucherFor(c, 'browser', account, knownDays * dayMilliseconds)
  setCookie(c, cookieName(c), [...others, own].slice(-mostAccounts).join('~'), {
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(c.var.app) },
    maxAge: knownDays * 86_400,
  })
}
