import { extensionOf } from '../inspection/catalogue.ts'
import { type CheckContext, define, type NameRule, type Rename, type Severity, type Spotted } from './check.ts'

/** The usual rule of the institution; a section may bring its own. */
export const usualNameRule: NameRule = {
  longestCharacters: 65,
  versionWords: ['final', 'copia', 'copy', 'definitivo', 'definitiva', 'ok', 'borrador', 'draft'],
  fallback: 'documento',
}

const rules = {
  'file-name/form': 'must',
  'file-name/long': 'must',
  'file-name/version-words': 'must',
  'file-name/taken': 'must',
} as const satisfies Record<string, Severity>

type Rule = keyof typeof rules

export const fileName = define({
  id: 'file-name',
  version: 1,
  moment: 'send',
  rules,
  reads: ['originalName', 'title', 'nameRule', 'siblings'],
  appliesTo: () => true,
  async run(_bytes, context) {
    const broken = brokenRules(context)
    if (broken.length === 0) return []
    const offer: Rename = { kind: 'rename', name: publicName(context) }
    return broken.map((one) => ({ ...one, params: { name: context.originalName, ...one.params }, offer }))
  },
})

const rightForm = /^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]{2,5}$/

const brokenRules = ({ originalName, nameRule, siblings }: CheckContext): Spotted<Rule>[] => {
  const broken: Spotted<Rule>[] = []
  const stem = stemOf(originalName)
  const words = versionWordsIn(stem, nameRule)
  if (!rightForm.test(originalName)) broken.push({ rule: 'file-name/form' })
  if (stem.length > nameRule.longestCharacters) {
    broken.push({ rule: 'file-name/long', params: { length: stem.length, longest: nameRule.longestCharacters } })
  }
  if (words.length > 0) broken.push({ rule: 'file-name/version-words', params: { words: words.join(', ') } })
  if (siblings.includes(originalName)) broken.push({ rule: 'file-name/taken' })
  return broken
}

/** A name that keeps the rule: accents folded, version words gone, cut between words, unlike its siblings. */
export const publicName = ({ originalName, title, nameRule, siblings }: CheckContext): string => {
  const extension = extensionOf(originalName)
  const dotted = extension.length >= 2 ? `.${extension.slice(0, 5)}` : ''
  const stems = [stemOf(originalName), title, nameRule.fallback].map((text) => readable(text, nameRule))
  const stem = stems.find((text) => text !== '') ?? nameRule.fallback
  for (let count = 0; ; count++) {
    const suffix = count === 0 ? '' : `-${count}`
    const name = `${cut(stem, nameRule.longestCharacters - suffix.length)}${suffix}${dotted}`
    if (!siblings.includes(name)) return name
  }
}

const stemOf = (name: string) => {
  const extension = extensionOf(name)
  return extension ? name.slice(0, -extension.length - 1) : name
}

/** `(1)` at the end is what a browser adds to a second download. */
const secondDownload = /\s*\(\d{1,3}\)$/

const versionMark = /^v(?:er(?:sion)?)?\d{1,3}$/

const versionWordsIn = (stem: string, { versionWords }: NameRule): readonly string[] => {
  const words = fold(stem).filter((word) => versionWords.includes(word) || versionMark.test(word))
  const second = secondDownload.exec(stem)
  return second ? [...words, second[0].trim()] : words
}

const readable = (stem: string, { versionWords }: NameRule) =>
  fold(stem.replace(secondDownload, ''))
    .filter((word) => !versionWords.includes(word) && !versionMark.test(word))
    .join('-')

const fold = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

const cut = (stem: string, longest: number) => {
  if (stem.length <= longest) return stem
  const short = stem.slice(0, longest + 1)
  return short.slice(0, short.lastIndexOf('-') > 0 ? short.lastIndexOf('-') : longest)
}
