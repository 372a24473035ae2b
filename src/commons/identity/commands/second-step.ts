import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Command } from '#kernel/command'
import { id } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { recoveryCodeUsed, secondStepRemoved, secondStepSet } from '../events.ts'
import { findAccount } from '../queries/accounts.ts'
import { recoveryCodesLeft, secondStepOf } from '../queries/sign-ins.ts'
import { stepOf } from '../rules/second-step.ts'
import { codeStep } from '../second-step.ts'
import { digestOf, keyField, passwordMatches, seal, spelled, unseal, unspelled } from '../secrets.ts'
import type { IdentityTables } from '../tables.ts'
import { objection, refusal } from '../words.ts'
import { password as passwordField } from './fields.ts'
import { enter } from './passwords.ts'
import { type Desk, ownAccount } from './self.ts'

const secretBytes = 20
const recoveryCodes = 10
const bound = (account: number) => `account:${account}`

export const startSecondStep: Command<IdentityTables, { key: Uint8Array }, void> = {
  name: 'identity.start-second-step',
  summary: 'Make a secret for one’s authenticator; it asks for nothing until it is confirmed.',
  grant: 'identity.own',
  input: z.object({ key: keyField }),
  secret: ['key'],
  async run(work, { key }) {
    const account = ownAccount(work)
    if ((await secondStepOf(work, account))?.confirmed_at) throw refusal('conflict', (words) => words.secondStepThere)
    const secret = seal(key, randomBytes(secretBytes), bound(account))
    await work.db
      .insertInto('identity.totp')
      .values({ account_id: account, secret, created_at: work.now, confirmed_at: null })
      .onConflict((clash) => clash.column('account_id').doUpdateSet({ secret, created_at: work.now }))
      .execute()
  },
}

const confirm = z.object({ key: keyField, code: z.string().max(20) })
export const confirmSecondStep: Command<IdentityTables, z.infer<typeof confirm>, { codes: readonly string[] }> = {
  name: 'identity.confirm-second-step',
  summary: 'Confirm the authenticator with a code of its own; answers the recovery codes, shown this once.',
  grant: 'identity.own',
  input: confirm,
  secret: ['key', 'code'],
  async run(work, { key, code }) {
    const account = ownAccount(work)
    await spendCode(work, account, key, code, 'code')
    await work.db
      .updateTable('identity.totp')
      .set({ confirmed_at: work.now })
      .where('account_id', '=', account)
      .execute()
    await work.db.deleteFrom('identity.recovery_code').where('account_id', '=', account).execute()
    const codes = Array.from({ length: recoveryCodes }, () => spelled(randomBytes(10)))
    await work.db
      .insertInto('identity.recovery_code')
      .values(codes.map((each) => ({ account_id: account, digest: digestOf(each), used_at: null })))
      .execute()
    work.announce(secondStepSet, { account })
    return { codes: codes.map((each) => `${each.slice(0, 5)}-${each.slice(5)}`) }
  },
}

const remove = z.object({ password: passwordField })
export const removeSecondStep: Command<IdentityTables, z.infer<typeof remove>, void> = {
  name: 'identity.remove-second-step',
  summary: 'Do without the second step again.',
  grant: 'identity.own',
  input: remove,
  secret: ['password'],
  async run(work, { password }) {
    const account = ownAccount(work)
    if (!(await passwordMatches((await findAccount(work, account))?.password_hash, password))) {
      throw objection('invalid', 'password', (words) => words.wrongPassword)
    }
    await dropSecondStep(work, account)
  },
}

export const removeSecondStepOf: Command<IdentityTables, { account: number }, void> = {
  name: 'identity.remove-second-step-of',
  summary: 'Take the second step off an account whose person lost the telephone and the codes.',
  grant: 'identity.manage',
  input: z.object({ account: id }),
  run: (work, { account }) => dropSecondStep(work, account),
}

async function dropSecondStep(work: Desk, account: number): Promise<void> {
  const dropped = await work.db
    .deleteFrom('identity.totp')
    .where('account_id', '=', account)
    .returning('account_id')
    .executeTakeFirst()
  if (!dropped) throw missing()
  await work.db.deleteFrom('identity.recovery_code').where('account_id', '=', account).execute()
  work.announce(secondStepRemoved, { account })
}

const check = z.object({ account: id, key: keyField, code: z.string().max(20) })
export const passSecondStep: Command<IdentityTables, z.infer<typeof check>, void> = {
  name: 'identity.pass-second-step',
  summary: 'Spend a code of the authenticator, or a recovery code, at the door. Each works once.',
  grant: enter,
  input: check,
  secret: ['key', 'code'],
  async run(work, { account, key, code }) {
    if (/^[\d\s]{6,8}$/.test(code)) return spendCode(work, account, key, code, 'code')
    const used = await work.db
      .updateTable('identity.recovery_code')
      .set({ used_at: work.now })
      .where('account_id', '=', account)
      .where('digest', '=', digestOf(unspelled(code)))
      .where('used_at', 'is', null)
      .returning('account_id')
      .executeTakeFirst()
    if (!used) throw objection('invalid', 'code', (words) => words.wrongCode)
    work.announce(recoveryCodeUsed, { account, left: await recoveryCodesLeft(work, account) })
  },
}

/** A code that was seen over a shoulder is of no use a second time. */
async function spendCode(work: Desk, account: number, key: Uint8Array, code: string, field: string): Promise<void> {
  const row = await work.db
    .selectFrom('identity.totp')
    .selectAll()
    .where('account_id', '=', account)
    .forUpdate()
    .executeTakeFirst()
  const step = row && codeStep(unseal(key, row.secret, bound(account)), code.replaceAll(/\s/g, ''), stepOf(work.now))
  if (!row || step === undefined || step <= row.last_step) {
    throw objection('invalid', field, (words) => words.wrongCode)
  }
  await work.db.updateTable('identity.totp').set({ last_step: step }).where('account_id', '=', account).execute()
}
