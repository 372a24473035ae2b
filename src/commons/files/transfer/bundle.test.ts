import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { Env } from '#kernel/module'
import { serveBundle } from './bundle.ts'

const piece = 64 * 1024
const pieces = 8_000

test('an archive of half a gigabyte is read only as fast as it is taken, and let go when nobody takes it', async () => {
  let given = 0
  let ended = false
  const storage = {
    sizeOf: async () => piece * pieces,
    read: () =>
      Readable.from(
        (async function* () {
          try {
            for (let at = 0; at < pieces; at++) {
              given += piece
              yield Buffer.alloc(piece)
            }
          } finally {
            ended = true
          }
        })(),
      ),
  }
  const web = new Hono<Env>().get('/', (c) => {
    c.set('app', { storage } as never)
    const file = { sha256: 'a'.repeat(64), name: 'padrón.csv', bytes: piece * pieces }
    return serveBundle(c, { name: 'todo.zip', tag: 'uno', at: new Date('2026-10-16T16:00:00Z'), files: [file] })
  })
  const response = await web.request('/')
  assert.ok(Number(response.headers.get('content-length')) > piece * pieces)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  for (let taken = 0; taken < 10; taken++) await reader.read()
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.ok(given < 10_000_000, `${given} bytes were read for ten pieces`)
  await reader.cancel()
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(ended, true)
})
