import { posix } from 'node:path'
import { importsOf, type Source } from './sources.ts'

/** A rule says what is wrong with a file; nothing means that it keeps the rule. */
export type Rule = (source: Source) => readonly string[]

const isTest = (path: string) => /\.test\.tsx?$|\.fixture\.ts$|portal-house\.ts$/.test(path)
const isWords = (path: string) => /words[./]/.test(path) || /\/words\.(es|en)\.ts$/.test(path)

/** `src/commons/files/checks/opens.ts` lives in `src/commons/files`; the kernel and the rest are each one room. */
export function homeOf(path: string): string {
  const [, layer, module] = path.split('/')
  return layer === 'commons' || layer === 'modules' ? `src/${layer}/${module}` : `src/${layer}`
}

/** No relative import leaves its module. */
export const staysHome: Rule = (source) =>
  isTest(source.path)
    ? []
    : importsOf(source)
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(source.path), name))
        .filter((target) => homeOf(target) !== homeOf(source.path))
        .filter(() => /^src\/(kernel|ui|commons|modules)\//.test(source.path))
        .map((target) => `${source.path} reaches into ${target}`)

/** Layers are ordered: kernel, ui, commons, modules. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel'],
  ui: ['kernel', 'ui'],
  commons: ['kernel', 'ui', 'commons'],
  modules: ['kernel', 'ui', 'commons', 'modules'],
}
export const looksLeft: Rule = (source) => {
  const layer = source.path.split('/')[1] ?? ''
  const allowed = mayImport[layer]
  if (!allowed || isTest(source.path)) return []
  return importsOf(source)
    .filter((name) => name.startsWith('#'))
    .filter((name) => !allowed.includes(name.slice(1).split('/')[0] ?? ''))
    .map((name) => `${source.path} imports ${name}`)
}

/** What the rooms of a module may import of one another. Rooms that are not named here are free. */
const roomMay: Readonly<Record<string, RegExp>> = {
  rules: /^#kernel\/pure\/|^\.\.?\/.*rules|^\.\/[\w-]+\.ts$/,
  words: /^\.|^#kernel\/(?:words|refusal)$|^#kernel\/pure/,
}
export const keepsItsRoom: Rule = (source) => {
  const found = /^src\/(?:commons|modules)\/[\w-]+\/(\w+)(?:\/|\.)/.exec(source.path)
  const allowed = roomMay[found?.[1] ?? '']
  if (!allowed || isTest(source.path)) return []
  return importsOf(source)
    .filter((name) => !allowed.test(name))
    .map((name) => `${source.path} imports ${name}`)
}

/** Pages do not write, and rules, tables and words know no HTTP. */
export const writesThroughTheDoor: Rule = ({ path, text }) =>
  isTest(path) || !/^src\/(commons|modules)\/.*\/(staff|portal|queries|rules)\//.test(path)
    ? []
    : [...text.matchAll(/\.(insertInto|updateTable|deleteFrom)\(/g)].map(([, verb]) => `${path} writes with ${verb}`)

const longestFile = 300
const exempt = /tables\.ts$|words|migrations|generated|fixtures|catalogue/
export const isShort: Rule = ({ path, text }) => {
  const lines = text.split('\n').length
  return lines > longestFile && !exempt.test(path) ? [`${path} has ${lines} lines`] : []
}

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/\bconsole\.log\b/, 'console.log'],
  [/\bTODO\b|\bFIXME\b|\bXXX\b/, 'an unfinished note'],
  [/\bdebugger\b/, 'debugger'],
  [/\.only\(|\btest\.skip\(/, 'a test that is not run'],
  [/\b(?:class|const|function|interface|type) \w*(?:Manager|Service|Helper|Utils)\b/, 'a name that says nothing'],
]
export const saysNothingForbidden: Rule = ({ path, text }) =>
  forbidden.filter(([pattern]) => pattern.test(text)).map(([, name]) => `${path} has ${name}`)

/** The clock and chance belong to whoever calls. */
export const isPure: Rule = ({ path, text }) =>
  /\/rules(\/|\.ts)|^src\/kernel\/pure\//.test(path) &&
  !isTest(path) &&
  /new Date\(\)|Date\.now|Math\.random/.test(text)
    ? [`${path} asks the clock or chance`]
    : []

/** Spanish lives in words, in public addresses and in the glossary. */
export const speaksEnglish: Rule = ({ path, text }) => {
  if (isWords(path) || isTest(path) || /^src\/(example|ui\/catalogue|ui\/words|ui\/framing\/words)/.test(path))
    return []
  const spoken = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const found = /'[^'\n]*[áéíóúñ¿¡][^'\n]*'/.exec(spoken)
  return found && !allowedSpanish.test(path) ? [`${path} says ${found[0]}`] : []
}
/** Data of Spanish, not words of a page: months, holidays, what the terminal of the example prints, browsers' letters. */
const allowedSpanish = /kernel\/pure\/|lives\/(start|progress-page)|identity\/rules\/roles|files\/(checks|inspection)\//

/** Each migration names only its own schema. */
export const keepsItsSchema: Rule = ({ path, text }) => {
  const [, module] = /^src\/(?:commons|modules)\/([\w-]+)\/migrations\//.exec(path) ?? []
  const own = module ?? 'kernel'
  const named = [...text.matchAll(/\b(?:table|view|sequence|references|from|join|into)\s+([a-z_]+)\.[a-z_]+/g)]
  return named.filter(([, schema]) => schema !== own && schema !== 'excluded').map(([all]) => `${path}: ${all}`)
}

/** SQL written by hand says why it had to be. */
export const excusesItsSql: Rule = ({ path, text }) =>
  /^src\/(commons|modules)\//.test(path) && !isTest(path) && /\bsql<|\bsql`/.test(text) && !/\/\/ .*|\/\*\*/.test(text)
    ? [`${path} writes SQL by hand without a reason`]
    : []
