/** Types that a browser shows without running anything. Everything else is saved, never opened on our address. */
const shown = new Set([
  'application/pdf',
  'application/json',
  'application/geo+json',
  'text/plain',
  'text/csv',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'video/mp4',
  'video/ogg',
  'video/webm',
])

const essence = (mime: string) => mime.split(';', 1)[0]?.trim().toLowerCase() ?? ''

export const isShown = (mime: string): boolean => shown.has(essence(mime))

/** Types whose meaning depends on how their letters are written. */
export const needsCharset = (mime: string): boolean =>
  !/;\s*charset=/i.test(mime) && /^(?:text\/|application\/(?:json|geo\+json|xml)$|image\/svg\+xml$)/.test(essence(mime))

/**
 * An uploaded file speaks with our address: in a sandbox it has no origin, runs nothing and loads nothing. Viewers of
 * PDF do not work in a sandbox, and what is shown runs nothing by itself. Nothing inline, in either: decision 0015.
 */
export const policyFor = (mime: string): string =>
  isShown(mime)
    ? "default-src 'none'; img-src 'self' data:; media-src 'self'; object-src 'self'; frame-ancestors 'self'"
    : "sandbox; default-src 'none'; frame-ancestors 'none'"

/** RFC 6266 and 5987: the name in plain letters for old programs, and the true one in UTF-8. */
export function dispositionOf(kind: 'inline' | 'attachment', name: string): string {
  const whole = name.normalize('NFC').toWellFormed()
  const plain = whole
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["\\%/]/gu, '_')
  const exact = encodeURIComponent(whole).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`
}
