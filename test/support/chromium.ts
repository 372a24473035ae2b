import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const root = join(import.meta.dirname, '../..')

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

interface Program {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
}

/**
 * A Chromium with a new, empty profile: Debian's, else the one inside the npm package.
 * @throws what Chromium said, if there is one and it does not start
 */
export async function openBrowser(): Promise<Browser | { readonly skipped: string }> {
  const program = debianChromium() ?? (await npmChromium())
  if (!program) return { skipped: 'no Chromium: install the package chromium, or the npm packages for development' }
  const env = { ...process.env, ...program.env } as Record<string, string>
  // Its sandbox refuses to run as root.
  const chromiumSandbox = process.getuid?.() !== 0
  return chromium.launch({ executablePath: program.path, args: flags, chromiumSandbox, env })
}

function debianChromium(): Program | undefined {
  const path = '/usr/bin/chromium'
  return existsSync(path) ? { path, env: {} } : undefined
}

/** The package brings Chromium, the libraries a bare machine lacks, and a font, each packed with Brotli. */
async function npmChromium(): Promise<Program | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const entry = packageEntry()
  if (!entry) return undefined
  const { version } = createRequire(import.meta.url)(join(dirname(entry), '../package.json'))
  const folder = join(root, `node_modules/.cache/chromium-${version}`)
  if (!existsSync(folder)) await unpack(entry, folder)
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'letters.conf') }
  return { path: join(folder, 'chromium'), env }
}

function packageEntry(): string | undefined {
  const entry = join(root, 'node_modules/@sparticuz/chromium/build/index.js')
  return existsSync(entry) ? entry : undefined
}

/** The package's own configuration looks for its font in a cloud function's folders. */
const lettersOf = (folder: string) =>
  `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/letters</cachedir></fontconfig>`

/** The package unpacks into the folder for temporary files, and only there: a process of its own is told another. */
async function unpack(entry: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const unfinished = mkdtempSync(`${folder}-`)
  const packed = join(dirname(entry), '../bin')
  const script = `import { inflate } from '@sparticuz/chromium'
    await Promise.all(${JSON.stringify(['chromium.br', 'al2023.tar.br', 'fonts.tar.br'])}
      .map((name) => inflate(${JSON.stringify(`${packed}/`)} + name)))`
  const args = ['--input-type=module', '--eval', script]
  await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, TMPDIR: unfinished } })
  writeFileSync(join(unfinished, 'letters.conf'), lettersOf(folder))
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another process was first.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}
