import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zip } from '../../../../test/fixtures/files/make.ts'
import { memoryBytes } from './bytes.ts'
import { openZip } from './zip.ts'
import { BrokenZip } from './zip-directory.ts'

const content = zip({ 'actas/uno.txt': 'Uno. '.repeat(1000), 'vacio.txt': '', 'actas/': '' })

test('a zip lists its files and gives them back', async () => {
  const opened = await openZip(memoryBytes(content))
  assert.deepEqual(
    opened.entries.map(({ name, folder }) => [name, folder]),
    [
      ['actas/uno.txt', false],
      ['vacio.txt', false],
      ['actas/', true],
    ],
  )
  assert.equal(await opened.part('actas/uno.txt'), 'Uno. '.repeat(1000))
  assert.equal(await opened.part('vacio.txt'), '')
  assert.equal(await opened.part('none.txt'), '')
})

test('unpacking stops at the limit and says so', async () => {
  const opened = await openZip(memoryBytes(content))
  const entry = opened.find('actas/uno.txt')
  assert.ok(entry)
  const { content: start, whole } = await opened.read(entry, 12)
  assert.deepEqual([start.toString(), whole], ['Uno. Uno. Un', false])
})

test('a zip with something before it is read all the same', async () => {
  const prefixed = Buffer.concat([Buffer.from('prefix'), content])
  const opened = await openZip(memoryBytes(prefixed))
  assert.equal(await opened.part('actas/uno.txt'), 'Uno. '.repeat(1000))
})

test('what is no zip, or is damaged inside, is broken', async () => {
  await assert.rejects(openZip(memoryBytes(Buffer.from('PK, but no zip'))), BrokenZip)
  const damaged = Buffer.from(content)
  damaged[45] = (damaged[45] ?? 0) ^ 0xff
  const opened = await openZip(memoryBytes(damaged))
  await assert.rejects(opened.part('actas/uno.txt'), BrokenZip)
})
