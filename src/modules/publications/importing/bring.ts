import { zoneOf } from '#commons/directory'
import { receiveAllKept } from '#commons/files'
import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import { instantOf } from '#kernel/pure/dates'
import { importDocuments, mostInBatch } from '../commands/importing.ts'
import type { ImportLine } from './sheet.ts'

export interface Brought {
  readonly batches: readonly number[]
  readonly documents: number
}

/** Keeps the files and brings the documents in, batch by batch: one transaction each. */
export async function bringIn(
  app: App,
  actor: Actor,
  source: string,
  lines: readonly ImportLine[],
  open: (path: string) => AsyncIterable<Uint8Array>,
  tell: (done: number, total: number) => void = () => {},
): Promise<Brought> {
  const zone = await zoneOf(app)
  const batches: number[] = []
  for (let start = 0; start < lines.length; start += mostInBatch) {
    const some = lines.slice(start, start + mostInBatch)
    const documents = []
    const kept = []
    for (const line of some) {
      const files = []
      for (const path of line.files) {
        const file = { ...(await app.storage.keep(open(path))), name: path.split('/').at(-1) ?? path }
        kept.push(file)
        files.push({ sha256: file.sha256, name: file.name })
      }
      const { title, summary, area, section, ground, reference, reviewOn, oldAddress } = line
      // At noon of its day: old records know no hour.
      const publishedAt = instantOf(line.publishedOn, '12:00', zone).toISOString()
      documents.push({ title, summary, area, section, ground, reference, publishedAt, reviewOn, files, oldAddress })
      tell(start + documents.length, lines.length)
    }
    await receiveAllKept(app, actor, kept)
    const { batch } = await perform(app, importDocuments, actor, { source, documents })
    batches.push(batch)
  }
  return { batches, documents: lines.length }
}
