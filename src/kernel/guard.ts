import type { Context, Next } from 'hono'
import type { Env } from './module.ts'
import { Refusal } from './refusal.ts'
import { missing, say } from './refusals.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** A page may load only what the house serves, be framed by nobody, and tell nobody where its reader came from. */
export async function secureHeaders(c: Context<Env>, next: Next): Promise<void> {
  await next()
  const { headers } = c.res
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  if (c.var.app.config.baseUrl.startsWith('https:')) {
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store')
}

/**
 * A browser says where a request was born; a write born on another site is refused. Programs that send a token
 * say nothing and carry no cookie, so that there is nothing to forge; browsers send other credentials by themselves.
 */
export async function refuseCrossSite(c: Context<Env>, next: Next): Promise<void> {
  const writes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
  if (writes && !/^Bearer /i.test(c.req.header('authorization') ?? '') && !bornHere(c)) {
    throw new Refusal(
      'forbidden',
      say((words) => words.crossSite),
    )
  }
  await next()
}

function bornHere(c: Context<Env>): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  return origin !== undefined && (origin === c.var.app.config.baseUrl || origin === new URL(c.req.url).origin)
}

/** No address of the house holds a null, and databases choke on it: whoever writes one looks for a hole. */
export async function refuseNulls(c: Context<Env>, next: Next): Promise<void> {
  if (/%(?:25)*00/.test(c.req.url) || decodedTwice(c.req.path).includes('\0')) throw missing()
  await next()
}

/** The router decodes an address once to find its route, and once more each part that a route names. */
function decodedTwice(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
