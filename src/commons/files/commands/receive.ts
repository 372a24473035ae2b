import { z } from 'zod'
import type { Command, Work } from '#kernel/command'
import { optional, sha256, text } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import type { Kept } from '#kernel/storage'
import { inspectContents } from '../errands/inspect.ts'
import { contentsReceived } from '../events.ts'
import { extensionOf } from '../inspection/catalogue.ts'
import type { FilesTables } from '../tables.ts'
import { say } from '../words.ts'

type Desk = Work<FilesTables>

/** Of the name only its extension goes further: a name may tell of a person, and the ledger forgets nothing. */
const arrival = z
  .object({ sha256, bytes: z.coerce.number().int().min(0), name: optional(text(255)) })
  .transform(({ name, ...kept }) => ({ ...kept, extension: name ? extensionOf(name) : '' }))
type Arrival = z.infer<typeof arrival>

export const receive: Command<FilesTables, Arrival, Kept> = {
  name: 'files.receive',
  summary: 'Register a content that the storage already keeps. Once more is no more.',
  grant: 'files.receive',
  input: arrival,
  async run(work, input) {
    await register(work, [input])
    return { sha256: input.sha256, bytes: input.bytes }
  },
}

/** A folder of an import; beyond this, several commands. */
export const mostAtOnce = 500

const manyInput = z.object({ files: z.array(arrival).min(1).max(mostAtOnce) })
export const receiveMany: Command<FilesTables, z.infer<typeof manyInput>, { received: number }> = {
  name: 'files.receive-many',
  summary: 'Register up to 500 contents that the storage already keeps, for imports.',
  grant: 'files.receive',
  input: manyInput,
  async run(work, { files }) {
    const distinct = [...new Map(files.map((file) => [file.sha256, file])).values()]
    await register(work, distinct)
    return { received: distinct.length }
  },
}

/** One reviewer opens them one after another; a job must end well before its fifteen minutes do. */
const inspectedTogether = 10

async function register(work: Desk, files: readonly Arrival[]): Promise<void> {
  const { actor, now } = work
  const rows = await work.db
    .insertInto('files.blob')
    .values(files.map(({ sha256, bytes }) => blob(sha256, bytes, actor.id, now)))
    .onConflict((again) => again.column('sha256').doUpdateSet({ sent_at: now }))
    .returning(['sha256', 'bytes', 'erased_at', 'inspected_at'])
    .execute()
  await work.db
    .insertInto('files.sender')
    .values(files.map(({ sha256 }) => ({ sha256, account: actor.id })))
    .onConflict((again) => again.doNothing())
    .execute()
  const known = new Map(rows.map((row) => [row.sha256, row]))
  for (const { sha256, bytes } of files) {
    const row = known.get(sha256)
    if (row?.erased_at)
      throw new Refusal(
        'unlawful',
        say((words) => words.erased),
      )
    if (row?.bytes !== bytes)
      throw new Refusal(
        'invalid',
        say((words) => words.otherSize),
      )
  }
  const unseen = files.filter(({ sha256 }) => !known.get(sha256)?.inspected_at)
  for (let start = 0; start < unseen.length; start += inspectedTogether) {
    const contents = unseen.slice(start, start + inspectedTogether)
    work.later(inspectContents, { contents: contents.map(({ sha256, extension }) => ({ sha256, extension })) })
  }
  const sha256s = files.map(({ sha256 }) => sha256)
  work.announce(contentsReceived, { sha256s, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) })
}

const blob = (sha256: string, bytes: number, by: string, now: Date) => ({
  ...{ sha256, bytes, received_at: now, received_by: by, sent_at: now },
  ...{ mime: null, extension: null, family: null, pages: null, title: null, language: null, inspected_at: null },
  ...{ width_pixels: null, height_pixels: null },
  ...{ erasure_asked_at: null, erasure_asked_by: null, erased_at: null },
})
