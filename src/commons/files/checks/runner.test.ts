import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { about } from '../../../../test/fixtures/files/context.ts'
import { pdf } from '../../../../test/fixtures/files/make.ts'
import { misbehaved } from './misbehaved.fixture.ts'
import { type CheckRunner, openCheckRunner } from './runner.ts'

const program = (name: string) => fileURLToPath(new URL(name, import.meta.url))

let folder = ''
let path = ''
let runner: CheckRunner

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'review-'))
  path = join(folder, 'acta.pdf')
  await writeFile(path, pdf({ title: 'Acta 7' }))
  const entry = join(folder, 'child.mjs')
  await bundle(program('child.fixture.ts'), entry)
  runner = openCheckRunner({ entry, memoryMegabytes: 300, seconds: 1, checks: misbehaved })
})

/** As production builds it: the child then runs without a loader and without leave to write or spawn. */
const bundle = (source: string, outfile: string) =>
  build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pdfjs-dist'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  })

const ids = misbehaved.map((check) => check.id)

after(async () => {
  await runner.close()
  await rm(folder, { recursive: true })
})

const resultOf = async (name: string) => {
  const { failure, outcomes } = await runner.run(path, about(name), ids)
  return { failure, results: outcomes.map(({ check, result }) => `${check} ${result}`), outcomes }
}

test('a check that takes memory without end is killed, and the next file is still reviewed', async () => {
  const { failure, results, outcomes } = await resultOf('hoarder')
  assert.equal(failure, 'out-of-memory')
  assert.deepEqual(results.slice(0, 3), ['size ok', 'hoarder error', 'endless error'])
  assert.deepEqual(
    outcomes.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    ['review/out-of-memory'],
  )
  assert.equal((await resultOf('innocent')).failure, null)
})

test('a check that never ends is killed, and what ran before it stays', async () => {
  const { failure, results } = await resultOf('endless')
  assert.equal(failure, 'timeout')
  assert.deepEqual(results.slice(0, 4), ['size ok', 'hoarder ok', 'endless error', 'quitter error'])
  assert.equal((await resultOf('innocent')).failure, null)
})

test('a check that ends the process takes only its own file with it', async () => {
  const [first, second] = await Promise.all([resultOf('quitter'), resultOf('innocent')])
  assert.equal(first.failure, 'crashed')
  assert.equal(second.failure, null)
})

test('a check that throws is an error among sound results', async () => {
  const { failure, outcomes } = await resultOf('thrower')
  const thrown = outcomes.find(({ check }) => check === 'thrower')
  assert.equal(failure, null)
  assert.equal(thrown?.result, 'error')
  assert.deepEqual(
    thrown?.findings.map(({ rule, severity }) => [rule, severity]),
    [['review/failed', 'blocks']],
  )
})

test('the reviewer knows nothing of the environment of the house', async () => {
  process.env['HOUSE_SECRET'] = 'secret'
  const { outcomes } = await resultOf('environment')
  delete process.env['HOUSE_SECRET']
  const problem = outcomes.find(({ check }) => check === 'environment')?.problem ?? ''
  assert.doesNotMatch(problem, /HOUSE_SECRET|PATH|HOME|DATABASE/)
  assert.match(problem, /"folder":"\/"/)
})

test('a file that is not there is an answer, not an accident', async () => {
  const { failure, outcomes } = await runner.run(join(folder, 'none.pdf'), about('none.pdf'))
  assert.equal(failure, 'unreadable')
  assert.equal(outcomes[0]?.findings[0]?.rule, 'review/unreadable')
})

test('the checks of the house review a real file in their own process', async () => {
  const house = openCheckRunner({ entry: program('child.ts'), memoryMegabytes: 600, seconds: 20 })
  const whole = await house.run(path, about('acta.pdf'))
  assert.equal(whole.failure, null)
  assert.deepEqual(
    whole.outcomes.filter(({ result }) => result === 'findings' || result === 'error'),
    [],
  )
  assert.equal(whole.inspection?.title, 'Acta 7')
  assert.match(whole.sha256, /^[0-9a-f]{64}$/)
  const some = await house.run(path, about('acta.pdf'), ['size'])
  assert.deepEqual(
    some.outcomes.map(({ check }) => check),
    ['size'],
  )
  assert.equal(some.inspection, null)
  await house.close()
})

test('a program of the reviewer that does not start is a fault of the house, not of the file', async () => {
  const missing = openCheckRunner({ entry: join(folder, 'none.mjs'), memoryMegabytes: 300, seconds: 1 })
  await assert.rejects(missing.run(path, about('acta.pdf')), /did not start/)
  await missing.close()
})
