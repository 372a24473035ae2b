import type { ColumnType, Generated } from 'kysely'
import type { Locale } from '#kernel/words'
import type { Theme } from './rules/account.ts'

/** Written once, at insertion. */
type Fixed<Value> = ColumnType<Value, Value, never>

export interface IdentityTables {
  'identity.account': {
    id: Generated<number>
    person_id: Fixed<number>
    email: string
    /** Argon2id in PHC form; null until the invitation is accepted. */
    password_hash: string | null
    password_set_at: Date | null
    locale: Generated<Locale>
    theme: Generated<Theme>
    created_at: Fixed<Date>
    created_by: Fixed<string>
    disabled_at: Date | null
    disabled_by: string | null
  }
  'identity.totp': {
    account_id: number
    secret: Uint8Array
    created_at: Date
    confirmed_at: Date | null
    last_step: Generated<number>
  }
  'identity.recovery_code': { account_id: number; digest: Uint8Array; used_at: Date | null }
  'identity.role': {
    id: Generated<number>
    key: Fixed<string>
    name_es: string
    name_en: string
    grants: string[]
    version: Generated<number>
  }
  'identity.role_holding': {
    id: Generated<number>
    account_id: number
    role_id: number
    /** Null: everywhere. */
    area_id: number | null
    valid_from: string
    valid_to: string | null
    granted_by: Fixed<string>
    granted_at: Fixed<Date>
  }
  'identity.delegation': {
    id: Generated<number>
    from_account_id: number
    to_account_id: number
    valid_from: string
    valid_to: string
    reason: string
    created_at: Fixed<Date>
    created_by: Fixed<string>
    revoked_at: Date | null
  }
  'identity.delegated_holding': { delegation_id: number; holding_id: number }
  'identity.sign_in': {
    id: Generated<number>
    digest: Fixed<Uint8Array>
    account_id: number
    created_at: Fixed<Date>
    seen_at: Date
    ended_at: Date | null
    address_digest: string
    browser: string
    second_step: boolean
  }
  'identity.pass': {
    id: Generated<number>
    kind: Fixed<'invitation' | 'reset'>
    account_id: Fixed<number>
    nonce: Fixed<Uint8Array>
    created_at: Fixed<Date>
    created_by: Fixed<string>
    expires_at: Fixed<Date>
    used_at: Date | null
    revoked_at: Date | null
  }
  'identity.token': {
    id: Generated<number>
    account_id: number
    label: string
    digest: Fixed<Uint8Array>
    grants: string[]
    areas: number[]
    created_at: Fixed<Date>
    expires_at: Fixed<Date>
    used_at: Date | null
    revoked_at: Date | null
  }
  'identity.saved_view': {
    id: Generated<number>
    account_id: Fixed<number>
    list: Fixed<string>
    name: Fixed<string>
    query: string
    created_at: Fixed<Date>
  }
}
