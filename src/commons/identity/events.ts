import type { Event } from '#kernel/command'
import { topicsUnder } from '#kernel/pure/topics'

export const topicOfAccount = topicsUnder('identity.account-')
export const topicOfRoles = 'identity.roles'

/** Every fact about an account names it: whoever keeps its grants in memory forgets them then. */
const aboutAccount = <Data extends { account: number } = { account: number }>(name: string): Event<Data> => ({
  name: `identity.${name}`,
  topics: ({ account }) => [topicOfAccount(account), 'identity.accounts'],
})

export const houseSetUp = aboutAccount('house-set-up')
export const accountOpened = aboutAccount<{ account: number; person: number }>('account-opened')
export const accountsImported: Event<{ accounts: readonly number[] }> = {
  name: 'identity.accounts-imported',
  topics: ({ accounts }) => [...accounts.map(topicOfAccount), 'identity.accounts'],
}
export const accountDisabled = aboutAccount('account-disabled')
export const accountEnabled = aboutAccount('account-enabled')
export const accountForgotten = aboutAccount('account-forgotten')
export const emailChanged = aboutAccount('email-changed')
export const preferencesSet = aboutAccount('preferences-set')

export const invited = aboutAccount('invited')
export const resetAsked = aboutAccount('reset-asked')
export const passwordSet = aboutAccount<{ account: number; by: 'invitation' | 'reset' | 'own' | 'terminal' }>(
  'password-set',
)

export const signedIn = aboutAccount<{ account: number; secondStep: boolean }>('signed-in')
export const signedOut = aboutAccount('signed-out')
export const presenceNoted = aboutAccount('presence-noted')
export const signInsEnded = aboutAccount<{ account: number; signIns: number }>('sign-ins-ended')

export const secondStepSet = aboutAccount('second-step-set')
export const secondStepRemoved = aboutAccount('second-step-removed')
export const recoveryCodeUsed = aboutAccount<{ account: number; left: number }>('recovery-code-used')

export const tokenCreated = aboutAccount<{ account: number; token: number; grants: readonly string[] }>('token-created')
export const tokenRevoked = aboutAccount<{ account: number; token: number }>('token-revoked')

const aboutRoles = (name: string): Event<{ role: number; key: string }> => ({
  name: `identity.${name}`,
  topics: ({ role }) => [topicOfRoles, `identity.role-${role}`],
})
export const roleCreated = aboutRoles('role-created')
export const roleChanged = aboutRoles('role-changed')

export const viewKept = aboutAccount<{ account: number; view: number }>('view-kept')
export const viewDropped = aboutAccount<{ account: number; view: number }>('view-dropped')

interface OfHolding {
  readonly account: number
  readonly holding: number
  readonly role: string
  readonly area: number | null
}
export const roleGranted = aboutAccount<OfHolding & { from: string }>('role-granted')
export const roleEnded = aboutAccount<OfHolding & { on: string }>('role-ended')

interface OfDelegation {
  readonly delegation: number
  readonly from: number
  readonly to: number
}
const aboutDelegation = <Data extends OfDelegation>(name: string): Event<Data> => ({
  name: `identity.${name}`,
  topics: ({ from, to }) => [topicOfAccount(from), topicOfAccount(to), 'identity.accounts'],
})
export const delegated = aboutDelegation<OfDelegation & { starts: string; ends: string; holdings: readonly number[] }>(
  'delegated',
)
export const delegationRevoked = aboutDelegation<OfDelegation>('delegation-revoked')
