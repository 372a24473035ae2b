import type { z } from 'zod'
import type { Command } from '#kernel/command'
import { id, optional } from '#kernel/fields'
import { topicOfAccount } from '../events.ts'
import type { IdentityTables } from '../tables.ts'
import { insertAccount, open } from './accounts.ts'
import { grantRole } from './roles.ts'

const opening = open.extend({
  /** What the person does from the first day, in an area or everywhere. */
  role: optional(id),
  area: optional(id),
})

export const openAccount: Command<IdentityTables, z.infer<typeof opening>, { account: number }> = {
  name: 'identity.open-account',
  summary:
    'Open an account for a person, new or of the directory, with the role it begins with. Without a password, an ' +
    'invitation is sent.',
  grant: 'identity.manage',
  input: opening,
  secret: ['password'],
  personal: {
    fields: ['givenNames', 'familyNames', 'treatment', 'gender', 'email'],
    subject: (_, { account }) => topicOfAccount(account),
  },
  async run(work, { role, area, ...person }) {
    const opened = await insertAccount(work, person)
    if (role !== undefined) await grantRole.run(work, { account: opened.account, role, area })
    return opened
  },
}
