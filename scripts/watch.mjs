import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildAll } from './build.mjs'

/** Development: build and start again at every change. A broken build leaves the last good server running. */
const root = resolve(import.meta.dirname, '..')
const main = ['--enable-source-maps', join(root, 'dist/main.js'), 'start', ...process.argv.slice(2)]

let running
let pause
let turn = renew()
const watcher = watch(join(root, 'src'), { recursive: true }, () => {
  clearTimeout(pause)
  // An editor saves in several steps.
  pause = setTimeout(() => {
    turn = turn.then(renew)
  }, 100)
})

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end)

async function renew() {
  const start = performance.now()
  // esbuild has already said what is wrong, and where.
  const built = await buildAll().then(
    () => true,
    () => false,
  )
  if (!built) return
  console.error(`Built in ${Math.round(performance.now() - start)} ms.`)
  await stop(running)
  running = spawn(process.execPath, main, { cwd: root, stdio: 'inherit' })
}

async function end() {
  watcher.close()
  clearTimeout(pause)
  await turn
  await stop(running)
  process.exit(0)
}

function stop(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  return new Promise((done) => {
    child.once('exit', done)
    child.kill('SIGTERM')
  })
}
