import { importing } from './words/importing.en.ts'
import { staff } from './words/staff.en.ts'
import { views } from './words/views.en.ts'
import type { IdentityWords } from './words.es.ts'

const letterEnd = '\n\nIf you did not expect it, do nothing: the link alone changes nothing.\n'

export const en: IdentityWords = {
  moduleTitle: 'Accounts, roles and tokens',
  ...staff,
  importing,
  views,
  emailTaken: 'There is already an account with that address.',
  personHasAccount: 'That person already has an account.',
  nameMissing: 'The name is missing.',
  notYourself: 'You cannot do this to your own account.',
  passEnded: 'This link was used, has expired, or was replaced by another. Ask for a new one.',
  wrongPassword: 'That is not your current password.',
  passwordsDiffer: 'The two passwords are not the same.',
  passwordFaults: {
    short: 'Use 12 characters or more. A short sentence works well.',
    long: 'Use 200 characters or fewer.',
    common: 'It is among the first that anybody would try. Choose another.',
    'own-name': 'It is little more than your name or address. Choose another.',
  },
  wrongSignIn: 'The address or the password do not match.',
  tooManyTries: (seconds) =>
    seconds < 90
      ? `Too many tries. Wait ${seconds} seconds.`
      : `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes.`,
  ticketEnded: 'Too much time went by. Type your address and password again.',
  wrongCode: 'That code is not valid, or was already used.',
  secondStepThere: 'The second step is already set.',
  notYours: (grants) => `You do not have these grants, or they are not given to programs: ${grants}.`,
  badToken: 'The program’s token does not exist, has expired or was revoked.',
  roleTaken: 'There is already a role with that name.',
  noSuchArea: 'That area does not exist.',
  endsBefore: 'The last date is before the first.',
  alreadySetUp: 'This house already has an administrator. Sign in.',
  wrongSetUpCode: 'That is not the code shown in the terminal of the server.',
  letters: {
    invitation: (address) => ({
      subject: 'Your account in Pregonero',
      text: `An account was opened for you.\n\nChoose your password here, within seven days:\n${address}${letterEnd}`,
    }),
    reset: (address) => ({
      subject: 'To choose another password',
      text: `Somebody asked to change the password of your account.\n\nDo it here, within two hours:\n${address}${letterEnd}`,
    }),
  },
  grants: {
    own: 'Use one’s own account',
    manage: 'Administer accounts and roles',
  },
  tells: {
    viewKept: 'Kept a view of a list.',
    viewDropped: 'Let a view of a list go.',
    houseSetUp: 'Founded the house.',
    accountOpened: 'Opened an account.',
    accountsImported: (count) => `Opened ${count} accounts from a sheet.`,
    accountDisabled: 'Shut an account.',
    accountEnabled: 'Opened an account again.',
    accountForgotten: 'What was personal in an account was forgotten.',
    preferencesSet: 'Changed their preferences.',
    invited: 'Sent an invitation.',
    resetAsked: 'A link to choose a password was sent.',
    passwordSet: 'Changed the password of an account.',
    signedIn: 'Signed in.',
    signedOut: 'Signed out.',
    signInsEnded: (count) => `${count} sign-ins were ended.`,
    presenceNoted: 'Is still signed in.',
    secondStepSet: 'Set the second step.',
    secondStepRemoved: 'Removed the second step.',
    recoveryCodeUsed: (left) => `Used a recovery code; ${left} are left.`,
    tokenCreated: 'Made a token for a program.',
    tokenRevoked: 'Revoked a token.',
    roleCreated: 'Made a role.',
    roleChanged: 'Changed a role.',
    roleGranted: (role) => `Gave the role ${role}.`,
    roleEnded: (role) => `Took back the role ${role}.`,
    delegated: 'Delegated roles.',
    delegationRevoked: 'Ended a delegation.',
  },
}
