import { z } from 'zod'
import type { Actor } from '#kernel/actor'
import { endpoint, type Operation, resource } from '#kernel/module'
import { forbidden, missing } from '#kernel/refusals'
import { setPreferences } from '../commands/accounts.ts'
import { delegate, revokeDelegation } from '../commands/delegations.ts'
import { endOtherSignIns, signOut } from '../commands/sign-ins.ts'
import { createToken, revokeToken } from '../commands/tokens.ts'
import { dropView, keepView } from '../commands/views.ts'
import { findAccount } from '../queries/accounts.ts'
import { delegationsOf } from '../queries/delegations.ts'
import { holdingsOf, todayOf } from '../queries/holdings.ts'
import { signInsOf, tokensOf } from '../queries/sign-ins.ts'
import { viewsOf } from '../queries/views.ts'
import { holdingShape, shapeOfHolding } from '../resources.ts'
import { accountOfActor } from '../rules/account.ts'

// What a person does with their own account. It asks for `identity.own`, which no token carries: a program can neither
// make itself a wider token, nor lend what is its owner's, nor change how its owner reads.

const grant = 'identity.own'

function ownAccount({ id }: Actor): number {
  const account = accountOfActor(id)
  if (account === undefined) throw forbidden(grant)
  return account
}

const own = resource('/own', {
  name: 'identity.get-own',
  summary: 'Whoever asks: their account, preferences, roles and what they may do.',
  grant,
  input: z.object({}),
  output: z.object({
    ...{ account: z.number(), name: z.string(), email: z.string(), locale: z.string(), theme: z.string() },
    ...{ roles: z.array(holdingShape), grants: z.array(z.string()) },
  }),
  async read(app, _, actor) {
    const account = ownAccount(actor)
    const found = await findAccount(app, account)
    if (!found) throw missing()
    const { email, locale, theme } = found
    const roles = (await holdingsOf(app, account)).map(shapeOfHolding)
    return { account, name: actor.name, email, locale, theme, roles, grants: [...actor.grants.keys()].sort() }
  },
})

const tokens = resource('/own/tokens', {
  name: 'identity.list-own-tokens',
  summary: 'One’s own tokens, without what they open: that was shown once.',
  grant,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        ...{ id: z.number(), label: z.string(), grants: z.array(z.string()), areas: z.array(z.number()) },
        ...{ createdAt: z.string(), expiresAt: z.string() },
      }),
    ),
  }),
  async read(app, _, actor) {
    const rows = await tokensOf(app, ownAccount(actor))
    return {
      items: rows.map(({ id, label, grants, areas, created_at, expires_at }) => ({
        ...{ id, label, grants, areas },
        ...{ createdAt: created_at.toISOString(), expiresAt: expires_at.toISOString() },
      })),
    }
  },
})

const delegations = resource('/own/delegations', {
  name: 'identity.list-own-delegations',
  summary: 'Whom one lent roles to, and who lent theirs, until the day each ends.',
  grant,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        ...{ id: z.number(), from: z.number(), to: z.number(), starts: z.string(), ends: z.string() },
        ...{ reason: z.string(), holdings: z.array(z.number()) },
      }),
    ),
  }),
  async read(app, _, actor) {
    const rows = await delegationsOf(app, ownAccount(actor), await todayOf(app))
    return {
      items: rows.map(({ id, from_account_id, to_account_id, valid_from, valid_to, reason, holdings }) => ({
        ...{ id, from: from_account_id, to: to_account_id, starts: valid_from, ends: valid_to },
        ...{ reason, holdings: [...holdings] },
      })),
    }
  },
})

const signIns = resource('/own/sign-ins', {
  name: 'identity.list-own-sign-ins',
  summary: 'Where one is signed in now.',
  grant,
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ id: z.number(), browser: z.string(), since: z.string(), lastSeen: z.string() })),
  }),
  async read(app, _, actor) {
    const rows = await signInsOf(app, ownAccount(actor), app.clock())
    return {
      items: rows.map(({ id, browser, created_at, seen_at }) => ({
        ...{ id, browser, since: created_at.toISOString(), lastSeen: seen_at.toISOString() },
      })),
    }
  },
})

const views = resource('/own/views', {
  name: 'identity.list-own-views',
  summary: 'The views of lists that one keeps: each a name for the address of a list.',
  grant,
  input: z.object({}),
  output: z.object({
    items: z.array(z.object({ id: z.number(), list: z.string(), name: z.string(), query: z.string() })),
  }),
  async read(app, _, actor) {
    return { items: [...(await viewsOf(app, ownAccount(actor)))] }
  },
})

export const ownApi: readonly Operation[] = [
  own,
  endpoint('PUT', '/own/preferences', setPreferences),
  tokens,
  endpoint('POST', '/own/tokens', createToken),
  endpoint('DELETE', '/own/tokens/:token', revokeToken),
  delegations,
  views,
  endpoint('POST', '/own/views', keepView),
  endpoint('DELETE', '/own/views/:view', dropView),
  endpoint('POST', '/own/delegations', delegate),
  endpoint('DELETE', '/own/delegations/:delegation', revokeDelegation),
  signIns,
  endpoint('DELETE', '/own/sign-ins/:signIn', signOut),
  endpoint('POST', '/own/sign-ins/:signIn/others-ending', endOtherSignIns, 200),
]
