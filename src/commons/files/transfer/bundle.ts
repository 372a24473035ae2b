import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Zip, ZipPassThrough } from 'fflate/browser'
import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { missing } from '#kernel/refusals'
import type { Storage } from '#kernel/storage'
import { namesTag } from '../rules/ranges.ts'
import { dispositionOf } from '../rules/serving.ts'

export interface Bundled {
  readonly sha256: string
  readonly name: string
  readonly bytes: number
}
export interface Bundle {
  /** Under which it is saved. */
  readonly name: string
  /** Names the contents: with the same tag, the bundle is the same. */
  readonly tag: string
  /** Of every file inside, so that the same files always make the same bytes. */
  readonly at: Date
  readonly files: readonly Bundled[]
}

/** An archive without extensions says sizes and places in 32 bits (APPNOTE 6.3.10, 4.4.1.4). */
const mostBytes = 4_000_000_000

export const fitsBundle = (files: readonly Pick<Bundled, 'bytes'>[]): boolean =>
  files.reduce((sum, { bytes }) => sum + bytes, 0) < mostBytes

/** Where an archive says the fingerprints of what it holds, as `shasum -c` reads them. */
const sums = 'SHA256SUMS'

/** Several kept files as one archive, made while it is sent: no more than a piece of it is ever in memory. */
export async function serveBundle(c: Context<Env>, bundle: Bundle): Promise<Response> {
  const { storage } = c.var.app
  const tag = `"${bundle.tag}"`
  const headers = new Headers({ etag: tag, 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' })
  if (namesTag(c.req.header('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  const sizes = await Promise.all(bundle.files.map(({ sha256 }) => storage.sizeOf(sha256)))
  if (!fitsBundle(bundle.files) || bundle.files.some(({ bytes }, at) => sizes[at] !== bytes)) throw missing()
  headers.set('content-type', 'application/zip')
  headers.set('content-disposition', dispositionOf('attachment', bundle.name))
  headers.set('content-length', String(lengthOf(bundle)))
  if (c.req.method === 'HEAD') return new Response(null, { headers })
  const body = Readable.toWeb(Readable.from(archive(storage, bundle))) as ReadableStream<Uint8Array>
  return new Response(body, { headers })
}

/** Stored as they are: most published files are compressed already, and nobody waits for the machine. */
async function* archive(storage: Storage, { at, files }: Bundle): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const add = (name: string) => {
    const entry = new ZipPassThrough(name)
    entry.mtime = at
    zip.add(entry)
    return entry
  }
  for (const { sha256, name } of files) {
    const entry = add(name)
    for await (const chunk of storage.read(sha256)) {
      entry.push(chunk as Uint8Array)
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  add(sums).push(sumsOf(files), true)
  zip.end()
  yield* ready.splice(0)
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const sumsOf = (files: readonly Bundled[]) => utf8(files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join(''))

/** Header, sizes after the content, and line of the directory of each member; and the end of the directory. */
const [memberBytes, endBytes] = [30 + 16 + 46, 22]

/** Stored members make the length known before the first byte, so that a browser can say how much is left. */
function lengthOf({ files }: Bundle): number {
  const members = [...files, { name: sums, bytes: sumsOf(files).length }]
  return members.reduce((sum, { name, bytes }) => sum + memberBytes + 2 * utf8(name).length + bytes, endBytes)
}
