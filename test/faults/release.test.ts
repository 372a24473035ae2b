import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { freePort } from '../support/running.ts'

const root = join(import.meta.dirname, '../..')
const bench = mkdtempSync(join(tmpdir(), 'pregonero-release-'))
const running = new Set<ChildProcess>()
/** A server that has a shell and nothing else of ours: no Node of its own, no packages. */
const bare = { PATH: '/usr/bin:/bin', HOME: bench }
let program = ''

before(() => {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', '--release'], { cwd: root, encoding: 'utf8' })
  assert.equal(built.status, 0, built.stderr)
  const file = /Packed (.+\.tar\.gz)\./.exec(built.stdout)?.[1] ?? ''
  const unpacked = spawnSync('tar', ['-xzf', file, '-C', bench], { encoding: 'utf8' })
  assert.equal(unpacked.status, 0, unpacked.stderr)
  program = join(bench, file.split('/').at(-1)?.replace('.tar.gz', '') ?? '', 'pregonero')
})
after(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(bench, { recursive: true, force: true })
})

test('the release says what it can do, from any folder and through a link', () => {
  const bin = join(bench, 'bin')
  mkdirSync(bin)
  symlinkSync(program, join(bin, 'pregonero'))
  for (const path of [program, join(bin, 'pregonero')]) {
    const { status, stdout } = spawnSync(path, ['--help'], { cwd: '/', env: bare, encoding: 'utf8' })
    assert.equal(status, 0)
    assert.match(stdout, /serve[\s\S]*work[\s\S]*migrate[\s\S]*ledger[\s\S]*account[\s\S]*import/)
  }
})

/** Starts it and waits until it is healthy. */
async function start(life: 'start' | 'serve', data: string) {
  const port = await freePort()
  const settings = { PREGONERO_DATA: join(bench, data), PREGONERO_PORT: String(port), PREGONERO_LOG: 'error' }
  const child = spawn(program, [life], { cwd: '/', env: { ...bare, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()))
  const address = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 900; tries++) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${said}`)
    const health = await fetch(`${address}/healthz`).catch(() => undefined)
    if (health?.ok) return { address, said: () => said, health: await health.json(), stop: () => stop(child) }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`It did not come up:\n${said}`)
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
  running.delete(child)
}

test('the release serves an empty house and answers whether it is well', async () => {
  const house = await start('serve', 'empty')
  assert.deepEqual(house.health, { status: 'ok', engine: 'pglite', waiting: 0, failed: 0 })
  assert.match(house.said(), /Funde la casa en/)
  await house.stop()
})

test('the release carries all that the example needs: its database, passwords, and the reviewer of files', async () => {
  const house = await start('start', 'example')
  const home = await fetch(`${house.address}/`)
  assert.match(await home.text(), /Instituto Electoral del Anáhuac/)
  const found = await fetch(`${house.address}/documentos/acta-de-la-sesion-ordinaria-del-consejo-septiembre-de-2026`)
  assert.equal(found.status, 200, 'a PDF was reviewed in its own process, and published')
  await house.stop()
})
