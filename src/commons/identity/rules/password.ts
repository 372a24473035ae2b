export const leastPasswordCharacters = 12
export const mostPasswordCharacters = 200

export type PasswordFault = 'short' | 'long' | 'common' | 'own-name'

/**
 * NIST SP 800-63B, 5.1.1.2: length, and not among the first that are tried; no rules of composition. `own` is what
 * anybody knows of the person: names, address, institution.
 */
export function passwordFault(password: string, own: readonly string[]): PasswordFault | undefined {
  const length = [...password].length
  if (length < leastPasswordCharacters) return 'short'
  if (length > mostPasswordCharacters) return 'long'
  const bare = bared(password)
  if (isRepetition(bare) || isRun(bare) || common.some((word) => bare === word)) return 'common'
  const known = own.flatMap((text) => [text, text.split('@')[0] ?? '']).map(bared)
  return known.some((text) => text.length > 0 && restOf(bare, text) < 4) ? 'own-name' : undefined
}

/** Lower case, without accents, spaces or signs. */
const bared = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** How many characters a password has besides the known text; a password without it is all rest. */
const restOf = (password: string, known: string): number =>
  password.includes(known) ? password.length - known.length : password.length

const isRepetition = (text: string): boolean => /^(.{1,4}?)\1+$/.test(text)

function isRun(text: string): boolean {
  const steps = new Set<number>()
  for (let at = 1; at < text.length; at++) steps.add(text.charCodeAt(at) - text.charCodeAt(at - 1))
  return steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1)
}

/** The most common of twelve characters and more, in the languages spoken here, bared. */
const common: readonly string[] = (
  'passwordpassword password1234 password12345 password123456 contrasena123 contrasena1234 contrasena12345 ' +
  'contrasenacontrasena micontrasena1 micontrasena123 administrador administrador1 administrador123 ' +
  'administrator administrator1 administrator123 adminadmin123 adminadmin1234 admin1234567 admin12345678 ' +
  'qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiopasdf qwertyuiopasdfghjkl qwerty123456 qwerty1234567 ' +
  'asdfghjklzxcvbnm asdfghjkl123 1q2w3e4r5t6y 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 ' +
  'abcd12345678 abcdef123456 abc123abc123 a1b2c3d4e5f6 123456789abc 123456789012 1234567890123 12345678901234 ' +
  '123456789123 123456789123456789 1234567891011 098765432109 987654321098 123qweasdzxc qwe123asd456 ' +
  'iloveyou1234 iloveyouforever teamo1234567 tequieromucho teamomucho123 letmeinplease letmein12345 ' +
  'welcome12345 welcome123456 bienvenido123 bienvenido1234 bienvenidos123 mexico123456 vivamexico123 ' +
  'vivamexico1234 cambiame1234 cambiame12345 changeme1234 changeme12345 temporal1234 temporal12345 ' +
  'prueba123456 usuario12345 usuario123456 secreto12345 institucion123 pregonero123 pregonero1234 ' +
  'pregonero2026 pregonero12345 correcthorsebatterystaple footballfootball superman1234 superman12345'
).split(' ')
