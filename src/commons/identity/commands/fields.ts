import { z } from 'zod'
import { passwordFault } from '../rules/password.ts'
import { objection } from '../words.ts'

/** As it was typed: a password is not trimmed. */
export const password = z.string().min(1).max(1000)

/** Throws what is wrong with a new password, at its field. */
export function refuseWeak(chosen: string, own: readonly string[], field = 'password'): void {
  const fault = passwordFault(chosen, own)
  if (fault) throw objection('invalid', field, (words) => words.passwordFaults[fault])
}
