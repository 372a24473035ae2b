import type { App } from '#kernel/app'
import type { Said } from '#kernel/words'
import type { FilesTables } from '../tables.ts'
import type { FilesWords } from '../words.es.ts'
import { say } from '../words.ts'

const page = 500
/** So many contents are read at once: enough to keep a disk busy, and their hashes hold no memory. */
const together = 4

/** Every content that the register says it has, read again whole; nothing said means that each is what it was. */
export async function* verify(app: App): AsyncGenerator<Said> {
  for await (const rows of registered(app)) {
    for (let start = 0; start < rows.length; start += together) {
      const faults = await Promise.all(rows.slice(start, start + together).map((row) => faultOf(app, row)))
      yield* faults.filter((fault) => fault !== undefined)
    }
  }
}

type Row = Awaited<ReturnType<typeof rowsAfter>>[number]

async function* registered(app: App): AsyncGenerator<readonly Row[]> {
  for (let last = ''; ; ) {
    const rows = await rowsAfter(app, last)
    yield rows
    if (rows.length < page) return
    last = (rows.at(-1) as Row).sha256
  }
}

const rowsAfter = (app: App, last: string) =>
  app
    .tables<FilesTables>()
    .selectFrom('files.blob')
    .select(['sha256', 'bytes', 'erased_at'])
    .where('sha256', '>', last)
    .orderBy('sha256')
    .limit(page)
    .execute()

async function faultOf(app: App, { sha256, bytes, erased_at }: Row): Promise<Said | undefined> {
  const fault = (pick: (words: FilesWords['contentFaults']) => string): Said =>
    say((words) => words.contentFault(sha256, pick(words.contentFaults)))
  if (erased_at) return (await app.storage.has(sha256)) ? fault((said) => said.notErased) : undefined
  const kept = await app.storage.measure(sha256).catch((error: Error) => error)
  if (kept instanceof Error) return fault((said) => said.unreadable(kept.message))
  if (!kept) return fault((said) => said.lacking)
  if (kept.sha256 !== sha256) return fault((said) => said.changed(kept.sha256))
  return kept.bytes === bytes ? undefined : fault((said) => said.otherBytes(bytes, kept.bytes))
}
