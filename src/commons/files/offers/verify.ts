import type { App } from '#kernel/app'
import type { FilesTables } from '../tables.ts'

const page = 500
/** So many contents are read at once: enough to keep a disk busy, and their hashes hold no memory. */
const together = 4

/** Every content that the register says it has, read again whole; nothing said means that each is what it was. */
export async function* verify(app: App): AsyncGenerator<string> {
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

async function faultOf(app: App, { sha256, bytes, erased_at }: Row): Promise<string | undefined> {
  const name = `files.blob ${sha256}`
  if (erased_at)
    return (await app.storage.has(sha256)) ? `${name}: it was erased, and its bytes are still there.` : undefined
  const kept = await app.storage.measure(sha256).catch((error: Error) => error)
  if (kept instanceof Error) return `${name}: its bytes cannot be read (${kept.message}).`
  if (!kept) return `${name}: the library lacks its bytes.`
  if (kept.sha256 !== sha256) return `${name}: its bytes were changed; they hash to ${kept.sha256} now.`
  return kept.bytes === bytes ? undefined : `${name}: the register says ${bytes} bytes, and there are ${kept.bytes}.`
}
