import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { formFor, matches, type PageCache } from './page-cache.ts'
import type { StaticFile } from './static-files.ts'

/** What the server asks, in this order: files of the build, pages that it keeps, and the house itself. */
export interface Served {
  readonly files: ReadonlyMap<string, StaticFile>
  /** Absent while the house is being made ready. */
  pages?: PageCache | undefined
  fetch(request: Request, connection: object): Response | Promise<Response>
}

export interface WebServer {
  readonly port: number
  /** Takes no more requests, ends those in hand, and cuts the open streams after a moment. */
  stop(): Promise<void>
}

const assetsAt = '/recursos/'
/** A line on which nothing moves for this long is cut; the bell pulses, and uploads go on where they were. */
const silenceMilliseconds = 300_000
const graceMilliseconds = 5_000

export async function startServer(served: Served, host: string, port: number): Promise<WebServer> {
  const listener = getRequestListener((request, connection) => served.fetch(request, connection))
  const server = createServer((incoming, outgoing) => {
    if (!serveKept(served, incoming, outgoing)) void listener(incoming, outgoing)
  })
  // A large upload over a slow line takes as long as it takes; a request line that never ends does not.
  server.requestTimeout = 0
  server.headersTimeout = 30_000
  server.setTimeout(silenceMilliseconds)
  await listen(server, host, port)
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

/** No name of a host or of a port that is taken is a bug: it is said, and the house does not start. */
const listen = (server: Server, host: string, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

/** The short way, for whoever has not said who they are: no routing, no rendering, no copies. */
function serveKept(served: Served, { method, url = '/', headers }: IncomingMessage, outgoing: ServerResponse): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  if (url.startsWith(assetsAt)) return serveFile(served.files.get(url.slice(assetsAt.length)), headers, outgoing)
  if (headers.cookie !== undefined || headers.authorization !== undefined) return false
  const page = served.pages?.find(url)
  if (!page) return false
  if (matches(headers['if-none-match'], page.etag)) {
    outgoing.writeHead(304, page.headers).end()
    return true
  }
  const form = formFor(page, String(headers['accept-encoding'] ?? ''))
  outgoing.writeHead(200, form.headers)
  outgoing.end(method === 'HEAD' ? undefined : form.body)
  return true
}

function serveFile(
  file: StaticFile | undefined,
  headers: IncomingMessage['headers'],
  outgoing: ServerResponse,
): boolean {
  if (!file) return false
  const accepted = String(headers['accept-encoding'] ?? '')
  const encoding =
    file.br && /\bbr\b/.test(accepted) ? 'br' : file.gzip && /\bgzip\b/.test(accepted) ? 'gzip' : undefined
  const body = file[encoding ?? 'identity'] as Buffer
  const about = {
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    etag: file.etag,
  }
  if (matches(headers['if-none-match'], file.etag)) {
    outgoing.writeHead(304, about).end()
    return true
  }
  const coded = encoding ? { 'content-encoding': encoding } : {}
  outgoing.writeHead(200, { ...about, ...coded, 'content-length': body.length }).end(body)
  return true
}
