import type { Work } from '#kernel/command'
import { type Found, foundInstitution } from './commands/institution.ts'
import { type Register, registerPerson } from './commands/people.ts'
import type { DirectoryTables } from './tables.ts'

// What another module's command may do here in its own transaction: the first set-up and the import of accounts must
// leave everything or nothing. Who may is decided by that command's grant; its `personal` fields must name these.

export const foundWithin = (work: Work<never>, input: Found): Promise<void> =>
  foundInstitution.run(work as unknown as Work<DirectoryTables>, input)

/** Answers the person's id. */
export const registerWithin = async (work: Work<never>, input: Register): Promise<number> => {
  const { person } = await registerPerson.run(work as unknown as Work<DirectoryTables>, input)
  return person
}
