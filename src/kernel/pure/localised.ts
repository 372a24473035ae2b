// Addresses are written once, in Spanish. The English face of each lies under /en.

export const english = '/en'
/** Addresses that have no language: files, data, machines. */
const neutral = /^\/(?:en(?:\/|$)|recursos\/|api\/|archivos\/|vivo|\.well-known\/|\/)/

export const localised = (href: string, locale: 'es' | 'en'): string =>
  locale === 'es' || !href.startsWith('/') || neutral.test(href) ? href : href === '/' ? english : `${english}${href}`
