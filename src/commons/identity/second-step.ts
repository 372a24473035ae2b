import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'
import { stepSeconds, tolerance } from './rules/second-step.ts'

const totp = (secret: Uint8Array, issuer = 'Pregonero', label = '') =>
  new TOTP({
    ...{ issuer, label, algorithm: 'SHA1', digits: 6, period: stepSeconds },
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
  })

/** The step that a code belongs to, near this one; undefined if it is none of theirs. */
export function codeStep(secret: Uint8Array, code: string, step: number): number | undefined {
  const delta = totp(secret).validate({ token: code, timestamp: step * stepSeconds * 1000, window: tolerance })
  return delta === null ? undefined : step + delta
}

/** For the authenticator: what it opens, and what a person types. */
export function enrolment(secret: Uint8Array, issuer: string, label: string): { uri: string; typed: string } {
  const made = totp(secret, issuer, label)
  return { uri: made.toString(), typed: made.secret.base32.match(/.{1,4}/g)?.join(' ') ?? '' }
}

/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const quietModules = 4

/** The address as a QR code: how many modules a side has, and the dark ones as the path of a drawing. */
export function qrOf(uri: string): { size: number; path: string } {
  const { data, size } = encode(uri, { ecc: 'M', border: quietModules })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return { size, path: dark.join('') }
}
