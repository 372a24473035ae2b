import { isTest, type Source, withoutComments } from './sources.ts'

const longestFile = 300
const longestFunction = 60

const isWritten = (path: string) => /tables\.ts$|\/words[./]|\.words\.|\/migrations\/|\.generated\.ts$/.test(path)
export const isMeasured = (path: string) => !isWritten(path)
export const isShort = ({ path, text }: Source): readonly string[] => {
  const lines = text.trimEnd().split('\n').length
  return lines > longestFile ? [`${path} has ${lines} lines`] : []
}

const opening =
  /^(\s*)(?:export )?(?:(?:async )?function\b.*|const \w+.* =(?: async)? \($|const \w+.*=>(?: [{([])?$|(?:async )?(?!if|for|while|switch|catch)#?\w+\(.*\{)$/
const closing = /^\s*[)\]}]/
/** `): Promise<Response> {` ends the parameters, not the function. */
const goesOn = /^\s*[)\]}].*(?:\{|=>|\()$/

interface Measured {
  readonly line: number
  readonly lines: number
  readonly indent: number
}

/** The formatter indents alike everywhere: a function ends with the first line that closes at its own indentation. */
function functionsOf(text: string): readonly Measured[] {
  const lines = withoutComments(text).split('\n')
  return lines.flatMap((opened, at) => {
    const indent = opening.exec(opened)?.[1]?.length
    if (indent === undefined) return []
    const ends = lines.findIndex(
      (line, other) =>
        other > at && line.trim() !== '' && line.search(/\S/) <= indent && !(closing.test(line) && goesOn.test(line)),
    )
    const last = ends < 0 ? lines.length - 1 : closing.test(lines[ends] as string) ? ends : ends - 1
    return [{ line: at, lines: last - at + 1, indent }]
  })
}

/** Functions of its own, named inside another, are measured by themselves. */
export function hasShortFunctions({ path, text }: Source): readonly string[] {
  const all = functionsOf(text)
  return all.flatMap(({ line, lines, indent }) => {
    const within = all.filter((each) => each.line > line && each.line < line + lines && each.indent === indent + 2)
    const own = lines - within.reduce((sum, each) => sum + each.lines, 0)
    return own > longestFunction ? [`${path}:${line + 1} is a function of ${own} lines`] : []
  })
}

const outside =
  /\bnew Date(?:\s*\(\s*\)|(?!\s*\())|\bDate\.now\b|\bTemporal\.Now\b|\bMath\.random\b|\bperformance\b|\bprocess\b|\bfetch\s*\(|\bglobalThis\b|\bset(?:Timeout|Interval|Immediate)\b|\bcrypto\b|\bconsole\b|\bimport\s*\(/
export const isPurePlace = (path: string) =>
  /^src\/(?:commons|modules)\/[\w-]+\/rules[./]|^src\/kernel\/pure\//.test(path) && !isTest(path)
/** Rules know what they are told: no clock, no chance, no environment, no network. */
export const isPure = ({ path, text }: Source): readonly string[] => {
  const found = outside.exec(withoutComments(text).replaceAll(/'[^'\n]*'/g, "''"))
  return found ? [`${path} asks for ${found[0]}`] : []
}

const itsOwnTime = /\bnew Date(?:\s*\(\s*\)|(?!\s*\())|\bDate\.now\b|\bMath\.random\b|\bperformance\.now\b/
export const isTold = (path: string) =>
  /^src\/(?:commons|modules)\/[\w-]+\/(?:commands|queries|errands|events)[./]/.test(path) && !isTest(path)
/** A command that runs twice must be able to be the same: it asks `work.now`, an errand the house's clock. */
export const asksTheClockOfTheHouse = ({ path, text }: Source): readonly string[] => {
  const found = itsOwnTime.exec(withoutComments(text))
  return found ? [`${path} asks ${found[0]}`] : []
}
