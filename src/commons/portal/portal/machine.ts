import { institutionOf } from '#commons/directory'
import { missing } from '#kernel/refusals'
import { asset } from '#ui'
import { homeOf } from '../queries/home.ts'
import type { C } from './speech.tsx'
import { escapeXml } from './xml.ts'

// What machines ask of a portal.

const largestPart = 50_000

/** Every public address, from every module, in the order of the modules. */
async function* addresses(c: C): AsyncGenerator<{ readonly path: string; readonly at: Date }> {
  for (const module of c.var.app.modules) if (module.sitemap) yield* module.sitemap(c.var.app)
}

/** The index of the parts (sitemaps.org 0.9): none holds more than 50,000 addresses. */
export async function sitemapIndex(c: C): Promise<Response> {
  let count = 0
  for await (const _ of addresses(c)) count++
  const parts = Array.from({ length: Math.max(1, Math.ceil(count / largestPart)) }, (_, at) => at + 1)
  const lines = parts.map((part) => `<sitemap><loc>${absolute(c, `/mapa-${part}.xml`)}</loc></sitemap>`)
  return xml(
    c,
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</sitemapindex>`,
  )
}

export async function sitemapPart(c: C): Promise<Response> {
  const part = Number(/^\/mapa-(\d{1,4})\.xml$/.exec(c.req.path)?.[1])
  const first = (part - 1) * largestPart
  const lines: string[] = []
  let at = -1
  for await (const address of addresses(c)) {
    at++
    if (at < first) continue
    if (at >= first + largestPart) break
    const changed = address.at.toISOString()
    lines.push(`<url><loc>${absolute(c, address.path)}</loc><lastmod>${changed}</lastmod></url>`)
  }
  if (!(part >= 1) || (lines.length === 0 && part > 1)) throw missing()
  return xml(c, `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>`)
}

export const robots = (c: C): Response =>
  text(c, ['User-agent: *', 'Disallow: /buscar', 'Disallow: /en/buscar', '', `Sitemap: ${absolute(c, '/sitemap.xml')}`])

const securityDays = 180

/** RFC 9116. Nobody is promised an answer from an address that was not given. */
export async function securityTxt(c: C): Promise<Response> {
  const { securityContact } = await homeOf(c.var.app)
  if (!securityContact) throw missing()
  const expires = new Date(c.var.app.clock().getTime() + securityDays * 86_400_000)
  expires.setUTCHours(0, 0, 0, 0)
  return text(c, [
    `Contact: ${securityContact}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: es, en',
    `Canonical: ${absolute(c, '/.well-known/security.txt')}`,
  ])
}

export async function manifest(c: C): Promise<Response> {
  const institution = await institutionOf(c.var.app)
  const name = institution?.name.es ?? 'Pregonero'
  c.header('cache-control', 'public, max-age=3600')
  c.header('content-type', 'application/manifest+json; charset=utf-8')
  return c.body(
    JSON.stringify({
      ...{ name, short_name: institution?.acronym || name, lang: 'es-MX', start_url: '/', display: 'browser' },
      icons: [{ src: asset('mark.svg'), sizes: 'any', type: 'image/svg+xml' }],
    }),
  )
}

export const favicon = (c: C): Response => c.redirect(asset('mark.svg'), 302)

const absolute = (c: C, path: string): string => escapeXml(c.var.app.config.baseUrl + encodeURI(path))

function xml(c: C, body: string): Response {
  c.header('content-type', 'application/xml; charset=utf-8')
  c.header('cache-control', 'public, max-age=600')
  return c.body(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`)
}

function text(c: C, lines: readonly string[]): Response {
  c.header('content-type', 'text/plain; charset=utf-8')
  c.header('cache-control', 'public, max-age=3600')
  return c.body(`${lines.join('\n')}\n`)
}
