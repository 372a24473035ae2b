import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { localeOf } from '#config'
import { modules } from '../src/app.ts'
import { livesOf, terminalOf } from '../src/lives/index.ts'
import { helpOf, helpOfAll, performLine } from '../src/lives/terminal.ts'
import { openFurnished } from './support/furnished.ts'

const root = join(import.meta.dirname, '..')

function emptyFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'pregonero-terminal-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The program as it is typed, in a folder and a language of its own. */
function line(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const settings = { PATH: process.env['PATH'], PREGONERO_DATA: join(folder, 'data'), PREGONERO_LOG: 'error', ...env }
  return spawnSync(process.execPath, ['--import', './scripts/register.mjs', 'src/main.ts', ...args], {
    ...{ cwd: root, encoding: 'utf8', env: settings as unknown as NodeJS.ProcessEnv },
  })
}

test('on a folder without a house a line says so, and none is founded', (t) => {
  const folder = emptyFolder(t)
  const lines = [
    ['backup', join(folder, 'copia.tar')],
    ['ledger', 'verify'],
    ['doctor'],
    ['run', 'identity.open-account', 'email=ana@example.mx'],
    ['account', 'list'],
    ['import', folder, '--sheet', 'x.csv'],
    ['work'],
  ]
  for (const args of lines) {
    const { status, stdout, stderr } = line(folder, args)
    assert.equal(status, 1, args.join(' '))
    assert.match(stderr, /no hay una casa/, args.join(' '))
    assert.doesNotMatch(stdout + stderr, /at .*\.ts:/)
  }
  assert.equal(existsSync(join(folder, 'data')), false)
  assert.equal(existsSync(join(folder, 'copia.tar')), false)
})

test('secrets without their database are no house either', (t) => {
  const folder = emptyFolder(t)
  assert.equal(line(folder, ['migrate']).status, 0, 'to migrate may found')
  assert.equal(line(folder, ['ledger', 'verify']).status, 0)
  rmSync(join(folder, 'data/database'), { recursive: true })
  const { status, stderr } = line(folder, ['ledger', 'verify'])
  assert.equal(status, 1)
  assert.match(stderr, /su base de datos está vacía/)
  assert.equal(existsSync(join(folder, 'data/database')), false)
})

test('the example prints its accounts and where they are kept, in the language of the run', (t) => {
  const folder = emptyFolder(t)
  mkdirSync(join(root, 'dist'), { recursive: true })
  if (!existsSync(join(root, 'dist/build.json'))) {
    assert.equal(spawnSync(process.execPath, ['scripts/build.mjs', '--quiet'], { cwd: root }).status, 0)
  }
  const { status, stdout, stderr } = line(folder, ['example'], { PREGONERO_PORT: '0', LANG: 'en_GB.UTF-8' })
  assert.equal(status, 0, stderr)
  const file = join(folder, 'data/cuentas-de-ejemplo.txt')
  assert.match(stdout, /Accounts of the example[\s\S]*paula\.renteria@iea\.example +\S{10,}/)
  assert.ok(stdout.includes(`These accounts are kept in ${file}`))
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.match(stderr, /Checking the files/)
  assert.doesNotMatch(stdout + stderr, /Revisando|Cuentas de/)
})

test('a run has one language: Spanish unless the machine says another', () => {
  assert.equal(localeOf({}), 'es')
  assert.equal(localeOf({ LANG: 'es_MX.UTF-8' }), 'es')
  assert.equal(localeOf({ LANG: 'C.UTF-8' }), 'es')
  assert.equal(localeOf({ LANG: 'es_MX.UTF-8', LC_ALL: 'en_US.UTF-8' }), 'en')
  assert.equal(localeOf({ LANG: 'en_US.UTF-8', LC_ALL: '' }), 'en')
  assert.equal(localeOf({ LANG: 'fr_FR' }), 'en')
})

test('help, errors and answers are whole in either language', (t) => {
  const all = [...livesOf(modules), ...terminalOf(modules)]
  for (const command of all) {
    const texts = [command.summary, command.usage, ...Object.values(command.options ?? {}).map((each) => each.summary)]
    for (const { es, en } of texts) assert.ok((es === '') === (en === ''), `${command.name}: ${es} / ${en}`)
    assert.notEqual(command.summary.es, command.summary.en)
    assert.doesNotMatch(helpOf(command, 'es'), /\b(?:the|Show|Answer|FILE|MAIL)\b/)
    assert.doesNotMatch(helpOf(command, 'en'), /\b(?:Mostrar|Responder|ARCHIVO|CORREO|carpeta)\b/)
  }
  assert.match(helpOfAll(all, 'es'), /Servir el portal[\s\S]*dice más/)
  const folder = emptyFolder(t)
  assert.match(line(folder, ['doctor', '--what']).stderr, /No existe la opción --what/)
  assert.match(line(folder, ['doctor', '--what'], { LANG: 'en' }).stderr, /There is no option --what/)
  assert.match(line(folder, ['nada']).stderr, /nada: no existe esa orden[\s\S]*Comprobar el libro/)
  const wrong = line(folder, ['doctor'], { PREGONERO_PORT: 'mil' }).stderr
  assert.match(wrong, /La configuración no se puede usar:\n {2}PREGONERO_PORT: (?!Invalid)/)
})

test('a backup is never written over another file, and the words say so', async (t) => {
  const house = await openFurnished(t)
  const file = join(emptyFolder(t), 'copia.tar')
  writeFileSync(file, 'otra cosa')
  const out = { locale: 'es' as const, line: () => {}, data: () => {}, progress: () => {}, error: () => {} }
  await assert.rejects(performLine(house.app, terminalOf(modules), ['backup', file], out), /is already there/)
  await assert.rejects(
    performLine(house.app, terminalOf(modules), ['backup', join(file, 'x/y.tar')], out),
    /There is no folder/,
  )
  assert.equal(statSync(file).size, 9, 'what was there stays')
})
