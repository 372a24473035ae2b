import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

// Makes what an operator copies to a server that has nothing: one folder with its own Node, and one file of it, for the
// platform it is made on. Why it is not a single executable: docs/decisions/0014-release.md.

const root = resolve(import.meta.dirname, '..')
const windows = process.platform === 'win32'
const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const name = `pregonero-${version}-${process.platform}-${process.arch}`
const folder = join(root, 'release', name)

/** What the bundle leaves outside, and which of its files run. Native code is this platform's alone. */
const packages = [
  ['@electric-sql/pglite', (file) => /^(package\.json|dist\/)/.test(file)],
  ['@node-rs/argon2', (file) => /^(package\.json|index\.js)$/.test(file)],
  ['pdfjs-dist', (file) => /^(package\.json|legacy\/build\/pdf(\.worker)?\.mjs|cmaps\/|standard_fonts\/)/.test(file)],
]
const isDead = (file) => /\.(map|d\.[cm]?ts|cts|mts|cjs)$/.test(file)

/** Builds the folder and its file; answers where they are. */
export function buildRelease() {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'bin'), { recursive: true })
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true, filter: (file) => !file.endsWith('.stamp') })
  for (const [each, isLive] of packages) copyPackage(each, isLive)
  copyNativeCode()
  const node = join(folder, 'bin', windows ? 'node.exe' : 'node')
  cpSync(process.execPath, node)
  chmodSync(node, 0o755)
  for (const file of ['LICENSE', 'CHANGELOG.md', 'README.md', '.env.example', 'docs'])
    cpSync(join(root, file), join(folder, file), { recursive: true })
  // The bundle is of ES modules, and Node asks the nearest package.json.
  const described = { name: 'pregonero', version, license, private: true, type: 'module' }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(described, null, 2)}\n`)
  writeLauncher()
  return { folder, file: packed() }
}

function copyPackage(each, isLive) {
  const from = join(root, 'node_modules', each)
  const to = join(folder, 'node_modules', each)
  cpSync(from, to, {
    recursive: true,
    dereference: true,
    filter: (source) => {
      const file = source.slice(from.length + 1).replaceAll('\\', '/')
      return file === '' || statSync(source).isDirectory() || (isLive(file) && !isDead(file))
    },
  })
}

/** `@node-rs/argon2-linux-x64-gnu` and its like: whichever npm installed here. */
function copyNativeCode() {
  const { optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'node_modules/@node-rs/argon2/package.json'), 'utf8'),
  )
  const here = Object.keys(optionalDependencies).filter((each) => {
    try {
      return statSync(join(root, 'node_modules', each)).isDirectory()
    } catch {
      return false
    }
  })
  if (here.length === 0) throw new Error('npm installed no native code of @node-rs/argon2 here.')
  for (const each of here) copyPackage(each, (file) => /^(package\.json|.*\.node)$/.test(file))
}

/** `pregonero`, wherever it is called from, and through a link in the path too. */
function writeLauncher() {
  if (windows) {
    const lines = ['@echo off', '"%~dp0bin\\node.exe" --enable-source-maps "%~dp0dist\\main.js" %*']
    writeFileSync(join(folder, 'pregonero.cmd'), `${lines.join('\r\n')}\r\n`)
    return
  }
  const file = join(folder, 'pregonero')
  writeFileSync(
    file,
    `#!/bin/sh
self=$0
while [ -L "$self" ]; do
  target=$(readlink "$self")
  case $target in /*) self=$target ;; *) self=$(dirname "$self")/$target ;; esac
done
here=$(CDPATH= cd -- "$(dirname -- "$self")" && pwd)
exec "$here/bin/node" --enable-source-maps "$here/dist/main.js" "$@"
`,
  )
  chmodSync(file, 0o755)
}

function packed() {
  const file = `${folder}.tar.gz`
  const { status, stderr } = spawnSync('tar', ['-czf', file, '-C', dirname(folder), name], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`tar could not pack the release: ${stderr}`)
  return file
}
