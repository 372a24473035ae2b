import { commentsOf, isTest, type Source, withoutComments } from './sources.ts'

// Words that people read stand in words; the code is in English.

const accents = /[áéíóúñüÁÉÍÓÚÑÜ¿¡«»]/
/** Small words that two of give a sentence away, with or without accents. */
const small = /(?<![\w/'"-])(?:el|la|los|las|del|de|que|para|por|con|una|se|en|su|sus|al)(?![\w/'"-])/gi

const strings = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g
const isSpanish = (text: string) =>
  accents.test(text) || (text.replaceAll(/\$\{[^}]*\}/g, ' ').match(small)?.length ?? 0) >= 2

/** Furnishings speak the language of the institution that they furnish. */
export const isCode = (path: string) => !isTest(path) && !/\/words[./]|\.generated\.ts$|^src\/example\//.test(path)

/** Spanish in strings of every kind, in text between tags, in names and patterns. */
export function speaksEnglish({ path, text }: Source): readonly string[] {
  const code = withoutComments(text)
  const said = [...(code.match(strings) ?? []), ...textsOf(path, code)].filter(isSpanish)
  const rest = code
    .replaceAll(strings, ' ')
    .split('\n')
    .filter((line) => accents.test(line))
  return [...said, ...rest].map((each) => `${path} says ${each.trim()}`)
}

const quotedInComment = /`[^`]*`|«[^»]*»|'[^']*'/g
/** A comment that cites the law may name it; other Spanish stands in it as a quotation. */
const cites = /\bart(?:s?\.|ículos?)|\bLey\b|\bLG[A-Z]{2,}|\bLFT\b|\bLFPA\b|jurisprudencia/
export const explainsInEnglish = ({ path, text }: Source): readonly string[] =>
  commentsOf(text)
    .filter((comment) => !cites.test(comment) && isSpanish(comment.replaceAll(quotedInComment, ' ')))
    .map((comment) => `${path} explains: ${comment.split('\n')[0]}`)

const between = /<(\w+)(?:\s[^<>]*)?>([^<>{}]*\p{Ll}{2}[^<>{}]*)<\/\1>/gu
const textsOf = (path: string, code: string): readonly string[] =>
  path.endsWith('.tsx') ? [...code.matchAll(between)].map(([, , words = '']) => words) : []

const spoken = /\b(?:label|title|alt|placeholder|hint|legend|aria-label|caption)="[^"]*\p{L}{2}[^"]*"/gu
/** A page says nothing by itself, in any language: what people read comes from words. */
export const saysNothingItself = ({ path, text }: Source): readonly string[] => {
  const code = withoutComments(text)
  return [...textsOf(path, code), ...(code.match(spoken) ?? [])].map((each) => `${path} says ${each.trim()}`)
}

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bconsole\.log\b/, 'console.log'],
  [/\bTODO\b(?! #\d)|\bFIXME\b|\bXXX\b/, 'an unfinished note'],
  [/\bdebugger\b/, 'debugger'],
  [/unsafe-(?:inline|eval)/, 'a policy that lets anything in'],
  [/\.only\(|\btest\.skip\(/, 'a test that is not run'],
  [/\b(?:class|const|function|interface|type) \w*(?:Manager|Service|Helper|Utils)\b/, 'a name that says nothing'],
]
export const saysNothingForbidden = ({ path, text }: Source): readonly string[] =>
  forbidden.filter(([pattern]) => pattern.test(text)).map(([, name]) => `${path} has ${name}`)

/** A file is called after what it holds. */
export const isNamed = ({ path }: Source): readonly string[] =>
  /(?:^|[/.-])(?:utils?|helpers?|common|types|misc|manager|service)(?:[./]|$)/i.test(
    path.replace(/^src\/commons\//, 'src/'),
  )
    ? [`${path} is called after nothing`]
    : []
