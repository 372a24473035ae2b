import { isTest, type Source, sourceAt, withoutComments } from './sources.ts'

export const besideAt = 'docs/decisions/beside-the-door.md'

/** `| file | what kind | what it writes |`: what does not pass the door, and the door itself. */
const listedIn = (table: string): ReadonlyMap<string, string> =>
  new Map(
    [...table.matchAll(/^\| `([^`]+)` \| ([\w ]+) \|/gm)].map(([, file, kind]) => [file as string, kind as string]),
  )

export const beside = listedIn(sourceAt(besideAt).text)
export const kindsBeside = ['the door', 'kernel', 'measurement', 'derived', 'within'] as const

const writes = [
  /\.(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(/g,
  // A database that forgets that it only reads.
  /\b(?:app|ground|house)\.db as\b/g,
  /`\s*(?:insert\s+into|update\s+\w|delete\s+from|truncate|merge\s+into)\b/gi,
]
export const isOfTheServer = (path: string) => /^src\/(?:kernel|ui|commons|modules|lives)\//.test(path) && !isTest(path)
const isCommand = (path: string) => /^src\/(?:commons|modules)\/[\w-]+\/commands(?:\.ts|\/)/.test(path)

/** Commands write, through the door; whatever else writes stands in the written list. */
export const writesThroughTheDoor = ({ path, text }: Source): readonly string[] =>
  isCommand(path) || beside.has(path)
    ? []
    : writes.flatMap((pattern) => withoutComments(text).match(pattern) ?? []).map((verb) => `${path} writes: ${verb}`)

/** Files of the list that write nothing any more, or that are called what there is not. */
export const unusedLeaves = (listed: ReadonlyMap<string, string>, sources: readonly Source[]): readonly string[] => [
  ...[...listed]
    .filter(
      ([file]) => !sources.some(({ path, text }) => path === file && writes.some((each) => text.search(each) >= 0)),
    )
    .map(([file]) => `${file} writes nothing`),
  ...[...listed]
    .filter(([, kind]) => !kindsBeside.some((each) => each === kind))
    .map(([file, kind]) => `${file} is called ${kind}`),
]

/** SQL written by hand says why, directly above: `// By hand: …` in the same paragraph of code. */
export function excusesItsSql({ path, text }: Source): readonly string[] {
  const lines = text.split('\n')
  return withoutComments(text)
    .split('\n')
    .flatMap((line, at) => (/(?<!\{ )\bsql(?:<|`|\.raw\(|$)/.test(line) ? [at] : []))
    .filter((at) => {
      const start = lines.lastIndexOf('', at)
      return !lines.slice(start + 1, at + 1).some((line) => /(?:\/\/|\*).*\bBy hand: \w/.test(line))
    })
    .map((at) => `${path}:${at + 1} writes SQL by hand without a reason`)
}

/** Each migration names only its own schema, in any statement and in any case. */
export function keepsItsSchema({ path, text }: Source): readonly string[] {
  const own = /^src\/(?:commons|modules)\/([\w-]+)\/migrations\//.exec(path)?.[1] ?? 'kernel'
  const bare = text.replaceAll(/--[^\n]*|'[^']*'/g, ' ').toLowerCase()
  // A view reads its own tables by their short names.
  const owned = [...bare.matchAll(new RegExp(`\\b${own}\\.(\\w+)(?:\\s+as)?(?:\\s+(\\w+))?`, 'g'))]
  const known = new Set(['excluded', 'new', 'old', own, ...owned.flatMap(([, name, alias]) => [name, alias ?? ''])])
  return [...bare.matchAll(/(?:"([^"]+)"|\b([a-z_]\w*))\s*\.\s*"?[a-z_*]/g)]
    .filter(([, quoted, plain]) => !known.has(quoted ?? plain ?? ''))
    .map(([all]) => `${path} names ${all}`)
    .concat(/\bset\s+(?:local\s+)?search_path\b/.test(bare) ? [`${path} moves to other schemas`] : [])
}
