import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { about } from '../../../../test/fixtures/files/context.ts'
import {
  compound,
  docx,
  excelCsv,
  html,
  jpeg,
  odt,
  pdf,
  png,
  svg,
  xlsx,
  zip,
} from '../../../../test/fixtures/files/make.ts'
import { memoryBytes } from '../inspection/bytes.ts'
import { checks } from './index.ts'
import { type Progress, review } from './review.ts'

const sound: [string, Uint8Array][] = [
  ['a.pdf', pdf({ pages: ['Uno', 'Dos'], title: 'Acta', packed: { 100: '<< /A 1 >>' } })],
  ['a.docx', docx()],
  ['a.xlsx', xlsx()],
  ['a.odt', odt()],
  ['a.zip', zip({ 'a.txt': 'a', 'b.pdf': pdf() })],
  ['a.png', png()],
  ['a.jpg', jpeg()],
  ['a.csv', excelCsv()],
  ['a.svg', svg('<style>a{}</style>')],
  ['a.html', html()],
  ['a.doc', compound('WordDocument')],
]

const problems = async (name: string, content: Uint8Array) => {
  const bytes = memoryBytes(content)
  const told: Progress[] = []
  await review(bytes, { context: about(name), checks, inspect: true }, (progress) => told.push(progress))
  await bytes.close()
  return told.flatMap((progress) => (progress.kind === 'outcome' ? (progress.outcome.problem ?? []) : []))
}

test('arbitrary bytes never stop a check', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...sound), async (content, [name]) => {
      assert.deepEqual(await problems(name, content), [])
    }),
    { numRuns: 60 },
  )
})

test('sound files with some bytes changed or cut never stop a check', async () => {
  const change = fc.tuple(fc.nat(), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sound),
      fc.array(change, { maxLength: 6 }),
      fc.option(fc.nat(), { freq: 3 }),
      async ([name, whole], changes, cut) => {
        const content = Uint8Array.from(whole)
        for (const [place, byte] of changes) content[place % content.length] = byte
        assert.deepEqual(await problems(name, cut === null ? content : content.slice(0, cut % content.length)), [])
      },
    ),
    { numRuns: 60 },
  )
})
