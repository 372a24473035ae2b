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

/** What a module imports: `from '…'`, `import '…'`, `import('…')`. */
export const importsOf = ({ text }: Pick<Source, 'text'>): readonly string[] =>
  [...text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()'([^']+)'/g)].map(([, name]) => name as string)
