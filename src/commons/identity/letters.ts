import type { Selectable } from 'kysely'
import type { App } from '#kernel/app'
import { localised } from '#kernel/pure/localised'
import type { Locale } from '#kernel/words'
import { houseKey, macOf, sameBytes } from './secrets.ts'
import type { IdentityTables } from './tables.ts'

export type Pass = Selectable<IdentityTables['identity.pass']>

/**
 * The token in a letter: the pass's number and a signature over its nonce. The database holds nothing from which it
 * could be made, and a letter that has to be sent again is the same letter.
 */
export const passToken = (key: Uint8Array, { id, nonce }: Pick<Pass, 'id' | 'nonce'>): string =>
  `${id}.${signatureOf(key, id, nonce).toString('base64url')}`

export const passNumber = (token: string): number | undefined => {
  const number = /^(\d{1,15})\.[\w-]{43}$/.exec(token)?.[1]
  return number ? Number(number) : undefined
}

export const passMatches = (key: Uint8Array, pass: Pick<Pass, 'id' | 'nonce'>, token: string): boolean =>
  sameBytes(signatureOf(key, pass.id, pass.nonce), Buffer.from(token.slice(token.indexOf('.') + 1), 'base64url'))

export const passIsOpen = (pass: Pick<Pass, 'used_at' | 'revoked_at' | 'expires_at'>, now: Date): boolean =>
  pass.used_at === null && pass.revoked_at === null && now < pass.expires_at

const signatureOf = (key: Uint8Array, id: number, nonce: Uint8Array): Buffer =>
  macOf(key, `${id}.${Buffer.from(nonce).toString('hex')}`)

const paths = { invitation: '/invitacion', reset: '/restablecer' }
export const passAddress = (app: App, pass: Pass, locale: Locale): string =>
  app.config.baseUrl + localised(`${paths[pass.kind]}/${passToken(houseKey(app, 'letter'), pass)}`, locale)
