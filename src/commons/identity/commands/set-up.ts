import { z } from 'zod'
import { foundWithin } from '#commons/directory'
import type { Command } from '#kernel/command'
import { choice, email, optional, text } from '#kernel/fields'
import { houseSetUp, topicOfAccount } from '../events.ts'
import { anyAccount } from '../queries/accounts.ts'
import { todayOf } from '../queries/holdings.ts'
import { startingRoles } from '../rules/roles.ts'
import { keyField, macOf, sameBytes, spelled, unspelled } from '../secrets.ts'
import type { IdentityTables } from '../tables.ts'
import { objection, refusal } from '../words.ts'
import { insertAccount, newPerson } from './accounts.ts'
import { password as passwordField } from './fields.ts'
import { enter } from './passwords.ts'

/** What the terminal prints while nobody has an account: whoever can read it may found the house. */
export const setUpCode = (key: Uint8Array): string => {
  const code = spelled(macOf(key, 'first').subarray(0, 10))
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

const input = z.object({
  code: z.string().max(40),
  key: keyField,
  institution: text(200, 3),
  institutionEn: optional(text(200, 3)),
  acronym: text(20),
  ...newPerson,
  email,
  locale: choice(['es', 'en']).default('es'),
  password: passwordField,
  again: passwordField,
})

export const setUp: Command<IdentityTables, z.infer<typeof input>, { account: number }> = {
  name: 'identity.set-up',
  summary: 'Found the house: its institution, its first administrator and its starting roles. It closes itself.',
  grant: enter,
  input,
  secret: ['code', 'key', 'password', 'again'],
  personal: {
    fields: ['givenNames', 'familyNames', 'treatment', 'gender', 'email'],
    subject: (_, { account }) => topicOfAccount(account),
  },
  async run(work, given) {
    if (await anyAccount(work)) throw refusal('conflict', (words) => words.alreadySetUp)
    const expected = Buffer.from(unspelled(setUpCode(given.key)))
    if (!sameBytes(expected, Buffer.from(unspelled(given.code)))) {
      throw objection('invalid', 'code', (words) => words.wrongSetUpCode)
    }
    if (given.password !== given.again) throw objection('invalid', 'again', (words) => words.passwordsDiffer)
    const { institution, institutionEn, acronym } = given
    await foundWithin(work as never, { nameEs: institution, nameEn: institutionEn, acronym })
    const { account } = await insertAccount(work, { ...given, person: undefined })
    const roles = await work.db
      .insertInto('identity.role')
      .values(
        startingRoles.map(({ key, name, grants }) => ({
          key,
          name_es: name.es,
          name_en: name.en,
          grants: [...grants],
        })),
      )
      .returning(['id', 'key'])
      .execute()
    const administrator = roles.find(({ key }) => key === 'administracion') as { id: number }
    await work.db
      .insertInto('identity.role_holding')
      .values({
        ...{ account_id: account, role_id: administrator.id, area_id: null, valid_from: await todayOf(work) },
        ...{ valid_to: null, granted_by: work.actor.id, granted_at: work.now },
      })
      .execute()
    work.announce(houseSetUp, { account })
    return { account }
  },
}
