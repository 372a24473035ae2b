import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '../package-lock.json')
const systems: Readonly<Record<string, string>> = {
  darwin: 'darwin',
  linux: 'linux',
  linuxmusl: 'linux',
  win32: 'win32',
  win: 'win32',
  windows: 'win32',
}
const others = ['aix', 'android', 'freebsd', 'netbsd', 'openbsd', 'openharmony', 'sunos']
const processors = ['arm', 'arm64', 'ia32', 'x64', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el']

interface Package {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[] | string
  readonly cpu?: readonly string[] | string
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Lock {
  packages: Record<string, Package>
}

/**
 * npm leaves the packages of other platforms out of the lock file where it finds them neither installed nor in reach,
 * and `npm ci` then refuses that same file. This names them again. Run it after a change of dependencies.
 */
export function completeLock(lock: Lock): Lock {
  for (const [path, parent] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      const isThere = lock.packages[`${path}/node_modules/${name}`] ?? lock.packages[`node_modules/${name}`]
      if (!isThere) lock.packages[`node_modules/${name}`] = absent(name, range, parent)
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  return lock
}

/** What is known of a package that is not there: its version and, from its name, where it would run. */
function absent(name: string, range: string, parent: Package): Package {
  const words = name.split(/[/-]/)
  const os = words.map((word) => systems[word] ?? others.find((other) => other === word)).find(Boolean)
  const cpu = words.find((word) => processors.includes(word))
  if (!os) throw new Error(`${name} names no platform: complete the lock file by hand.`)
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    optional: true,
    os: [os],
    ...(words.includes('musl') && { libc: ['musl'] }),
  }
}

if (import.meta.main) {
  const lock = completeLock(JSON.parse(readFileSync(file, 'utf8')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
