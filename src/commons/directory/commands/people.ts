import { z } from 'zod'
import type { Command, Work } from '#kernel/command'
import { choice, email, id, optional, text, version } from '#kernel/fields'
import { conflict, missing } from '#kernel/refusals'
import { personDescribed, personForgotten, personRegistered, topicOfPerson } from '../events.ts'
import { findPerson, personByEmail } from '../queries/people.ts'
import { genders } from '../rules.ts'
import type { DirectoryTables } from '../tables.ts'
import { objection } from '../words.ts'

const grant = 'directory.manage'
const personalFields = ['givenNames', 'familyNames', 'treatment', 'gender', 'email'] as const

const described = {
  givenNames: text(100),
  familyNames: text(100),
  treatment: optional(text(30)),
  gender: choice(genders).default('n'),
  email: optional(email),
}
const register = z.object(described)
export type Register = z.infer<typeof register>

export const registerPerson: Command<DirectoryTables, Register, { person: number }> = {
  name: 'directory.register-person',
  summary: 'Register a person: names, treatment, grammatical gender and address.',
  grant,
  input: register,
  personal: { fields: personalFields, subject: (_, { person }) => topicOfPerson(person) },
  async run(work, input) {
    if (input.email) await refuseTaken(work, input.email)
    const { id } = await work.db
      .insertInto('directory.person')
      .values({ ...valuesOf(input), forgotten_at: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(personRegistered, { person: id })
    return { person: id }
  },
}

const describe = z.object({ person: id, version: optional(version), ...described })

export const describePerson: Command<DirectoryTables, z.infer<typeof describe>, void> = {
  name: 'directory.describe-person',
  summary: 'Correct what is known of a person.',
  grant,
  input: describe,
  personal: { fields: personalFields, subject: ({ person }) => topicOfPerson(person) },
  async run(work, { person, version, ...input }) {
    const found = await findPerson(work.read, person)
    if (!found || found.forgotten) throw missing()
    if (version !== undefined && version !== found.version) throw conflict()
    if (input.email) await refuseTaken(work, input.email, person)
    await work.db
      .updateTable('directory.person')
      .set({ ...valuesOf(input), version: found.version + 1 })
      .where('id', '=', person)
      .execute()
    work.announce(personDescribed, { person })
  },
}

/** Derecho de cancelación (LGPDPPSO, art. 46): the person's number stays in the records, and nothing else. */
export const forgetPerson: Command<DirectoryTables, { person: number }, void> = {
  name: 'directory.forget-person',
  summary: 'Erase the names and address of a person, here and behind the ledger.',
  grant,
  input: z.object({ person: id }),
  async run(work, { person }) {
    const found = await findPerson(work.read, person)
    if (!found || found.forgotten) throw missing()
    const held = await work.read
      .selectFrom('directory.appointment')
      .select('id')
      .where('person_id', '=', person)
      .where('valid_to', 'is', null)
      .executeTakeFirst()
    if (held) throw objection('conflict', 'person', (words) => words.holdsPost)
    await work.db
      .updateTable('directory.person')
      .set({
        ...{ given_names: '', family_names: '', treatment: '', gender: 'n', email: '' },
        forgotten_at: work.now,
        version: found.version + 1,
      })
      .where('id', '=', person)
      .execute()
    await work.forget(topicOfPerson(person))
    work.announce(personForgotten, { person })
  },
}

const valuesOf = ({ givenNames, familyNames, treatment = '', gender, email = '' }: Register) => ({
  ...{ given_names: givenNames, family_names: familyNames, treatment, gender, email },
})

async function refuseTaken(work: Work<DirectoryTables>, email: string, except?: number) {
  const holder = await personByEmail(work, email)
  if (holder && holder.id !== except) throw objection('conflict', 'email', (words) => words.emailTaken)
}
