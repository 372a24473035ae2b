import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import { Refusal } from '#kernel/refusal'
import type { Kept } from '#kernel/storage'
import { mostAtOnce, receive, receiveMany } from '../commands/receive.ts'
import { say } from '../words.ts'

/**
 * Registers what the storage keeps, after asking it: a command cannot touch the disk, and a row without bytes is a
 * promise that the library cannot keep. Everything that comes in, comes in here.
 */
export async function receiveKept(app: App, actor: Actor, file: Kept & { readonly name?: string }): Promise<Kept> {
  await mustKeep(app, file)
  return perform(app, receive, actor, file)
}

/** The same for an import: any number, five hundred to a command. */
export async function receiveAllKept(
  app: App,
  actor: Actor,
  files: readonly (Kept & { readonly name?: string })[],
): Promise<void> {
  for (const file of files) await mustKeep(app, file)
  for (let start = 0; start < files.length; start += mostAtOnce) {
    await perform(app, receiveMany, actor, { files: files.slice(start, start + mostAtOnce) })
  }
}

async function mustKeep(app: App, { sha256, bytes }: Kept): Promise<void> {
  const kept = await app.storage.sizeOf(sha256)
  if (kept === undefined)
    throw new Refusal(
      'missing',
      say((words) => words.notKept),
    )
  if (kept !== bytes)
    throw new Refusal(
      'invalid',
      say((words) => words.otherSize),
    )
}
