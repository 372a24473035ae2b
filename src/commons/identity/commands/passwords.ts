import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { personNames } from '#commons/directory'
import type { Command } from '#kernel/command'
import { choice, id } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { sendPass } from '../errands.ts'
import { invited, passwordSet, resetAsked, signInsEnded } from '../events.ts'
import { type Pass, passIsOpen, passMatches, passNumber } from '../letters.ts'
import { type AccountRow, findAccount } from '../queries/accounts.ts'
import { findPass } from '../queries/sign-ins.ts'
import { invitationDays, resetHours } from '../rules/account.ts'
import { hashPassword, keyField, passwordMatches } from '../secrets.ts'
import type { IdentityTables } from '../tables.ts'
import { objection, refusal } from '../words.ts'
import { password as passwordField, refuseWeak } from './fields.ts'
import { type Desk, ownAccount } from './self.ts'

/** What only the doors of this module hold, for people who have not signed in yet. */
export const enter = 'identity.enter'

/** A new letter makes the earlier ones useless. */
async function openPass(work: Desk, account: number, kind: Pass['kind']): Promise<number> {
  await work.db
    .updateTable('identity.pass')
    .set({ revoked_at: work.now })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
  const lasts = kind === 'invitation' ? invitationDays * 86_400_000 : resetHours * 3_600_000
  const { id: pass } = await work.db
    .insertInto('identity.pass')
    .values({
      ...{ kind, account_id: account, nonce: randomBytes(32) },
      ...{ created_at: work.now, created_by: work.actor.id, expires_at: new Date(work.now.getTime() + lasts) },
      ...{ used_at: null, revoked_at: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return pass
}
const kindFor = ({ password_hash }: AccountRow): Pass['kind'] => (password_hash ? 'reset' : 'invitation')

export async function invite(work: Desk, account: number): Promise<void> {
  work.later(sendPass, { pass: await openPass(work, account, 'invitation') })
  work.announce(invited, { account })
}

export const inviteAgain: Command<IdentityTables, { account: number }, void> = {
  name: 'identity.invite',
  summary: 'Send an invitation, or a way to choose a new password, to an account.',
  grant: 'identity.manage',
  input: z.object({ account: id }),
  async run(work, { account }) {
    const found = await findAccount(work, account)
    if (!found || found.disabled_at) throw missing()
    work.later(sendPass, { pass: await openPass(work, account, kindFor(found)) })
    work.announce(found.password_hash ? resetAsked : invited, { account })
  },
}

/** It announces nothing, so that the ledger does not grow: its size is public, and would tell who has an account. */
export const openReset: Command<IdentityTables, { account: number }, { pass?: number }> = {
  name: 'identity.open-reset',
  summary: 'Make the pass of a letter that a stranger asked for; the ledger tells of it only when it is used.',
  grant: 'identity.manage',
  input: z.object({ account: id }),
  async run(work, { account }) {
    const found = await findAccount(work, account)
    return !found || found.disabled_at ? {} : { pass: await openPass(work, account, kindFor(found)) }
  },
}

const accept = z.object({ token: z.string().max(100), key: keyField, password: passwordField, again: passwordField })
export const acceptPass: Command<IdentityTables, z.infer<typeof accept>, { account: number }> = {
  name: 'identity.accept-pass',
  summary: 'Choose a password with the link of a letter. The link works once, and ends every open sign-in.',
  grant: enter,
  input: accept,
  secret: ['token', 'key', 'password', 'again'],
  async run(work, { token, key, password, again }) {
    const number = passNumber(token)
    const pass = number ? await findPass(work, number) : undefined
    if (!pass || !passMatches(key, pass, token) || !passIsOpen(pass, work.now)) {
      throw refusal('conflict', (words) => words.passEnded)
    }
    const used = await work.db
      .updateTable('identity.pass')
      .set({ used_at: work.now })
      .where('id', '=', pass.id)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    // Somebody who used or replaced it meanwhile came first.
    if (!used) throw refusal('conflict', (words) => words.passEnded)
    await setPassword(work, pass.account_id, password, again)
    work.announce(passwordSet, { account: pass.account_id, by: pass.kind })
    return { account: pass.account_id }
  },
}

const change = z.object({ current: passwordField, password: passwordField, again: passwordField })
export const changePassword: Command<IdentityTables, z.infer<typeof change>, void> = {
  name: 'identity.change-password',
  summary: 'Change one’s own password; every other sign-in ends.',
  grant: 'identity.own',
  input: change,
  secret: ['current', 'password', 'again'],
  async run(work, { current, password, again }) {
    const account = ownAccount(work)
    const found = await findAccount(work, account)
    if (!(await passwordMatches(found?.password_hash, current))) {
      throw objection('invalid', 'current', (words) => words.wrongPassword)
    }
    await setPassword(work, account, password, again)
    work.announce(passwordSet, { account, by: 'own' })
  },
}

const byOperator = z.object({ account: id, password: passwordField, by: choice(['terminal']).default('terminal') })
export const resetPassword: Command<IdentityTables, z.infer<typeof byOperator>, void> = {
  name: 'identity.reset-password',
  summary: 'Set the password of an account from the terminal.',
  grant: 'identity.manage',
  input: byOperator,
  secret: ['password'],
  async run(work, { account, password, by }) {
    await setPassword(work, account, password, password)
    work.announce(passwordSet, { account, by })
  },
}

async function setPassword(work: Desk, account: number, password: string, again: string): Promise<void> {
  const found = await findAccount(work, account)
  if (!found || found.disabled_at) throw missing()
  const names = (await personNames(work, [found.person_id])).get(found.person_id)
  refuseWeak(password, [found.email, ...(names ? [names.plainName] : [])])
  if (password !== again) throw objection('invalid', 'again', (words) => words.passwordsDiffer)
  await work.db
    .updateTable('identity.account')
    .set({ password_hash: await hashPassword(password), password_set_at: work.now })
    .where('id', '=', account)
    .execute()
  await endSignInsOf(work, account)
}

/** Everywhere, or everywhere but here. */
export async function endSignInsOf(work: Desk, account: number, but?: number): Promise<void> {
  const ended = await work.db
    .updateTable('identity.sign_in')
    .set({ ended_at: work.now })
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .$if(but !== undefined, (query) => query.where('id', '!=', but as number))
    .returning('id')
    .execute()
  if (ended.length > 0) work.announce(signInsEnded, { account, signIns: ended.length })
}
