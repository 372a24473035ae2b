import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { missing } from '#kernel/refusals'
import { namesTag, type Range, rangeOf } from '../rules/ranges.ts'
import { dispositionOf, isShown, needsCharset, policyFor } from '../rules/serving.ts'
import { charsetOf } from './charset.ts'

export interface Served {
  readonly sha256: string
  /** Under which it is saved. */
  readonly name: string
  /** As inspection found it, not as the uploader said. */
  readonly mime: string
  readonly bytes: number
  /** Its address names its contents: it may be kept for a year and by anybody. */
  readonly immutable?: boolean
  /** Saved even if it could be shown. */
  readonly download?: boolean
}

/** Streams a kept file: whole or a single range, 304, 416, HEAD. What could run is saved and boxed in. Throws missing. */
export async function serveFile(c: Context<Env>, file: Served): Promise<Response> {
  const { storage } = c.var.app
  const tag = `"${file.sha256}"`
  const headers = new Headers({
    etag: tag,
    'accept-ranges': 'bytes',
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'private, no-cache',
    'content-security-policy': policyFor(file.mime),
    'x-content-type-options': 'nosniff',
  })
  if (namesTag(c.req.header('if-none-match'), tag)) return new Response(null, { status: 304, headers })
  if ((await storage.sizeOf(file.sha256)) !== file.bytes) throw missing()

  const saved = file.download || !isShown(file.mime)
  headers.set('content-disposition', dispositionOf(saved ? 'attachment' : 'inline', file.name))
  const range = conditionHolds(c, tag) ? rangeOf(c.req.header('range'), file.bytes) : 'whole'
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${file.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('content-type', await typeOf(c, file))
  return range === 'whole' ? whole(c, file, headers) : part(c, file, headers, range)
}

/** A range of another edition of the file would be a lie: with If-Range, only for the very same (strong comparison). */
const conditionHolds = (c: Context<Env>, tag: string) => [undefined, tag].includes(c.req.header('if-range'))

async function typeOf(c: Context<Env>, { mime, sha256, bytes }: Served): Promise<string> {
  return needsCharset(mime) ? `${mime}; charset=${await charsetOf(c.var.app.storage, sha256, bytes)}` : mime
}

function whole(c: Context<Env>, { sha256, bytes }: Served, headers: Headers): Response {
  headers.set('content-length', String(bytes))
  return new Response(bodyOf(c, sha256), { status: 200, headers })
}

function part(c: Context<Env>, { sha256, bytes }: Served, headers: Headers, range: Range): Response {
  headers.set('content-length', String(range.end - range.start + 1))
  headers.set('content-range', `bytes ${range.start}-${range.end}/${bytes}`)
  return new Response(bodyOf(c, sha256, range), { status: 206, headers })
}

/** Of a HEAD nobody would read the stream, and its file would stay open. */
function bodyOf(c: Context<Env>, sha256: string, range?: Range): ReadableStream<Uint8Array> | null {
  if (c.req.method === 'HEAD') return null
  return Readable.toWeb(c.var.app.storage.read(sha256, range)) as ReadableStream<Uint8Array>
}
