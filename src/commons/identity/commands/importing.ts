import { z } from 'zod'
import type { Command } from '#kernel/command'
import { choice, email, id, optional, several, text } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import { accountsImported } from '../events.ts'
import { factsForImport } from '../queries/importing.ts'
import { faultsIn, mostInImport } from '../rules/importing.ts'
import type { IdentityTables } from '../tables.ts'
import { say } from '../words.ts'
import { insertAccount } from './accounts.ts'
import { grantRole } from './roles.ts'

/** An account of a batch: whose it is, and the one role it begins with, in these areas or everywhere. */
export const importedAccount = z.object({
  givenNames: text(100),
  familyNames: text(100),
  treatment: optional(text(30)),
  gender: choice(['f', 'm', 'n']).default('n'),
  email,
  locale: choice(['es', 'en']).default('es'),
  role: id,
  areas: several(id, 50),
})
export type ImportedAccount = z.infer<typeof importedAccount>

const input = z.object({ accounts: several(importedAccount, mostInImport, 1) })

export const importAccounts: Command<IdentityTables, z.infer<typeof input>, { accounts: number[] }> = {
  name: 'identity.import-accounts',
  summary: 'Open many accounts at once, all or none, each with a role; every person is sent an invitation.',
  grant: 'identity.manage',
  input,
  // Its events name each account and person. Names and addresses in one commitment could not be forgotten one by one.
  secret: ['accounts'],
  async run(work, { accounts }) {
    const faults = faultsIn(accounts, await factsForImport(work, accounts))
    if (faults.length > 0) {
      const reasons = faults.map(({ at, field, fault }) => ({
        field: `accounts.${at}.${field}`,
        said: say(({ importing }) => importing.faults[fault]),
      }))
      throw new Refusal(
        'invalid',
        say(({ importing }) => importing.refused(faults.length)),
        reasons,
      )
    }
    const opened: number[] = []
    for (const { role, areas, ...person } of accounts) {
      const { account } = await insertAccount(work, person)
      const places = areas.length > 0 ? [...new Set(areas)] : [undefined]
      for (const area of places) await grantRole.run(work, { account, role, area })
      opened.push(account)
    }
    work.announce(accountsImported, { accounts: opened })
    return { accounts: opened }
  },
}
