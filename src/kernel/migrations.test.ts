import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestGround } from '../../test/support/ground.ts'
import { EditedMigration, migrate } from './migrations.ts'

const first = { name: 'probe/0001-first', text: 'create table probe.thing (id bigint primary key);' }

test('a migration runs once, and one that was edited after it ran stops the house', async (t) => {
  const ground = await openTestGround([])
  await ground.begin()
  t.after(() => ground.rewind())
  assert.deepEqual(await migrate(ground.db, [first]), ['probe/0001-first'])
  assert.deepEqual(await migrate(ground.db, [first]), [])
  const edited = { ...first, text: `${first.text} -- a word more` }
  await assert.rejects(migrate(ground.db, [edited]), EditedMigration)
  const second = { name: 'probe/0002-second', text: 'alter table probe.thing add column name text;' }
  assert.deepEqual(await migrate(ground.db, [first, second]), ['probe/0002-second'])
})
