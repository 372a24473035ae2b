// What is asked of a text that was already sanitised: its HTML is regular, so that tags can be read one by one.

export type TextObjection =
  | { readonly code: 'empty' }
  | { readonly code: 'heading-order'; readonly text: string }
  | { readonly code: 'link-without-address'; readonly text: string }
  | { readonly code: 'link-without-text'; readonly text: string }
  | { readonly code: 'foreign-image' }
  | { readonly code: 'image-without-alternative'; readonly text: string }
  | { readonly code: 'alternative-too-long'; readonly text: string }
  | { readonly code: 'table-without-headers' }

/** An image of the portal's library. */
export const imageAddress = /^\/imagenes\/[0-9a-f]{64}$/
export const longestAlternative = 255

/** Everything that keeps the text from being read by all (WCAG 2.2: 1.1.1, 1.3.1, 2.4.4). */
export function objectionsToText(html: string): TextObjection[] {
  const empty = plainOf(html) === '' && imagesOf(html).length === 0
  return [
    ...(empty ? [{ code: 'empty' } as const] : []),
    ...headings(html),
    ...links(html),
    ...images(html),
    ...tables(html),
  ]
}

/** The page's title is its `h1`: its parts begin at `h2`, and none skips a level. */
function headings(html: string): TextObjection[] {
  const found = [...html.matchAll(/<h([2-4])>(.*?)<\/h\1>/gs)].map(([, level, inside]) => ({
    level: Number(level),
    text: plainOf(inside ?? ''),
  }))
  return found.flatMap(({ level, text }, at) =>
    level > (found[at - 1]?.level ?? 1) + 1 ? [{ code: 'heading-order', text } as const] : [],
  )
}

function links(html: string): TextObjection[] {
  return [...html.matchAll(/<a( href="[^"]*")?>(.*?)<\/a>/gs)].flatMap(([, href, inside = '']): TextObjection[] => {
    const text = plainOf(inside)
    if (!href) return [{ code: 'link-without-address', text }]
    const named = text !== '' || /<img [^>]*alt="[^"]+"/.test(inside)
    return named ? [] : [{ code: 'link-without-text', text: href.slice(7, -1) }]
  })
}

/** An empty `alt` declares the image decorative; a missing one is a mistake. */
function images(html: string): TextObjection[] {
  return [...html.matchAll(/<img\b([^>]*)>/g)].flatMap(([, attributes = '']): TextObjection[] => {
    const src = / src="([^"]*)"/.exec(attributes)?.[1]
    const alt = / alt="([^"]*)"/.exec(attributes)?.[1]
    if (src === undefined) return [{ code: 'foreign-image' }]
    if (alt === undefined) return [{ code: 'image-without-alternative', text: src }]
    return alt.length > longestAlternative ? [{ code: 'alternative-too-long', text: alt.slice(0, 60) }] : []
  })
}

const tables = (html: string): TextObjection[] =>
  html
    .split('<table>')
    .slice(1)
    .filter((table) => !table.slice(0, table.indexOf('</table>')).includes('<th '))
    .map(() => ({ code: 'table-without-headers' }))

/** Hashes of the images it shows, each once. */
export const imagesOf = (html: string): string[] => [
  ...new Set([...html.matchAll(/ src="\/imagenes\/([0-9a-f]{64})"/g)].map(([, hash = '']) => hash)),
]

/** Gives each image its size, so that the text does not jump while it loads. */
export const withSizes = (html: string, sizes: ReadonlyMap<string, { width: number; height: number }>): string =>
  html.replace(/<img src="\/imagenes\/([0-9a-f]{64})"/g, (whole, hash: string) => {
    const size = sizes.get(hash)
    return size ? `${whole} width="${size.width}" height="${size.height}" loading="lazy"` : whole
  })

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', amp: '&' }

/** The words alone. */
export const plainOf = (html: string): string =>
  html
    .replace(/<\/(?:p|h[2-4]|li|td|th|tr|blockquote|figcaption|caption)>|<br ?\/?>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|apos|nbsp|amp);/g, (_, name: string) => named[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** The first words, up to `most` characters, cut between words: for descriptions. */
export function opening(html: string, most = 160): string {
  const plain = plainOf(html)
  if (plain.length <= most) return plain
  const cut = plain.slice(0, most - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[,;:.\s]+$/, '')}…`
}
