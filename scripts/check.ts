import { spawn, spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '../test/support/postgres.ts'

// What `npm test` does, in order: everything that must hold before anything lands.

const root = join(import.meta.dirname, '..')
/** What CI runs, `npm run ci`: there, a step that was skipped is one that failed. */
const inCi = process.argv.includes('--ci') || process.env['CI'] === '1'
if (inCi) process.env['CI'] = '1'
const only = process.argv
  .find((each) => each.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',')

/** How a step ended, in one word, and why if it is not `passed`. */
interface Ended {
  readonly state: 'passed' | 'failed' | 'skipped'
  readonly why?: string
}
interface Step {
  readonly name: string
  run(): Promise<Ended>
}

const passed: Ended = { state: 'passed' }

function program(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', (error) => resolve({ state: 'failed', why: error.message }))
    child.on('exit', (code, signal) =>
      resolve(code === 0 ? passed : { state: 'failed', why: signal ?? `exit ${code}` }),
    )
  })
}

const installed = (name: string) => join(root, 'node_modules/.bin', name)
const node = (args: readonly string[], env?: Readonly<Record<string, string>>) => program(process.execPath, args, env)

async function types(): Promise<Ended> {
  for (const config of ['tsconfig.json', 'tsconfig.browser.json', 'tsconfig.rules.json']) {
    const ended = await program(installed('tsc'), ['-p', config])
    if (ended.state !== 'passed') return ended
  }
  return passed
}

/** Files of tests, by what they need: most run together in one process, which also forbids hidden globals. */
const apart = ['test/browser/**', 'test/faults/**', 'test/house.test.ts']
const together = () =>
  globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'], { cwd: root, exclude: apart }).sort()

function tests(files: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const reporter = ['--test-reporter=./scripts/reporter.mjs', '--test-reporter-destination=stdout']
  const flags = ['--import', './scripts/register.mjs', '--test', '--test-isolation=none', '--test-force-exit']
  return node([...flags, '--test-timeout=120000', ...reporter, ...files], { TEST_LOG: 'silent', ...env })
}

/** The oldest PostgreSQL that the house promises. Elsewhere a newer one will do, and is named; CI proves this one. */
const floor = '15'

async function onPostgres(): Promise<Ended> {
  const postgres = await startPostgres({ fsync: false })
  if ('skipped' in postgres) return { state: 'skipped', why: postgres.skipped }
  try {
    if (inCi && postgres.version.split('.')[0] !== floor) {
      return { state: 'failed', why: `this is PostgreSQL ${postgres.version}, and ${floor} is what must be proved` }
    }
    await postgres.createDatabase('suite_furnished')
    const ended = await tests(together(), { TEST_DATABASE: await postgres.createDatabase('suite') })
    return { why: `PostgreSQL ${postgres.version}`, ...ended }
  } finally {
    await postgres.stop()
  }
}

function inFolder(folder: string): Promise<Ended> {
  const files = globSync(`${folder}/**/*.test.{ts,tsx}`, { cwd: root }).sort()
  if (files.length === 0) return Promise.resolve({ state: 'failed', why: `no tests in ${folder}` })
  return tests(files, {})
}

const steps: readonly Step[] = [
  { name: 'types', run: types },
  { name: 'lint', run: () => program(installed('biome'), ['check', '.', '--error-on-warnings']) },
  { name: 'unused', run: () => program(installed('knip'), ['--no-progress']) },
  { name: 'house', run: () => tests(['test/house.test.ts'], { TEST_DATABASE: 'pglite' }) },
  { name: 'build', run: () => node(['scripts/build.mjs']) },
  { name: 'pglite', run: () => tests(together(), { TEST_DATABASE: 'pglite' }) },
  { name: 'postgresql', run: onPostgres },
  { name: 'faults', run: () => inFolder('test/faults') },
  { name: 'browser', run: () => inFolder('test/browser') },
]

const seconds = (start: number) => `${((performance.now() - start) / 1000).toFixed(1)} s`

const results: string[] = []
let worst = 0
for (const { name, run } of steps.filter((step) => !only || only.includes(step.name))) {
  console.log(`\n— ${name}`)
  const start = performance.now()
  const { state, why } = await run()
  results.push(`${state.padEnd(8)} ${name.padEnd(12)} ${seconds(start).padStart(8)}${why ? `  ${why}` : ''}`)
  if (state === 'failed' || (state === 'skipped' && inCi)) worst = 1
}
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout?.trim()
console.log(
  `\n${results.join('\n')}\n${worst === 0 ? 'Everything holds' : 'Something does not hold'}${commit ? ` at ${commit}` : ''}.`,
)
process.exit(worst)
