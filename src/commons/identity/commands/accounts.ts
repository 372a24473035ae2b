import { z } from 'zod'
import { peopleOf, personByEmail, registerWithin } from '#commons/directory'
import type { Command } from '#kernel/command'
import { choice, email, id, optional, text } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { accountDisabled, accountEnabled, accountOpened, preferencesSet } from '../events.ts'
import { accountByEmail, accountOfPerson, findAccount } from '../queries/accounts.ts'
import { themes } from '../rules/account.ts'
import { hashPassword } from '../secrets.ts'
import type { IdentityTables } from '../tables.ts'
import { objection } from '../words.ts'
import { password as passwordField, refuseWeak } from './fields.ts'
import { invite } from './passwords.ts'
import { type Desk, ownAccount } from './self.ts'

const grant = 'identity.manage'

export const newPerson = {
  givenNames: text(100),
  familyNames: text(100),
  treatment: optional(text(30)),
  gender: choice(['f', 'm', 'n']).default('n'),
}
export const open = z.object({
  /** An existing person of the directory; otherwise the names say who. */
  person: optional(id),
  givenNames: optional(text(100)),
  familyNames: optional(text(100)),
  treatment: newPerson.treatment,
  gender: newPerson.gender,
  email,
  locale: choice(['es', 'en']).default('es'),
  password: optional(passwordField),
})
type Open = z.infer<typeof open>

/** Whoever opens one, the first of a house, and each line of an import. */
export async function insertAccount(work: Desk, input: Open): Promise<{ account: number }> {
  if (await accountByEmail(work, input.email)) throw objection('conflict', 'email', (words) => words.emailTaken)
  const person = await personFor(work, input)
  if (await accountOfPerson(work, person)) throw objection('conflict', 'person', (words) => words.personHasAccount)
  const { password } = input
  if (password) refuseWeak(password, [input.email, input.givenNames ?? '', input.familyNames ?? ''])
  const { id: account } = await work.db
    .insertInto('identity.account')
    .values({
      ...{ person_id: person, email: input.email, locale: input.locale },
      password_hash: password ? await hashPassword(password) : null,
      password_set_at: password ? work.now : null,
      ...{ created_at: work.now, created_by: work.actor.id, disabled_at: null, disabled_by: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  work.announce(accountOpened, { account, person })
  if (!password) await invite(work, account)
  return { account }
}

async function personFor(work: Desk, { person, email, ...names }: Open): Promise<number> {
  if (person !== undefined) {
    if ((await peopleOf(work, [person])).length === 0) throw missing()
    return person
  }
  const known = await personByEmail(work, email)
  if (known) return known.id
  const { givenNames, familyNames, treatment, gender } = names
  if (!givenNames) throw objection('invalid', 'givenNames', (words) => words.nameMissing)
  if (!familyNames) throw objection('invalid', 'familyNames', (words) => words.nameMissing)
  return registerWithin(work as never, { givenNames, familyNames, treatment, gender, email })
}

const onlyAccount = z.object({ account: id })

export const disableAccount: Command<IdentityTables, { account: number }, void> = {
  name: 'identity.disable-account',
  summary: 'Shut an account: its sign-ins and tokens end at once; its history stays.',
  grant,
  input: onlyAccount,
  async run(work, { account }) {
    await takeAccount(work, account)
    if (work.actor.id === `account:${account}`) throw objection('conflict', 'account', (words) => words.notYourself)
    await work.db
      .updateTable('identity.account')
      .set({ disabled_at: work.now, disabled_by: work.actor.id })
      .where('id', '=', account)
      .execute()
    await work.db
      .updateTable('identity.sign_in')
      .set({ ended_at: work.now })
      .where('account_id', '=', account)
      .where('ended_at', 'is', null)
      .execute()
    work.announce(accountDisabled, { account })
  },
}

export const enableAccount: Command<IdentityTables, { account: number }, void> = {
  name: 'identity.enable-account',
  summary: 'Open again an account that was shut.',
  grant,
  input: onlyAccount,
  async run(work, { account }) {
    await takeAccount(work, account)
    await work.db
      .updateTable('identity.account')
      .set({ disabled_at: null, disabled_by: null })
      .where('id', '=', account)
      .execute()
    work.announce(accountEnabled, { account })
  },
}

const preferences = z.object({ locale: choice(['es', 'en']), theme: choice(themes) })
export const setPreferences: Command<IdentityTables, z.infer<typeof preferences>, void> = {
  name: 'identity.set-preferences',
  summary: 'Choose the language of letters and the look of the desk.',
  grant: 'identity.own',
  input: preferences,
  async run(work, { locale, theme }) {
    const account = ownAccount(work)
    await work.db.updateTable('identity.account').set({ locale, theme }).where('id', '=', account).execute()
    work.announce(preferencesSet, { account })
  },
}

export async function takeAccount(work: Desk, account: number) {
  const found = await findAccount(work, account)
  if (!found) throw missing()
  return found
}
