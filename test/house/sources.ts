import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** A file of the house as its rules see it. */
export interface Source {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly text: string
}

export const sourceAt = (path: string): Source => ({ path, text: readFileSync(join(root, path), 'utf8') })

export const sourcesIn = (patterns: readonly string[]): readonly Source[] =>
  globSync([...patterns], { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('node_modules'))
    .sort()
    .map(sourceAt)

export const isTest = (path: string) => /\.test\.tsx?$|\.fixture\.ts$|portal-house\.ts$/.test(path)

/** What a module imports: `from '…'`, `import '…'`, `import('…')`; of types alone, nothing is left when it runs. */
export interface Import {
  readonly name: string
  readonly onlyTypes: boolean
}

const fromAnother = /^(?:import|export)\s+(type\s)?[\w*{,}\s$]*?\bfrom\s+(['"])([^'"\n]+)\2/gm
const alone = /^import\s+(['"])([^'"\n]+)\1|\bimport\((['"])([^'"\n]+)\3/gm

export const importsOf = ({ text }: Pick<Source, 'text'>): readonly Import[] => [
  ...[...text.matchAll(fromAnother)].map((found) => ({ name: found[3] as string, onlyTypes: found[1] !== undefined })),
  ...[...text.matchAll(alone)].map((found) => ({ name: (found[2] ?? found[4]) as string, onlyTypes: false })),
]

/** Strings are looked at first, for they may hold what looks like a comment: an address, a glob. */
const stringOrComment =
  /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|(\/\*[\s\S]*?\*\/|(?<=^|[\s;,{(])\/\/[^\n]*)/gm

/** The code alone. Comments give way to as many lines, so that what is found keeps its place. */
export const withoutComments = (text: string): string =>
  text.replaceAll(stringOrComment, (all, string?: string) => string ?? all.replaceAll(/[^\n]/g, ' '))
export const commentsOf = (text: string): readonly string[] =>
  [...text.matchAll(stringOrComment)].flatMap(([, , comment]) => comment ?? [])
