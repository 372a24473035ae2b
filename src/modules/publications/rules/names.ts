import { slug } from '#kernel/pure/text'

/** Names stay short in links and mails, and say nothing of versions: those are the house's business. */
export const nameRule = {
  longestCharacters: 65,
  versionWords: ['final', 'definitivo', 'definitiva', 'def', 'copia', 'copy', 'ok', 'bueno', 'version'],
  fallback: 'archivo',
} as const
const versionWord = new RegExp(`^(?:${nameRule.versionWords.join('|')}|v(?:er(?:sion)?)?\\d{1,3}|rev\\d{0,3})$`)
/** A point inside a sentence, as in `Acuerdo No. 5 del Consejo`, begins no extension. */
const extension = /(?<=.)\.[A-Za-z0-9]{1,8}$/

/**
 * The public name of a file: lower case, words joined by hyphens, no accents, no version words (the versions are
 * the house's business), and no other file of the request with the same.
 */
export function publicNameFor(original: string, taken: readonly string[]): string {
  const [ending = ''] = extension.exec(original) ?? []
  const words = slug(original.slice(0, original.length - ending.length), Number.POSITIVE_INFINITY).split('-')
  const kept = words.filter((word) => !versionWord.test(word)).join('-') || nameRule.fallback
  for (let number = 0; ; number++) {
    const suffix = number === 0 ? '' : `-${number}`
    const name = `${slug(kept, nameRule.longestCharacters - suffix.length)}${suffix}${ending.toLowerCase()}`
    if (!taken.includes(name)) return name
  }
}
