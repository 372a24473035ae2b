import { createHmac } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { AnyCommand } from './command.ts'
import { canonicalJson } from './pure/canonical-json.ts'
import { conflict } from './refusals.ts'
import type { KernelTables } from './tables.ts'

/**
 * Claims a retry key in the transaction, or returns what its first use answered. A second knock with the same key
 * waits here for the first to commit, so that nothing is done twice.
 */
export async function recallReceipt(
  transaction: Transaction<KernelTables>,
  key: string,
  { name: command, secret = [] }: Pick<AnyCommand, 'name' | 'secret'>,
  actor: Actor,
  input: unknown,
  pepper: Uint8Array,
): Promise<{ output: unknown } | undefined> {
  const shown = Object.fromEntries(Object.entries(input ?? {}).filter(([name]) => !secret.includes(name)))
  // Keyed: what is personal in it could be guessed from a plain digest. What is secret is not in it at all.
  const digest = createHmac('sha256', pepper)
    .update(canonicalJson(JSON.parse(JSON.stringify(shown))))
    .digest('hex')
  const claimed = await transaction
    .insertInto('kernel.receipt')
    .values({ key, command, actor: actor.id, input_digest: digest, output: null, at: new Date() })
    .onConflict((clash) => clash.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  const earlier = await transaction.selectFrom('kernel.receipt').selectAll().where('key', '=', key).executeTakeFirst()
  const same = earlier?.command === command && earlier.actor === actor.id && earlier.input_digest === digest
  if (!earlier || !same) throw conflict((words) => words.keyReused)
  return { output: earlier.output === null ? undefined : JSON.parse(earlier.output) }
}

export async function rememberReceipt(transaction: Transaction<KernelTables>, key: string, output: unknown) {
  await transaction
    .updateTable('kernel.receipt')
    .set({ output: output === undefined ? null : JSON.stringify(output) })
    .where('key', '=', key)
    .execute()
}
