import { say } from './words.ts'

// biome-ignore lint/suspicious/noExplicitAny: each event has data of its own.
type Tell = (data: any) => ReturnType<typeof say>

/** What each event says in the history of an account. */
export const tells: Readonly<Record<string, Tell>> = {
  'identity.house-set-up': () => say(({ tells }) => tells.houseSetUp),
  'identity.account-opened': () => say(({ tells }) => tells.accountOpened),
  'identity.accounts-imported': ({ accounts }: { accounts: readonly number[] }) =>
    say(({ tells }) => tells.accountsImported(accounts.length)),
  'identity.account-disabled': () => say(({ tells }) => tells.accountDisabled),
  'identity.account-enabled': () => say(({ tells }) => tells.accountEnabled),
  'identity.account-forgotten': () => say(({ tells }) => tells.accountForgotten),
  'identity.preferences-set': () => say(({ tells }) => tells.preferencesSet),
  'identity.invited': () => say(({ tells }) => tells.invited),
  'identity.reset-asked': () => say(({ tells }) => tells.resetAsked),
  'identity.password-set': () => say(({ tells }) => tells.passwordSet),
  'identity.signed-in': () => say(({ tells }) => tells.signedIn),
  'identity.signed-out': () => say(({ tells }) => tells.signedOut),
  'identity.sign-ins-ended': ({ signIns }: { signIns: number }) => say(({ tells }) => tells.signInsEnded(signIns)),
  'identity.presence-noted': () => say(({ tells }) => tells.presenceNoted),
  'identity.second-step-set': () => say(({ tells }) => tells.secondStepSet),
  'identity.second-step-removed': () => say(({ tells }) => tells.secondStepRemoved),
  'identity.recovery-code-used': ({ left }: { left: number }) => say(({ tells }) => tells.recoveryCodeUsed(left)),
  'identity.token-created': () => say(({ tells }) => tells.tokenCreated),
  'identity.token-revoked': () => say(({ tells }) => tells.tokenRevoked),
  'identity.view-kept': () => say(({ tells }) => tells.viewKept),
  'identity.view-dropped': () => say(({ tells }) => tells.viewDropped),
  'identity.role-created': () => say(({ tells }) => tells.roleCreated),
  'identity.role-changed': () => say(({ tells }) => tells.roleChanged),
  'identity.role-granted': ({ role }: { role: string }) => say(({ tells }) => tells.roleGranted(role)),
  'identity.role-ended': ({ role }: { role: string }) => say(({ tells }) => tells.roleEnded(role)),
  'identity.delegated': () => say(({ tells }) => tells.delegated),
  'identity.delegation-revoked': () => say(({ tells }) => tells.delegationRevoked),
}
