import { personForgotten } from '#commons/directory'
import type { App } from '#kernel/app'
import { type Module, on } from '#kernel/module'
import { api } from './api.ts'
import { disableAccount, enableAccount, setPreferences } from './commands/accounts.ts'
import { delegate, revokeDelegation } from './commands/delegations.ts'
import { forgetAccount } from './commands/forgetting.ts'
import { importAccounts } from './commands/importing.ts'
import { openAccount } from './commands/opening.ts'
import { acceptPass, changePassword, inviteAgain, openReset, resetPassword } from './commands/passwords.ts'
import { changeRole, createRole, endRole, grantRole } from './commands/roles.ts'
import {
  confirmSecondStep,
  passSecondStep,
  removeSecondStep,
  removeSecondStepOf,
  startSecondStep,
} from './commands/second-step.ts'
import { setUp, setUpCode } from './commands/set-up.ts'
import { endOtherSignIns, notePresence, signIn, signOut } from './commands/sign-ins.ts'
import { createToken, revokeToken } from './commands/tokens.ts'
import { dropView, keepView } from './commands/views.ts'
import { answerReset } from './entering/resetting.ts'
import { sendPass } from './errands.ts'
import { signInOf, who } from './knowing.ts'
import first from './migrations/0001-identity.sql'
import { searchables } from './offers.ts'
import { anyAccount } from './queries/accounts.ts'
import { viewsOf } from './queries/views.ts'
import { accountOfActor } from './rules/account.ts'
import { houseKey } from './secrets.ts'
import { abouts } from './staff/abouts.ts'
import { doorRoutes, interrupted, staffRoutes } from './staff/index.ts'
import { tells } from './tells.ts'
import { account } from './terminal.ts'
import { say, words } from './words.ts'

export { openAccount } from './commands/opening.ts'
export { createRole, grantRole } from './commands/roles.ts'
export { setUp } from './commands/set-up.ts'
export { addressDigest, mailboxDigest, strayProxySpoke, takeTry, tryOnce } from './entering/patience.ts'
/** Entries of people who come and go: they change nothing that anybody waits for. */
export const comingsAndGoings = [signIn, signOut, notePresence].map(({ name }) => name)
export { actorOf, actorOfEmail, atTheDoor } from './knowing.ts'
export { mailboxesOf, namesOfAccounts as accountNames } from './queries/accounts.ts'
export { type Able, accountsWith, rolesOf } from './queries/holdings.ts'
export { accountOfActor } from './rules/account.ts'
export { holdsNoRole } from './rules/grants.ts'
export { Keepers } from './staff/own-roles.tsx'
export { randomPassword } from './terminal.ts'

/** While nobody has an account: the code that lets whoever reads the terminal found the house. */
export const codeToFound = async (app: App): Promise<string | undefined> =>
  (await anyAccount(app)) ? undefined : setUpCode(houseKey(app, 'set-up'))

/** For whoever founds the house from the terminal: the key that the set-up command asks for. */
export const keyToFound = (app: App): Uint8Array => houseKey(app, 'set-up')

export const identity: Module = {
  name: 'identity',
  title: say((words) => words.moduleTitle),
  needs: ['directory'],
  migrations: [{ name: 'identity/0001-identity', text: first }],
  commands: [
    setUp,
    openAccount,
    importAccounts,
    disableAccount,
    enableAccount,
    forgetAccount,
    setPreferences,
    inviteAgain,
    openReset,
    acceptPass,
    changePassword,
    resetPassword,
    signIn,
    signOut,
    endOtherSignIns,
    notePresence,
    startSecondStep,
    confirmSecondStep,
    removeSecondStep,
    removeSecondStepOf,
    passSecondStep,
    createToken,
    revokeToken,
    keepView,
    dropView,
    createRole,
    changeRole,
    grantRole,
    endRole,
    delegate,
    revokeDelegation,
  ],
  errands: [sendPass, answerReset],
  reactions: [on(personForgotten, forgetAccount)],
  grants: {
    'identity.own': { ...say(({ grants }) => grants.own), within: 'own' },
    'identity.manage': say(({ grants }) => grants.manage),
  },
  who,
  door: interrupted,
  portal: doorRoutes,
  staff: staffRoutes,
  api,
  tells,
  abouts,
  searchables,
  orders: [
    { href: '/cuenta', said: say((words) => words.account), grant: 'identity.own' },
    { href: '/cuenta/vistas', said: say((words) => words.views.title), grant: 'identity.own' },
    { href: '/administrar/cuentas/nueva', said: say((words) => words.openAccount), grant: 'identity.manage' },
    { href: '/administrar/cuentas/hoja', said: say(({ importing }) => importing.title), grant: 'identity.manage' },
    { href: '/administrar/funciones/nueva', said: say((words) => words.newRole), grant: 'identity.manage' },
  ],
  nav: [
    {
      group: 'administer',
      href: '/administrar/cuentas',
      said: say((words) => words.accounts),
      icon: 'users',
      grant: 'identity.manage',
    },
    {
      group: 'administer',
      href: '/administrar/funciones',
      said: say((words) => words.roles),
      icon: 'key-round',
      grant: 'identity.manage',
    },
  ],
  async frame(c) {
    const known = signInOf(c)
    const signIn = { href: '/entrar', label: words[c.var.locale].signIn }
    const account = accountOfActor(c.var.actor.id)
    if (!known || account === undefined) return { signIn }
    const own = await viewsOf(c.var.app, account, c.req.path)
    const views = { href: '/cuenta/vistas', own }
    return { person: { name: c.var.actor.name, href: '/cuenta' }, theme: known.theme, views }
  },
  terminal: [account],
}
