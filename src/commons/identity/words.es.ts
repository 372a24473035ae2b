import { importing } from './words/importing.es.ts'
import { staff } from './words/staff.es.ts'
import { views } from './words/views.es.ts'

const letterEnd = '\n\nSi usted no lo esperaba, no haga nada: la liga sola no cambia nada.\n'

export const es = {
  moduleTitle: 'Cuentas, funciones y claves',
  ...staff,
  importing,
  views,
  emailTaken: 'Ya hay una cuenta con ese correo.',
  personHasAccount: 'Esa persona ya tiene una cuenta.',
  nameMissing: 'Falta el nombre.',
  notYourself: 'No puede hacerlo con su propia cuenta.',
  passEnded: 'Esta liga ya se usó, venció o se reemplazó por otra. Pida una nueva.',
  wrongPassword: 'Esa no es su contraseña actual.',
  passwordsDiffer: 'Las dos contraseñas no son iguales.',
  passwordFaults: {
    short: 'Use 12 caracteres o más. Una frase corta funciona bien.',
    long: 'Use 200 caracteres o menos.',
    common: 'Es de las primeras que alguien probaría. Elija otra.',
    'own-name': 'Lleva casi solo su nombre o su correo. Elija otra.',
  },
  wrongSignIn: 'El correo o la contraseña no coinciden.',
  tooManyTries: (seconds: number) =>
    seconds < 90
      ? `Demasiados intentos. Espere ${seconds} segundos.`
      : `Demasiados intentos. Espere ${Math.ceil(seconds / 60)} minutos.`,
  ticketEnded: 'Pasó demasiado tiempo. Escriba otra vez su correo y su contraseña.',
  wrongCode: 'Ese código no es válido, o ya se usó.',
  secondStepThere: 'El segundo paso ya está puesto.',
  notYours: (grants: string) => `Usted no tiene estos permisos, o no se dan a programas: ${grants}.`,
  badToken: 'La clave del programa no existe, venció o se revocó.',
  roleTaken: 'Ya hay una función con ese nombre.',
  noSuchArea: 'Esa área no existe.',
  endsBefore: 'La fecha final es anterior a la inicial.',
  alreadySetUp: 'Esta casa ya tiene administración. Inicie sesión.',
  wrongSetUpCode: 'Ese no es el código que aparece en la terminal del servidor.',
  letters: {
    invitation: (address: string) => ({
      subject: 'Su cuenta en Pregonero',
      text: `Se abrió una cuenta para usted.\n\nElija su contraseña aquí, en los próximos siete días:\n${address}${letterEnd}`,
    }),
    reset: (address: string) => ({
      subject: 'Para elegir otra contraseña',
      text: `Alguien pidió cambiar la contraseña de su cuenta.\n\nHágalo aquí, en las próximas dos horas:\n${address}${letterEnd}`,
    }),
  },
  grants: {
    own: 'Usar su propia cuenta',
    manage: 'Administrar cuentas y funciones',
  },
  tells: {
    viewKept: 'Guardó una vista de una lista.',
    viewDropped: 'Quitó una vista de una lista.',
    houseSetUp: 'Fundó la casa.',
    accountOpened: 'Abrió una cuenta.',
    accountsImported: (count: number) => `Abrió ${count} cuentas desde una hoja.`,
    accountDisabled: 'Cerró una cuenta.',
    accountEnabled: 'Reabrió una cuenta.',
    accountForgotten: 'Se olvidó lo personal de una cuenta.',
    preferencesSet: 'Cambió sus preferencias.',
    invited: 'Envió una invitación.',
    resetAsked: 'Se envió una liga para elegir contraseña.',
    passwordSet: 'Cambió la contraseña de una cuenta.',
    signedIn: 'Inició sesión.',
    signedOut: 'Cerró sesión.',
    signInsEnded: (count: number) => `Se cerraron ${count} sesiones.`,
    presenceNoted: 'Sigue en sesión.',
    secondStepSet: 'Puso el segundo paso.',
    secondStepRemoved: 'Quitó el segundo paso.',
    recoveryCodeUsed: (left: number) => `Usó un código de recuperación; quedan ${left}.`,
    tokenCreated: 'Creó una clave para un programa.',
    tokenRevoked: 'Revocó una clave.',
    roleCreated: 'Creó una función.',
    roleChanged: 'Cambió una función.',
    roleGranted: (role: string) => `Dio la función ${role}.`,
    roleEnded: (role: string) => `Quitó la función ${role}.`,
    delegated: 'Delegó funciones.',
    delegationRevoked: 'Terminó una delegación.',
  },
}
export type IdentityWords = typeof es
