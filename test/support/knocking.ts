import { randomBytes } from 'node:crypto'
import { actorOfEmail, atTheDoor } from '#commons/identity'
import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import type { Door } from '#kernel/doors'
import { perform } from '#kernel/perform'
import type { Furnished } from './furnished.ts'

/** Somebody who knocks: who they are for the house, and the cookie that says so. */
export interface Knocking {
  readonly name: string
  readonly actor: Actor
  readonly cookie: string | undefined
}

const said = (app: App, name: string, input: unknown, actor = app.steward): Promise<unknown> => {
  const command = app.commands.get(name)
  if (!command) throw new Error(`${name} is no command.`)
  return perform(app, command, actor, input)
}

/** A new person with this role alone, everywhere or in one area, signed in. */
export async function someoneWith(app: App, role: { id: number; key: string }, area?: number): Promise<Knocking> {
  const name = `${role.key}${area ?? ''}`
  const email = `${name}@doors.example`
  const opened = await said(app, 'identity.open-account', { givenNames: 'Alguien', familyNames: name, email })
  const { account } = opened as { account: number }
  await said(app, 'identity.grant-role', { account, role: role.id, ...(area ? { area } : {}) })
  const token = randomBytes(32).toString('base64url')
  const signIn = { account, token, address: '', browser: 'Firefox', secondStep: false }
  await said(app, 'identity.sign-in', signIn, atTheDoor)
  const actor = await actorOfEmail(app, email)
  if (!actor) throw new Error(`${name} did not come in.`)
  return { name, actor, cookie: `pregonero=${token}` }
}

/** An address of the pattern, of things that the furnished institution has where it has them. */
export const addressOf = (path: string) =>
  path
    .replaceAll(/:folio(\{(?:[^{}]|\{[^{}]*\})*\})?/g, folioOfPpp)
    .replaceAll(/:key\{[^}]*\}[^}]*\}/g, `1.${'A'.repeat(43)}`)
    .replaceAll(/:year\{[^/]*/g, '2026')
    .replaceAll(/:upload\{[^/]*/g, 'a'.repeat(32))
    .replaceAll(/:sha256(\{[^/]*)?/g, 'a'.repeat(64))
    .replaceAll(/:citation\{[^/]*/g, 'cita.bib')
    .replaceAll(/:theme\{[^/]*/g, 'tema-0.css')
    .replaceAll(/:part\{[^/]*/g, 'mapa-1.xml')
    .replaceAll(/:\w+(\{(?:[^{}]|\{[^{}]*\})*\})?/g, '1')
    .replaceAll('*', 'x')
/** A request of that area which is in review. */
export const folioOfPpp = 'SP-2026-000003'

/** What the door answers. A body that cannot be read is refused behind the guard and before anything is done. */
export async function knock(
  house: Furnished,
  { method, path }: Door,
  cookie: string | undefined,
  body: 'empty' | 'unreadable',
) {
  const json = path.startsWith('/api/') || body === 'unreadable'
  const headers = {
    // A refusal in JSON is the same refusal, and no page is drawn for it.
    accept: 'application/json',
    ...(cookie ? { cookie } : {}),
    ...(json ? { 'content-type': 'application/json' } : { 'content-type': 'application/x-www-form-urlencoded' }),
  }
  const sent = body === 'unreadable' ? '[' : json ? '{}' : ''
  const { status, headers: answered } = await house.request(addressOf(path), undefined, {
    ...{ method, headers },
    ...(method === 'GET' ? {} : { body: sent }),
  })
  return {
    status,
    shut: status === 401 || status === 403 || (answered.get('location')?.startsWith('/entrar?volver=') ?? false),
  }
}
