import { decodeEntities } from './entities.ts'

export type Token =
  | { readonly kind: 'open'; readonly name: string; readonly rest: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'doctype' | 'instruction'; readonly text: string }
  | { readonly kind: 'broken'; readonly text: string }

/** Elements whose contents HTML takes as they are. */
const rawElements = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noframes'])

/**
 * Walks XML or HTML without building a tree and without expanding the document's own entities, so that no document
 * can grow while it is read. Whatever cannot be read as a tag comes out as `broken`.
 */
export function* tokens(source: string, html = false): Generator<Token> {
  let place = 0
  while (place < source.length) {
    const start = source.indexOf('<', place)
    const text = source.slice(place, start < 0 ? undefined : start)
    if (text) yield { kind: 'text', text: decodeEntities(text) }
    if (start < 0) return
    const [token, end] = special(source, start) ?? tag(source, start)
    if (token) yield token
    place = end
    if (!html || token?.kind !== 'open' || !rawElements.has(token.name.toLowerCase())) continue
    const close = closeOf(source, token.name, place)
    if (close > place) yield { kind: 'text', text: decodeEntities(source.slice(place, close)) }
    place = close
  }
}

const closeOf = (source: string, name: string, from: number) => {
  const pattern = new RegExp(`</${name}`, 'gi')
  pattern.lastIndex = from
  return pattern.exec(source)?.index ?? source.length
}

/** The attributes of an opening tag, by name as written; null when they are not well-formed XML. */
export const attributesOf = (rest: string): ReadonlyMap<string, string> | null => {
  const attributes = new Map<string, string>()
  const pattern = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')|\s+$/y
  while (pattern.lastIndex < rest.length) {
    const found = pattern.exec(rest)
    if (!found) return null
    if (found[1]) attributes.set(found[1], decodeEntities(found[2] ?? found[3] ?? ''))
  }
  return attributes
}

/** `w:p` → `p` */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

type Step = readonly [token: Token | null, end: number]

const special = (source: string, start: number): Step | null => {
  const until = (mark: string, from: number) => {
    const end = source.indexOf(mark, from)
    return end < 0 ? source.length : end + mark.length
  }
  if (source.startsWith('<!--', start)) return [null, until('-->', start + 4)]
  if (source.startsWith('<![CDATA[', start)) {
    const end = until(']]>', start + 9)
    return [{ kind: 'text', text: source.slice(start + 9, end).replace(/\]\]>$/, '') }, end]
  }
  if (source.startsWith('<?', start)) {
    const end = until('?>', start + 2)
    return [{ kind: 'instruction', text: source.slice(start, end) }, end]
  }
  if (!source.startsWith('<!', start)) return null
  const close = until('>', start)
  const subset = source.slice(start, close).indexOf('[')
  const end = subset < 0 ? close : until('>', until(']', start + subset))
  return [{ kind: 'doctype', text: source.slice(start, end) }, end]
}

const tag = (source: string, start: number): Step => {
  const sample = source.slice(start, start + 80)
  const name = /^<\/?([A-Za-z_:][^\s/>"'=<]*)/.exec(sample)?.[1]
  if (!name) return [{ kind: 'broken', text: sample }, start + 1]
  const end = tagEnd(source, start + 1)
  if (end < 0) return [{ kind: 'broken', text: sample }, source.length]
  const inside = source.slice(start + 1, end)
  if (inside.startsWith('/')) return [{ kind: 'close', name }, end + 1]
  const empty = inside.endsWith('/')
  return [{ kind: 'open', name, rest: inside.slice(name.length, empty ? -1 : undefined), empty }, end + 1]
}

/** The `>` that ends a tag, past those inside quotes. */
const tagEnd = (source: string, from: number): number => {
  for (let place = from; place < source.length; place++) {
    const character = source[place]
    if (character === '>') return place
    if (character !== '"' && character !== "'") continue
    place = source.indexOf(character, place + 1)
    if (place < 0) return -1
  }
  return -1
}
