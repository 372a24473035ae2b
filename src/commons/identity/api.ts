import { endpoint, type Operation } from '#kernel/module'
import { disableAccount, enableAccount, openAccount } from './commands/accounts.ts'
import { importAccounts } from './commands/importing.ts'
import { inviteAgain } from './commands/passwords.ts'
import { changeRole, createRole, endRole, grantRole } from './commands/roles.ts'
import { removeSecondStepOf } from './commands/second-step.ts'
import { accounts, roles } from './resources.ts'

/** What a person does with their own password, second step and sign-ins is theirs alone: no program does it. */
export const api: readonly Operation[] = [
  accounts,
  endpoint('POST', '/accounts', openAccount),
  endpoint('POST', '/account-imports', importAccounts),
  endpoint('POST', '/accounts/:account/closing', disableAccount),
  endpoint('DELETE', '/accounts/:account/closing', enableAccount),
  endpoint('POST', '/accounts/:account/invitations', inviteAgain),
  endpoint('DELETE', '/accounts/:account/second-step', removeSecondStepOf),
  endpoint('POST', '/accounts/:account/roles', grantRole),
  endpoint('DELETE', '/accounts/:account/roles/:holding', endRole),
  roles,
  endpoint('POST', '/roles', createRole),
  endpoint('PUT', '/roles/:role', changeRole),
]
