import { fold } from '#kernel/pure/text'

// One spelling for what people take for the same word. The index and the query are both brought to it, so that the
// stemmer of PostgreSQL, which takes «acta» and «actas» for two words and minds accents, is given one.

const word = /[a-z0-9]+/g

/** Without accents, in the singular; a number without the zeros before it. */
export function singular(spelt: string): string {
  if (/^\d+$/.test(spelt)) return spelt.replace(/^0+(?=\d)/, '')
  if (spelt.endsWith('z')) return `${spelt.slice(0, -1)}c`
  if (spelt.length <= 3 || /\d/.test(spelt)) return spelt
  if (/[^aeiou]es$/.test(spelt)) {
    const last = spelt.slice(0, -2)
    // «intereses» and «interés», but «meses» and «mes».
    return last.length > 4 ? last.replace(/es$/, '') : last
  }
  return spelt.replace(/([aeo]|[^aeious])s$/, '$1').replace(/([^aeiou])e$/, '$1')
}

export const wordsOf = (text: string): readonly string[] => fold(text).match(word) ?? []

/** A text as the index keeps it. */
export const plain = (text: string): string => wordsOf(text).map(singular).join(' ')

/** What was asked, for `websearch_to_tsquery`: what is joined by signs, as a folio is, stands together. */
export function askedOf(query: string): string {
  const parts = fold(query).match(/-?"[^"]*"?|\S+/g) ?? []
  return parts
    .map((part) => ({ minus: /^-["a-z]/.test(part) ? '-' : '', words: plain(part) }))
    .filter(({ words }) => words !== '')
    .map(({ minus, words }) => `${minus}${words.includes(' ') ? `"${words}"` : words}`)
    .join(' ')
}

const shortest = 4
const mostWords = 8

/** The words that may be mistyped: short ones and numbers are alike too easily. */
export const doubtful = (query: string): readonly string[] =>
  wordsOf(query)
    .slice(0, mostWords)
    .filter((each) => each.length >= shortest && !/\d/.test(each))

/** The query with each unknown word put as the nearest known one; nothing when none is truly near. */
export function corrected(query: string, known: ReadonlySet<string>): string | undefined {
  const doubts = new Set(doubtful(query))
  let mended = false
  const words = wordsOf(query).map((each) => {
    if (!doubts.has(each) || known.has(each)) return each
    const near = nearest(each, known)
    mended ||= near !== undefined
    return near ?? each
  })
  return mended ? words.join(' ') : undefined
}

function nearest(spelt: string, known: Iterable<string>): string | undefined {
  const most = spelt.length < 7 ? 1 : 2
  let [best, least] = [undefined as string | undefined, most + 1]
  for (const each of known) {
    if (Math.abs(each.length - spelt.length) >= least) continue
    const far = distance(spelt, each)
    if (far < least || (far === least && best !== undefined && each < best)) [best, least] = [each, far]
  }
  return best
}

/** Letters put in, left out, changed, or swapped with their neighbour (Damerau, 1964). */
export function distance(one: string, other: string): number {
  let [before, above] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let at = 1; at <= other.length; at++) {
      const changed = (above[at - 1] as number) + Number(one[row - 1] !== other[at - 1])
      const least = Math.min(changed, (above[at] as number) + 1, (line[at - 1] as number) + 1)
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      line[at] = swapped ? Math.min(least, (before[at - 2] as number) + 1) : least
    }
    ;[before, above] = [above, line]
  }
  return above[other.length] as number
}
