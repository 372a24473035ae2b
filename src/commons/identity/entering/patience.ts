import type { Context } from 'hono'
import type { App } from '#kernel/app'
import type { Env } from '#kernel/module'
import type { Tried, Watched } from '#kernel/security-log'
import { networkOf } from '../rules/address.ts'
import { type Patience, secondsLeft } from '../rules/lockout.ts'
import { macOf } from '../secrets.ts'
import { refusal } from '../words.ts'

type C = Context<Env>

/** Tries of one kind by one caller, account or mailbox, and how many are borne. */
export interface Counter {
  readonly kind: string
  readonly whose: string
  readonly patience: Patience
}

/** Throws while there were too many tries; else notes this one, which counts as failed until it is erased. */
export async function takeTry(c: C, counters: readonly Counter[]): Promise<Tried> {
  const taken = await tryOnce(c, counters)
  if ('seconds' in taken) throw refusal('conflict', (words) => words.tooManyTries(taken.seconds))
  return taken
}

/** The same for whoever is not told: a stranger who asks for a letter learns nothing of its mailbox. */
export async function tryOnce(c: C, counters: readonly Counter[]): Promise<Tried | { readonly seconds: number }> {
  const { app } = c.var
  await noteStrayProxy(c)
  const now = app.clock()
  return app.security.attempt(
    counters.map(
      ({ kind, whose, patience }): Watched => ({
        ...{ kind, actor: whose, since: new Date(now.getTime() - patience.watchedMinutes * 60_000) },
        seconds: ({ events, last }) => secondsLeft(events, last, now, patience),
      }),
    ),
  )
}

/** Digest of where a request came from: enough to count tries, useless to follow anybody. */
export const addressDigest = (c: C): string => digested(c.var.app, `address ${networkOf(addressBehind(c))}`)
/** Likewise of what somebody typed: a count of tries keeps no list of mailboxes. */
export const mailboxDigest = ({ app }: C['var'], email: string): string =>
  digested(app, `email ${email.trim().toLowerCase()}`)

const digested = ({ keys }: App, text: string) => macOf(keys.pepper, text).toString('base64url').slice(0, 22)

/** The caller's own address: what the nearest trusted proxy says, else the connection's. */
function addressBehind(c: C): string {
  const { trustedProxies } = c.var.app.config
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  const direct = incoming?.socket?.remoteAddress ?? ''
  if (trustedProxies === 0) return direct
  const said = (c.req.header('x-forwarded-for') ?? '').split(',').map((each) => each.trim())
  return said.at(-trustedProxies) || direct
}

const strayProxy = { kind: 'stray-proxy', actor: 'house' } as const
const hourMilliseconds = 3_600_000
const rememberedDays = 7

/** Behind a proxy that is not believed everybody has one address, and shuts the others out: said once an hour. */
async function noteStrayProxy(c: C): Promise<void> {
  const { app } = c.var
  if (app.config.trustedProxies > 0 || !c.req.header('x-forwarded-for')) return
  const { kind, actor } = strayProxy
  const { events } = await app.security.since(kind, actor, new Date(app.clock().getTime() - hourMilliseconds))
  if (events === 0) await app.security.record(kind, actor, 'X-Forwarded-For came and PREGONERO_TRUSTED_PROXIES is 0')
}

/** Whether such a proxy spoke within the last week: for whoever starts or examines the house. */
export async function strayProxySpoke(app: App): Promise<boolean> {
  const since = new Date(app.clock().getTime() - rememberedDays * 24 * hourMilliseconds)
  const { events } = await app.security.since(strayProxy.kind, strayProxy.actor, since)
  return app.config.trustedProxies === 0 && events > 0
}
