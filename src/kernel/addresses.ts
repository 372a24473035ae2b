import type { Context } from 'hono'
import type { Env } from './module.ts'
import { english, localised } from './pure/localised.ts'
import type { Locale } from './words.ts'

export function addressOf(url: string): { path: string; locale: Locale } {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  const end = url.indexOf('?', start)
  const sent = start < 0 ? '/' : url.slice(start, end < 0 ? undefined : end)
  // `//host` in a link would be another site.
  const whole = sent.replace(/^\/{2,}/, '/')
  if (whole === english) return { path: '/', locale: 'en' }
  if (whole.startsWith(`${english}/`)) return { path: decoded(whole.slice(english.length)), locale: 'en' }
  return { path: decoded(whole), locale: 'es' }
}

/** Router paths are compared decoded; an address that cannot be decoded is nobody's. */
function decoded(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURI(path)
  } catch {
    return '/%'
  }
}

/** The same page in the other language. */
export function otherLanguage(c: Context<Env>): string {
  const query = c.req.url.includes('?') ? c.req.url.slice(c.req.url.indexOf('?')) : ''
  return localised(c.req.path, c.var.locale === 'es' ? 'en' : 'es') + query
}

/** Carries links and forms of an English page over to English addresses. */
export const localiseLinks = (html: string): string =>
  html.replace(/ (href|action|formaction)="(\/[^"]*)"( hreflang="es")?/g, (whole, name, href, kept) =>
    kept ? whole : ` ${name}="${localised(href, 'en')}"`,
  )

export function localiseRedirect({ res: { headers } }: Context<Env>): void {
  const location = headers.get('location')
  if (location) headers.set('location', localised(location, 'en'))
}
