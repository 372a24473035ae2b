import { matchesGlob } from 'node:path'
import { importsOf, type Source, sourceAt } from './sources.ts'

export const reasonsAt = 'docs/decisions/dependencies.md'

/** A row of the table of packages: which, and the files by which they enter. */
export interface Entrance {
  readonly packages: readonly string[]
  readonly files: readonly string[]
}

const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string)

/** `| package | why | enters through | instead |`, with names and files between backticks. */
export const entrancesIn = (table: string): readonly Entrance[] =>
  table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split(' | '))
    .map(([packages = '', , files = '']) => ({ packages: quoted(packages), files: quoted(files) }))

export const entrances = entrancesIn(sourceAt(reasonsAt).text)

/** `@electric-sql/pglite/contrib/unaccent` is of `@electric-sql/pglite`; Node's own modules are of nobody. */
const packageOf = (name: string): string | undefined =>
  /^(?![.#]|node:|\/)((?:@[\w-]+\/)?[\w.-]+)/.exec(name)?.[1] ?? undefined

export const packagesOf = (source: Source): readonly string[] => [
  ...new Set(importsOf(source).flatMap(({ name }) => packageOf(name) ?? [])),
]

/** A third party enters only by the files that its row names. */
export const entersWhereListed = (source: Source): readonly string[] =>
  packagesOf(source)
    .filter(
      (name) =>
        !entrances.some(
          ({ packages, files }) => packages.includes(name) && files.some((file) => matchesGlob(source.path, file)),
        ),
    )
    .map((name) => `${source.path} imports ${name}, which enters elsewhere`)

/** Files that a row names and by which its packages no longer enter. */
export const unusedEntrances = (listed: readonly Entrance[], sources: readonly Source[]): readonly string[] =>
  listed.flatMap(({ packages, files }) =>
    files
      .filter(
        (file) =>
          !sources.some(
            (source) => matchesGlob(source.path, file) && packagesOf(source).some((name) => packages.includes(name)),
          ),
      )
      .map((file) => `${packages.join(', ')} no longer enters through ${file}`),
  )
