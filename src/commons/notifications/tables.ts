import type { Generated } from 'kysely'
import type { Locale } from '#kernel/words'

export interface NotificationsTables {
  'notifications.notice': {
    id: Generated<number>
    account_id: number
    said_es: string
    said_en: string
    href: string
    at: Date
    read_at: Date | null
    mailed_at: Date | null
  }
  'notifications.preference': { account_id: number; by_mail: boolean }
  'notifications.subscription': {
    id: Generated<number>
    email: string
    section_id: number | null
    locale: Locale
    nonce: Uint8Array
    asked_at: Date
    confirmed_at: Date | null
    /** Everything published until then was sent. */
    sent_until: Date
  }
}
