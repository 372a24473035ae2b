// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node does not know the node: protocol.
'use strict'
// Plain JavaScript for any Node since 12: it runs before the Node that the project asks for is there.
const { spawn, spawnSync } = require('child_process')
const crypto = require('crypto')
const fs = require('fs')
const os = require('os')
const path = require('path')
const { stampOfSources } = require('./sources.cjs')

const root = path.resolve(__dirname, '..')
const modules = path.join(root, 'node_modules')
const stampFile = path.join(modules, '.pregonero-stamp')
const windows = process.platform === 'win32'

/** Makes ready whatever is missing, then becomes `pregonero <args>` as far as signals and the exit code go. */
function runPregonero(args, options) {
  install(false)
  const node = findNode()
  buildIfStale(node)
  become(node, ['--enable-source-maps', path.join(root, 'dist', 'main.js')].concat(args), options)
}

/** Installs what package-lock.json asks for, once per lock file; `development` adds what the checks need. */
function install(development) {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'))
  const hash = crypto.createHash('sha256').update(lock).digest('hex')
  const stamp = read(stampFile)
  if (stamp === `${hash} all` || (stamp === `${hash} run` && !development)) return
  if (!isInstalled(JSON.parse(lock), development)) {
    const all = development || fs.existsSync(path.join(modules, 'typescript'))
    npmInstall(all)
    development = all
  }
  writeIfAllowed(stampFile, `${hash} ${development ? 'all' : 'run'}`)
}

/** Somebody may have run npm by hand: its own record says what lies in node_modules. */
function isInstalled(lock, development) {
  const record = read(path.join(modules, '.package-lock.json'))
  if (!record) return false
  const there = JSON.parse(record).packages
  return Object.keys(lock.packages).every((name) => {
    const wanted = lock.packages[name]
    if (name === '' || (wanted.dev && !development)) return true
    // Optional packages of other platforms stay away; findNode speaks up if ours did.
    return there[name] ? there[name].version === wanted.version : Boolean(wanted.optional || wanted.devOptional)
  })
}

function npmInstall(development) {
  const start = Date.now()
  say(`Installing the packages Pregonero ${development ? 'is tested' : 'runs'} with…`)
  const args = ['ci', development ? '--include=dev' : '--omit=dev', '--include=optional', '--ignore-scripts']
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const { error, status, stdout, stderr } = npm(args.concat(quiet))
  if (error || status !== 0) {
    process.stderr.write(`${stdout || ''}${stderr || ''}`)
    fail(`npm could not install the packages${error ? ` (${error.message})` : ''}. npm 7 or newer is needed.`)
  }
  say(`Installed in ${seconds(start)}.`)
}

/** npm's own Node runs npm: the one in node_modules is about to be replaced. */
function npm(args) {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] }
  const script = process.env.npm_execpath
  if (script && /npm-cli\.c?js$/.test(script)) {
    return spawnSync(process.env.npm_node_execpath || process.execPath, [script].concat(args), options)
  }
  return spawnSync('npm', args, Object.assign({ shell: windows }, options))
}

/** The Node pinned in package.json, or the running one where that does not run and this is new enough. */
function findNode() {
  const platform = windows ? 'win' : process.platform
  const pinned = path.join(modules, `node-${platform}-${process.arch}`, 'bin', windows ? 'node.exe' : 'node')
  if (fs.existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(
    `Pregonero needs Node 24 or newer. This is ${process.version}, and npm has none for ${platform}-${process.arch}.`,
  )
}

/** A copy without sources is taken as built. */
function buildIfStale(node) {
  if (!fs.existsSync(path.join(root, 'src'))) return
  if (read(path.join(root, 'dist', '.stamp')) === stampOfSources()) return
  const start = Date.now()
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  if (spawnSync(node, [path.join(root, 'scripts', 'build.mjs'), '--quiet'], options).status !== 0) {
    fail('The build failed: see above.')
  }
  say(`Built in ${seconds(start)}.`)
}

/** Runs a program in our place: same terminal, same signals, same end. */
function become(command, args, options) {
  const child = spawn(command, args, Object.assign({ stdio: 'inherit' }, options))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // The terminal itself sends Ctrl-C to the child: a second one would read as impatience.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
  }
  child.on('error', (error) => fail(error.message))
  child.on('exit', (code, signal) => process.exit(signal ? 128 + os.constants.signals[signal] : code))
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (_) {
    return undefined
  }
}

/** The stamp only saves time: a read-only folder does without. */
function writeIfAllowed(file, text) {
  try {
    fs.writeFileSync(file, text)
  } catch (_) {}
}

function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`
}

/** Standard output belongs to the command: `pregonero ledger … | tool` must stay clean. */
function say(line) {
  process.stderr.write(`${line}\n`)
}

function fail(line) {
  say(line)
  process.exit(1)
}

module.exports = { become, findNode, install, root, runPregonero }
