import { fold } from '#kernel/pure/text'
import { singular } from './spelling.ts'

const mostWords = 28
/** What a stemmer takes off the end of a Spanish word, at most. */
const longestEnding = 6

/** The summary, unless only the text inside says what was looked for: then where it does. */
export function excerptOf(summary: string, inside: string, stems: readonly string[]): string {
  const says = (text: string) => (text.match(/\S+/g) ?? []).some((each) => stemIn(each, stems))
  return stretchOf(says(summary) || !says(inside) ? summary : inside, stems)
}

/** What was looked for stands between `\u0002` and `\u0003`. */
function stretchOf(text: string, stems: readonly string[]): string {
  const words = text.match(/\S+/g) ?? []
  const hits = words.map((each) => stemIn(each, stems))
  const from = startOf(hits)
  const shown = words.slice(from, from + mostWords).map((each, at) => (hits[from + at] ? marked(each) : each))
  return `${from > 0 ? '… ' : ''}${shown.join(' ')}${from + mostWords < words.length ? ' …' : ''}`
}

/** The stretch that says most of what was looked for begins a little before its first hit. */
function startOf(hits: readonly (string | undefined)[]): number {
  let [best, most] = [0, 0]
  for (const [at, hit] of hits.entries()) {
    if (!hit) continue
    const said = new Set(hits.slice(at, at + mostWords - lead).filter(Boolean)).size
    if (said > most) [best, most] = [at, said]
  }
  return best < mostWords - lead ? 0 : best - lead
}
const lead = 6

function stemIn(word: string, stems: readonly string[]): string | undefined {
  for (const part of fold(word).match(/[a-z0-9]+/g) ?? []) {
    const spelt = singular(part)
    const stem = stems.find((each) => spelt.startsWith(each) && spelt.length - each.length <= endingOf(each))
    if (stem) return stem
  }
  return undefined
}

/** A short stem begins many words that have nothing to do with it. */
const endingOf = (stem: string) => (/\d/.test(stem) ? 0 : stem.length < 4 ? 1 : longestEnding)

/** Signs around the word stay outside of the mark. */
const marked = (word: string) => word.replace(/^(\P{L}*?)([\p{L}\p{N}].*?)([^\p{L}\p{N}]*)$/u, '$1\u0002$2\u0003$3')
