import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reader } from './database.ts'
import { remembered, rememberedOf } from './remembered.ts'
import type { Versions } from './versions.ts'

const counting = () => {
  const entries = new Map<string, number>()
  const versions: Versions = {
    of: (modules) => modules.map((module) => entries.get(module) ?? 0).join('.'),
    committed: (module) => void entries.set(module, (entries.get(module) ?? 0) + 1),
    refresh: async () => {},
  }
  return versions
}
const inCommand = { tables: () => assert.fail('nothing is read here') } satisfies Reader

test('What every page asks is asked again only when its modules have committed something', async () => {
  let asked = 0
  const sections = remembered(['portal'], async () => ++asked)
  const house = { ...inCommand, versions: counting() }
  const other = { ...inCommand, versions: counting() }
  assert.deepEqual(await Promise.all([sections(house), sections(house)]), [1, 1])
  house.versions.committed('identity')
  assert.equal(await sections(house), 1)
  house.versions.committed('portal')
  assert.equal(await sections(house), 2)
  assert.equal(await sections(other), 3, 'each house remembers its own')
  assert.equal(await sections(inCommand), 4, 'a command is answered by the database')
  assert.equal(await sections(house), 2)
})

test('A question that failed is asked again', async () => {
  let fails = true
  const asks = remembered(['portal'], async () => {
    if (fails) throw new Error('the database went away')
    return 'back'
  })
  const house = { ...inCommand, versions: counting() }
  await assert.rejects(asks(house), /went away/)
  fails = false
  assert.equal(await asks(house), 'back')
})

test('Of many things as many answers are kept as were asked for last', async () => {
  const asked: string[] = []
  const sheets = rememberedOf(['publications'], 2, async (_, key) => {
    asked.push(key)
    return key.toUpperCase()
  })
  const house = { ...inCommand, versions: counting() }
  assert.deepEqual([await sheets(house, 'a'), await sheets(house, 'b'), await sheets(house, 'a')], ['A', 'B', 'A'])
  await sheets(house, 'c')
  await sheets(house, 'a')
  assert.equal(asked.join(''), 'abc', 'b was asked for longest ago')
  await sheets(house, 'b')
  house.versions.committed('publications')
  await sheets(house, 'b')
  assert.equal(asked.join(''), 'abcbb')
})
