import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { personNames } from '#commons/directory'
import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import type { Env } from '#kernel/module'
import { perform } from '#kernel/perform'
import { enter } from './commands/passwords.ts'
import { notePresence } from './commands/sign-ins.ts'
import { accountByEmail, findAccount, signedFor } from './queries/accounts.ts'
import { holdingsNow, todayOf } from './queries/holdings.ts'
import { type Known, knownBySignIn, knownByToken } from './queries/known.ts'
import { actorOfAccount, actorOfToken, longestDays, signInLives } from './rules/account.ts'
import { everyAccount, narrowed, reachOf, type Within } from './rules/grants.ts'
import { digestOf } from './secrets.ts'
import type { IdentityTables } from './tables.ts'
import { refusal } from './words.ts'

type C = Context<Env>

/** Whoever stands at the door: may sign in, and nothing else. */
export const atTheDoor: Actor = { id: 'visitor', name: '', grants: new Map([[enter, 'everywhere']]) }

const hourMilliseconds = 3_600_000
const known = new WeakMap<C, Known>()
/** The sign-in of this request's person. */
export const signInOf = (c: C): Known | undefined => known.get(c)

export const isSecure = (app: App) => app.config.baseUrl.startsWith('https:')
/** With TLS the browser itself refuses this cookie from any other host or path. */
const cookieName = (app: App) => (isSecure(app) ? '__Host-pregonero' : 'pregonero')

export function rememberIn(c: C, token: string): void {
  const { app } = c.var
  setCookie(c, cookieName(app), token, {
    ...{ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(app) },
    maxAge: longestDays * 86_400,
  })
}
export const forgetIn = (c: C): void => {
  const { app } = c.var
  deleteCookie(c, cookieName(app), { path: '/', secure: isSecure(app) })
}

/** Who is knocking: a program with its token, or a person with the cookie of a sign-in. */
export async function who(c: C): Promise<{ readonly actor: Actor } | undefined> {
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer) return { actor: await programWith(c, bearer) }
  const token = getCookie(c, cookieName(c.var.app))
  return token ? personWith(c, token) : undefined
}

async function personWith(c: C, token: string): Promise<{ actor: Actor } | undefined> {
  const { app } = c.var
  const now = app.clock()
  const found = await knownBySignIn(app.tables<IdentityTables>(), digestOf(token), await todayOf(app))
  const seen = found && { ...found, seen_at: found.seen_at ?? found.created_at }
  if (!seen || !signInLives(seen, now)) return undefined
  known.set(c, found)
  if (now.getTime() - seen.seen_at.getTime() > hourMilliseconds) {
    await perform(app, notePresence, atTheDoor, { signIn: found.id })
  }
  return {
    actor: { ...(await namedActor(app, found)), grants: reachOf([everyAccount, ...heldIn(found)], withinIn(app)) },
  }
}

const withinIn =
  ({ grants }: App): Within =>
  (grant) =>
    grants.get(grant)?.within
const heldIn = ({ held }: Known) => held.map(({ grants, area_id }) => ({ grants, area: area_id }))

/** Somebody who acts for others too is shown with their names. */
async function namedActor(app: App, found: Known): Promise<Pick<Actor, 'id' | 'name' | 'person'>> {
  const lenders = found.held.map(({ lender_person }) => lender_person).filter((person) => person !== null)
  const names = await personNames(app, [found.person, ...lenders])
  const nameOf = (person: number) => names.get(person)?.plainName ?? found.email
  const name = signedFor(nameOf(found.person), [...new Set(lenders)].map(nameOf))
  return { id: actorOfAccount(found.account), name, person: found.person }
}

async function programWith({ var: { app } }: C, token: string): Promise<Actor> {
  const now = app.clock()
  const found = await knownByToken(app.tables<IdentityTables>(), digestOf(token), await todayOf(app))
  if (!found || found.ended_at || now >= found.expires_at) {
    throw refusal('forbidden', (words) => words.badToken)
  }
  const within = withinIn(app)
  const grants = narrowed(reachOf(heldIn(found), within), found.grants, found.areas, within)
  const [id, through] = [actorOfAccount(found.account), actorOfToken(found.id)]
  return { id, through, name: found.label, person: found.person, grants }
}

/** An account as an actor, with what it may do today: for the terminal and for imports. */
export async function actorOfEmail(app: App, email: string): Promise<Actor | undefined> {
  const account = await accountByEmail(app, email)
  return account && actorOf(app, account.id)
}

export async function actorOf(app: App, account: number): Promise<Actor | undefined> {
  const found = await findAccount(app, account)
  if (!found || found.disabled_at) return undefined
  const names = await personNames(app, [found.person_id])
  const held = await holdingsNow(app, account, await todayOf(app))
  const grants = reachOf([everyAccount, ...held], withinIn(app))
  const name = names.get(found.person_id)?.plainName ?? found.email
  return { id: actorOfAccount(account), name, person: found.person_id, grants }
}
