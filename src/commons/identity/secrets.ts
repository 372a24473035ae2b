import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { type Algorithm, hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import type { App } from '#kernel/app'

/**
 * A key of the house for one purpose. Commands cannot reach the house's keys, so whoever knocks hands it over as a
 * secret field: a thief with the database, or a program with a token, has none.
 */
export const houseKey = (app: Pick<App, 'keys'>, purpose: Purpose): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', app.keys.pepper, '', `identity.${purpose}`, 32))

type Purpose = 'second-step' | 'letter' | 'set-up' | 'ticket' | 'browser'

export const keyField = z.custom<Uint8Array>((raw) => raw instanceof Uint8Array && raw.length === 32)

export const macOf = (key: Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest()
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()
export const newToken = (): string => randomBytes(32).toString('base64url')

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

/** OWASP, Password Storage Cheat Sheet: Argon2id, 19 MiB, two passes, one lane. */
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), cost)

let nobodys: Promise<string> | undefined
/** Without a hash it works just as long and says no: nobody learns from the clock who has an account. */
export async function passwordMatches(stored: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(newToken())
  const matches = await verify(stored ?? (await nobodys), password.normalize('NFC'))
  return matches && typeof stored === 'string'
}

/** AES-256-GCM: 12 bytes of nonce, 16 of tag, then the secret. `bound` ties it to its row. */
export function seal(key: Uint8Array, secret: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}
export function unseal(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Crockford's base 32: what people copy by hand, without letters that look like numbers. */
export const spelled = (bytes: Uint8Array): string => Array.from(bytes, (byte) => letters[byte & 31]).join('')
/** As it was meant: without spaces or hyphens, and O for 0, I and L for 1. */
export const unspelled = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
