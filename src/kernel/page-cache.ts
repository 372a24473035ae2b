import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import type { App } from './app.ts'
import type { Env } from './module.ts'

const mostBytes = 64_000_000
/** Things that begin or end by the clock alone show within this long. */
const lastsMilliseconds = 60_000
const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

type Encoding = 'identity' | 'gzip' | 'br'

/** What one reader is sent, as it goes out. */
interface Form {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string | number>>
}

/** A page as its reader gets it, in the encodings that were asked for so far. */
export interface KeptPage {
  readonly version: string
  readonly until: number
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  readonly forms: { identity: Form; gzip?: Form; br?: Form }
}

export interface PageCache {
  /** The page at this address for a visitor, while nothing it was made of has changed. */
  find(address: string): KeptPage | undefined
  keep(address: string, version: string, headers: Headers, body: Buffer): KeptPage
  /** What every public page is made of: the build and what each module shows. */
  version(): string
}

/**
 * Pages that every visitor sees alike. The version is that of the build, of the ledger entries of each module that
 * faces the public, and of what they derive; the address carries the language, and only visitors are served from here.
 */
export function openPageCache(app: Pick<App, 'modules' | 'versions' | 'clock'>, build: string): PageCache {
  const pages = new Map<string, KeptPage>()
  const facing = app.modules.filter(({ facesPublic }) => facesPublic)
  const names = facing.map(({ name }) => name)
  let bytes = 0

  const version = () => {
    const derived = facing.map(({ facesPublic }) => (typeof facesPublic === 'function' ? facesPublic() : ''))
    return `${build} ${app.versions.of(names)} ${derived.join('.')}`
  }
  const drop = (address: string, page: KeptPage) => {
    pages.delete(address)
    bytes -= sizeOf(page)
  }
  return {
    version,
    find(address) {
      const page = pages.get(address)
      if (!page) return undefined
      if (page.until > app.clock().getTime() && page.version === version()) return page
      drop(address, page)
      return undefined
    },
    keep(address, version, headers, body) {
      const before = pages.get(address)
      if (before) drop(address, before)
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
      const kept = { ...Object.fromEntries([...headers].filter(([name]) => name !== 'content-length')), etag }
      const page: KeptPage = {
        ...{ version, until: app.clock().getTime() + lastsMilliseconds, etag, headers: kept },
        forms: { identity: { body, headers: { ...kept, 'content-length': body.length } } },
      }
      pages.set(address, page)
      bytes += sizeOf(page)
      for (const [oldest, other] of pages) {
        if (bytes <= mostBytes) break
        drop(oldest, other)
      }
      return page
    },
  }
}

/** Compressed forms come later and are counted from the start: text shrinks to a fifth at least. */
const sizeOf = ({ forms, headers }: KeptPage) =>
  forms.identity.body.length * 1.4 + Object.keys(headers).length * 60 + 300

/** Marks the route's page as one that every visitor sees alike. */
export async function lasting(c: Context<Env>, next: () => Promise<void>): Promise<void> {
  c.set('pageVersion', c.var.app.pages.version())
  await next()
}

/** Keeps what a lasting route drew, with the tag by which browsers ask again; undefined: not for everybody. */
export function keepPage(c: Context<Env>, html: string): Response | undefined {
  const { pageVersion, actor, app } = c.var
  if (pageVersion === undefined) return undefined
  if (actor.id !== 'visitor' || c.res.status !== 200 || c.res.headers.has('set-cookie')) return undefined
  c.res.headers.set('cache-control', 'public, no-cache')
  c.res.headers.set('vary', 'accept-encoding, cookie, authorization')
  const page = app.pages.keep(addressIn(c.req.url), pageVersion, c.res.headers, Buffer.from(html))
  return responseOf(page, c.req.header('if-none-match'))
}

/** Answers a visitor from what is kept, if it is there. */
export async function servePage(c: Context<Env>, next: () => Promise<void>): Promise<Response | undefined> {
  if (c.req.method === 'GET' && c.var.actor.id === 'visitor') {
    const page = c.var.app.pages.find(addressIn(c.req.url))
    if (page) {
      c.set('pageKept', true)
      return responseOf(page, c.req.header('if-none-match'))
    }
  }
  await next()
  return undefined
}

const responseOf = (page: KeptPage, asked: string | undefined): Response => {
  const { headers } = page
  return matches(asked, page.etag)
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(page.forms.identity.body), { headers })
}

export const matches = (asked: string | undefined, etag: string): boolean =>
  (asked ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)

/** Path and query of a request's absolute address. */
const addressIn = (url: string) => url.slice(url.indexOf('/', url.indexOf('://') + 3))

/** The page in the best encoding that the reader takes; a form not yet made is made for the next reader. */
export function formFor(page: KeptPage, accepted: string): Form {
  const wanted: Encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
  const ready = page.forms[wanted]
  if (ready) return ready
  void compress(page, wanted)
  return page.forms.identity
}

const underway = new WeakSet<KeptPage>()
async function compress(page: KeptPage, encoding: Encoding): Promise<void> {
  if (encoding === 'identity' || underway.has(page)) return
  underway.add(page)
  const { body: identity } = page.forms.identity
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
  const body = await (encoding === 'br' ? brotli(identity, quality) : gzipped(identity))
  const coded = { 'content-encoding': encoding, 'content-length': body.length }
  page.forms[encoding] = { body, headers: { ...page.headers, ...coded } }
  underway.delete(page)
}
