import { fold } from '#kernel/pure/text'

/** Names stay short in links and mails, and say nothing of versions: those are the house's business. */
export const nameRule = {
  longestCharacters: 65,
  versionWords: ['final', 'definitivo', 'definitiva', 'def', 'copia', 'copy', 'ok', 'nuevo', 'bueno', 'version'],
  fallback: 'archivo',
} as const
const versionWord = new RegExp(`(^|-)(?:${nameRule.versionWords.join('|')}|v\\d+|rev\\d*)(?=-|$)`, 'g')

/**
 * The public name of a file: lower case, words joined by hyphens, no accents, no version words (the versions are
 * the house's business), and no other file of the request with the same.
 */
export function publicNameFor(original: string, taken: readonly string[]): string {
  const dot = original.lastIndexOf('.')
  const extension = dot > 0 ? hyphened(original.slice(dot + 1)).replaceAll('-', '') : ''
  const words = hyphened(dot > 0 ? original.slice(0, dot) : original)
  const stem = words
    .replaceAll(versionWord, '$1')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, nameRule.longestCharacters)
    .replace(/-+$/, '')
  const named = (suffix: string) => `${stem || words || nameRule.fallback}${suffix}${extension ? `.${extension}` : ''}`
  for (let number = 0; ; number++) {
    const name = named(number === 0 ? '' : `-${number}`)
    if (!taken.includes(name)) return name
  }
}

const hyphened = (text: string) =>
  fold(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
