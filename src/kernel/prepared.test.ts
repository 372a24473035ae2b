import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { nameOf, prepare } from './prepared.ts'

test('A statement has a name from the third time it is asked, and keeps it', () => {
  const statement = `select ${Math.random()} from kernel.entry where id = $1`
  assert.deepEqual([nameOf(statement), nameOf(statement)], [undefined, undefined])
  const name = nameOf(statement)
  assert.match(name ?? '', /^pregonero_\d{1,3}$/)
  assert.equal(nameOf(statement), name)
})

test('Only what carries values is prepared: several statements in one text cannot be', () => {
  const asked: unknown[] = []
  const client = { query: (...args: readonly unknown[]) => void asked.push(args[0]) } as unknown as pg.ClientBase
  prepare(client)
  const text = `select ${Math.random()} where 1 = $1`
  for (let time = 0; time < 3; time++) void client.query(text, [1])
  for (let time = 0; time < 4; time++) void client.query('begin; commit')
  assert.deepEqual(asked.slice(0, 2), [text, text])
  assert.deepEqual(asked[2], { name: nameOf(text), text, values: [1] })
  assert.deepEqual(new Set(asked.slice(3)), new Set(['begin; commit']))
})

test('Beyond five hundred, what comes back is still answered, without a name', () => {
  const name = (at: number) => [1, 2, 3].map(() => nameOf(`select ${at} where ${Math.random} = $1`)).at(-1)
  const names = Array.from({ length: 600 }, (_, at) => name(at))
  assert.ok(names.filter(Boolean).length <= 500)
  assert.equal(names.at(-1), undefined)
})
