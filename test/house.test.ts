import assert from 'node:assert/strict'
import { test } from 'node:test'
import { facts } from './house/facts.ts'
import { papers } from './house/papers.ts'
import { rules } from './house/rules.ts'
import { sourcesIn } from './house/sources.ts'

const sources = sourcesIn(['{src,test,scripts,bench}/**/*.{ts,tsx}', 'src/**/migrations/*.sql'])

for (const { sentence, reads, faultsOf, broken, kept = [], excused = {} } of rules) {
  test(`house: ${sentence}`, () => {
    for (const [path, text] of broken) {
      assert.ok(reads(path), `the rule does not read ${path}`)
      assert.notDeepEqual(faultsOf({ path, text }), [], `the rule does not fire on ${path}: ${text.slice(0, 80)}`)
    }
    for (const [path, text] of kept) assert.deepEqual(reads(path) ? faultsOf({ path, text }) : [], [])

    const read = sources.filter(({ path }) => reads(path))
    assert.ok(read.length > 0, 'the rule read no file')
    const faulty = read.flatMap((source) => faultsOf(source).map((fault) => ({ path: source.path, fault })))
    assert.deepEqual(
      faulty.filter(({ path }) => !(path in excused)).map(({ fault }) => fault),
      [],
    )
    const stale = Object.keys(excused).filter((path) => !faulty.some((each) => each.path === path))
    assert.deepEqual(stale, [], 'an excuse that nothing needs')
  })
}

for (const { sentence, look } of [...facts, ...papers]) {
  test(`house: ${sentence}`, () => {
    const { read, faults, samples } = look()
    assert.ok(read > 0, 'nothing was read')
    assert.ok(samples.length > 0, 'nothing shows that it fires')
    for (const [at, sample] of samples.entries()) assert.notDeepEqual(sample, [], `sample ${at} was not noticed`)
    assert.deepEqual(faults, [])
  })
}
