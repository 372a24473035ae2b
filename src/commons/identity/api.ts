import { endpoint, type Operation } from '#kernel/module'
import { ownApi } from './api/own.ts'
import { disableAccount, enableAccount } from './commands/accounts.ts'
import { importAccounts } from './commands/importing.ts'
import { openAccount } from './commands/opening.ts'
import { inviteAgain } from './commands/passwords.ts'
import { changeRole, createRole, endRole, grantRole } from './commands/roles.ts'
import { removeSecondStepOf } from './commands/second-step.ts'
import { account, accounts, roles } from './resources.ts'

/** A person's own password and second step are theirs alone, in a browser: no program does that. */
export const api: readonly Operation[] = [
  accounts,
  account,
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
  ...ownApi,
]
