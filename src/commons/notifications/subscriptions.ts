import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { App } from '#kernel/app'
import type { Reader } from '#kernel/database'
import { localised } from '#kernel/pure/localised'
import type { NotificationsTables } from './tables.ts'

export type Subscription = Selectable<NotificationsTables['notifications.subscription']>

/** What a letter's links carry: the number of the subscription and a signature over its nonce. */
export const keyOf = (pepper: Uint8Array, { id, nonce }: Pick<Subscription, 'id' | 'nonce'>): string =>
  `${id}.${signature(pepper, id, nonce).toString('base64url')}`

const signature = (pepper: Uint8Array, id: number, nonce: Uint8Array) =>
  createHmac('sha256', pepper).update(`subscription ${id} `).update(nonce).digest()

/** The subscription that a link names, if nobody made the link up. */
export async function subscriptionWith(app: App, key: string): Promise<Subscription | undefined> {
  const [, id, signed = ''] = /^(\d{1,15})\.([\w-]{43})$/.exec(key) ?? []
  const found = id ? await findSubscription(app, Number(id)) : undefined
  const good = found && signature(app.keys.pepper, found.id, found.nonce)
  return good && timingSafeEqual(good, Buffer.from(signed, 'base64url')) ? found : undefined
}

export const findSubscription = (reader: Reader, id: number): Promise<Subscription | undefined> =>
  reader
    .tables<NotificationsTables>()
    .selectFrom('notifications.subscription')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()

/** What was asked for a mailbox and waits for its owner's word. */
export const waitingFor = (reader: Reader, email: string): Promise<Subscription[]> =>
  reader
    .tables<NotificationsTables>()
    .selectFrom('notifications.subscription')
    .selectAll()
    .where('email', '=', email)
    .where('confirmed_at', 'is', null)
    .orderBy('id')
    .execute()

/** A letter's address to leave by: it proves itself, so that mail programs may post to it (RFC 8058). */
export const oneClick = /^\/suscripciones\/dejar\/[0-9]{1,15}\.[A-Za-z0-9_-]{43}$/

export const addressFor = (app: App, what: 'confirmar' | 'dejar', subscription: Subscription): string =>
  app.config.baseUrl + localised(`/suscripciones/${what}/${keyOf(app.keys.pepper, subscription)}`, subscription.locale)
