import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { build } from 'esbuild'
import { buildRelease } from './release.mjs'
import sources from './sources.cjs'

const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')
const staticFolder = join(root, 'src/ui/assets')

/** Native code and WebAssembly find their own files beside their own modules; the build tool needs no building. */
const unbundled = ['@electric-sql/pglite', '@node-rs/argon2', '@napi-rs/canvas', 'pdfjs-dist', 'esbuild', 'pg-native']

/** Everything else is bundled: the server then starts in half the time (measured: 0.14 s against 0.31 s). */
const server = {
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'bundle',
  external: unbundled.flatMap((name) => [name, `${name}/*`]),
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: 'linked',
  sourcesContent: false,
  loader: { '.sql': 'text', '.md': 'text', '.txt': 'text' },
  // What was written as CommonJS asks for a `require`, which an ES module has not; packages import `createRequire` too.
  banner: { js: "import { createRequire as ofHouse } from 'node:module'; const require = ofHouse(import.meta.url);" },
}

const browser = {
  format: 'esm',
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  minify: true,
  splitting: true,
  entryNames: '[name].[hash]',
  chunkNames: 'shared.[hash]',
}

/** Style sheets point at the files of `src/ui/assets` under the names they get when served. */
const assetAddresses = {
  name: 'asset addresses',
  setup({ onResolve }) {
    onResolve({ filter: /^\.{0,2}\// }, ({ kind, path, resolveDir }) => {
      if (kind !== 'url-token') return
      const file = join(resolveDir, path)
      if (!existsSync(file)) return { errors: [{ text: `No such asset: ${path}` }] }
      return { path: `./${hashedName(file)}`, external: true }
    })
  },
}

/** Builds all of `dist/` in memory and writes it file by file, whole, so that a running server never reads a half. */
export async function buildAll() {
  const stamp = sources.stampOfSources()
  const assets = join(dist, 'assets')
  const built = await Promise.all([
    bundle({ main: 'main.ts' }, dist, server),
    bundle({ 'pglite-worker': 'kernel/pglite-worker.ts' }, dist, server),
    bundle({ 'checks-child': 'commons/files/checks/child.ts' }, dist, server),
    bundle({ app: 'ui/islands/index.ts', ...heavyIslands() }, assets, browser),
    bundle({ app: 'ui/styles/index.css' }, assets, { ...browser, splitting: false, plugins: [assetAddresses] }),
  ])
  const named = [...built.flat(), ...staticFiles()].map(({ path, contents }) => [nameIn(dist, path), contents])
  const files = new Map(named)
  files.set('assets/manifest.json', manifestOf([...files.keys()]))
  files.set('build.json', identityOf(files))
  for (const [name, contents] of files) writeWhole(join(dist, name), contents)
  removeOthers(files)
  writeWhole(join(dist, '.stamp'), stamp)
}

/** Entries by the name they get. A room that is not there is not built. */
async function bundle(entries, outdir, options) {
  const inSource = Object.entries(entries).map(([name, file]) => [name, join(root, 'src', file)])
  const entryPoints = Object.fromEntries(inSource.filter(([, file]) => existsSync(file)))
  if (Object.keys(entryPoints).length === 0) return []
  const fixed = { entryPoints, outdir, bundle: true, write: false, logLevel: 'warning' }
  const { outputFiles } = await build({ ...options, ...fixed })
  return outputFiles
}

/** What a page asks for only when it needs it. */
function heavyIslands() {
  const found = globSync('**/islands/heavy-*.ts', { cwd: join(root, 'src') }).sort()
  return Object.fromEntries(found.map((file) => [basename(file, '.ts'), file]))
}

/** The site's icon, the fonts, and whatever else goes out as it is. */
function staticFiles() {
  const names = globSync('**/*.*', { cwd: staticFolder }).filter((name) => !/\.tsx?$/.test(name))
  const files = names.map((name) => join(staticFolder, name))
  return files.map((file) => ({ path: join(dist, 'assets', hashedName(file)), contents: readFileSync(file) }))
}

function hashedName(file) {
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 8).toUpperCase()
  return nameIn(staticFolder, file).replace(/(\.[^.]+)$/, `.${hash}$1`)
}

/** `{ "app.css": "app.<hash>.css" }`: what pages may ask for, by the name it has in the source. */
function manifestOf(names) {
  const served = names.filter((name) => name.startsWith('assets/')).map((name) => name.slice('assets/'.length))
  const entries = served.map((name) => [name.replace(/\.[0-9A-Z]{8}(\.[^.]+)$/, '$1'), name])
  return JSON.stringify(Object.fromEntries(entries.sort()), null, 2)
}

/** The id changes when anything that is served or run changes. */
function identityOf(files) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const hash = createHash('sha256')
  for (const [name, contents] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(name).update(contents)
  return JSON.stringify({ id: hash.digest('hex').slice(0, 16), version })
}

function writeWhole(file, contents) {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, contents)
  renameSync(unfinished, file)
}

/** What an earlier build left behind. */
function removeOthers(files) {
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && entry.name !== '.stamp' && !files.has(nameIn(dist, file))) rmSync(file, { force: true })
  }
}

function nameIn(folder, file) {
  return relative(folder, file).replaceAll(sep, '/')
}

if (import.meta.main) {
  const start = performance.now()
  await buildAll()
  if (!process.argv.includes('--quiet')) console.log(`Built in ${Math.round(performance.now() - start)} ms.`)
  if (process.argv.includes('--release')) console.log(`Packed ${buildRelease().file}.`)
}
