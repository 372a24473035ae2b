import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Transform, Writable } from 'node:stream'
import { type TestContext, test } from 'node:test'
import { type Disk, NoRoom, openStorage, TooLarge } from './storage.ts'

async function emptyFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pregonero-library-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const left = (folder: string) => readdir(join(folder, 'coming'))
const roomy = (disk: Partial<Disk>): Disk => ({
  write: (path) => createWriteStream(path, { flags: 'wx' }),
  free: async () => Number.MAX_SAFE_INTEGER,
  ...disk,
})
const read = async (stream: Readable) => Buffer.concat(await stream.toArray())

test('a content is kept under its hash and read whole or in part', async (t) => {
  const folder = await emptyFolder(t)
  const storage = await openStorage(folder)
  const bytes = randomBytes(300_000)
  const kept = await storage.keep(Readable.from([bytes.subarray(0, 1000), bytes.subarray(1000)]))
  assert.deepEqual(kept, { sha256: digest(bytes), bytes: 300_000 })
  assert.deepEqual(await read(storage.read(kept.sha256)), bytes)
  assert.deepEqual(await read(storage.read(kept.sha256, { start: 5, end: 9 })), bytes.subarray(5, 10))
  assert.equal((await stat(storage.pathOf(kept.sha256))).mode & 0o077, 0)
  assert.deepEqual(await left(folder), [])
})

test('the same content brought by many at once is kept once', async (t) => {
  const folder = await emptyFolder(t)
  const storage = await openStorage(folder)
  const bytes = randomBytes(100_000)
  const kept = await Promise.all(Array.from({ length: 20 }, () => storage.keep(Readable.from([bytes]))))
  assert.equal(new Set(kept.map(({ sha256 }) => sha256)).size, 1)
  assert.deepEqual(await Readable.from(storage.all()).toArray(), [digest(bytes)])
  assert.deepEqual(await read(storage.read(digest(bytes))), bytes)
  assert.deepEqual(await left(folder), [])
})

test('what is over the limit leaves nothing behind', async (t) => {
  const folder = await emptyFolder(t)
  const storage = await openStorage(folder)
  await assert.rejects(storage.keep(Readable.from([randomBytes(600), randomBytes(600)]), 1000), TooLarge)
  assert.deepEqual(await left(folder), [])
  assert.deepEqual(await Readable.from(storage.all()).toArray(), [])
})

test('a connection that drops leaves nothing behind', async (t) => {
  const folder = await emptyFolder(t)
  const storage = await openStorage(folder)
  const dropped = Readable.from(
    (async function* () {
      yield randomBytes(600)
      throw new Error('aborted')
    })(),
  )
  await assert.rejects(storage.keep(dropped), /aborted/)
  assert.deepEqual(await left(folder), [])
})

test('a disk that fills up while writing refuses and leaves nothing behind', async (t) => {
  const folder = await emptyFolder(t)
  const write = (path: string) => {
    const filling = new Transform({
      transform(chunk, _encoding, done) {
        if (chunk.length > 1) done(null, chunk)
        else done(Object.assign(new Error('write'), { code: 'ENOSPC' }))
      },
    })
    filling.pipe(createWriteStream(path, { flags: 'wx' }))
    return filling
  }
  const storage = await openStorage(folder, roomy({ write }))
  await assert.rejects(storage.keep(Readable.from([randomBytes(600), randomBytes(1)])), NoRoom)
  assert.deepEqual(await left(folder), [])
  assert.deepEqual(await Readable.from(storage.all()).toArray(), [])
})

test('uploads stop while the database still has room, also in the middle of a long one', async (t) => {
  const folder = await emptyFolder(t)
  let asked = 0
  const free = async () => (++asked > 1 ? 129_000_000 : 300_000_000)
  const storage = await openStorage(folder, roomy({ free }))
  const long = Readable.from(Array.from({ length: 7 }, () => Buffer.alloc(10_000_000)))
  await assert.rejects(storage.keep(long), NoRoom)
  assert.deepEqual(await left(folder), [])
  await assert.rejects(storage.needRoom(2_000_000), NoRoom)
  await storage.needRoom(1_000_000)
})

test('a finished file moves in, hashed again or not', async (t) => {
  const folder = await emptyFolder(t)
  const storage = await openStorage(folder)
  const bytes = randomBytes(5000)
  await writeFile(join(folder, 'finished'), bytes, { mode: 0o644 })
  const kept = await storage.keepFile(join(folder, 'finished'))
  assert.deepEqual(kept, { sha256: digest(bytes), bytes: 5000 })
  assert.equal((await stat(storage.pathOf(kept.sha256))).mode & 0o077, 0)

  await writeFile(storage.pathOfPart('known'), bytes)
  assert.deepEqual(await storage.keepFile(storage.pathOfPart('known'), kept), kept)
  assert.deepEqual(await readdir(join(folder, 'parts')), [])
  assert.deepEqual(await readFile(storage.pathOf(kept.sha256)), bytes)
})

test('what came in again meanwhile is not removed as old', async (t) => {
  const folder = await emptyFolder(t)
  const storage = await openStorage(folder)
  const { sha256 } = await storage.keep(Readable.from([Buffer.from('acta')]))
  await utimes(storage.pathOf(sha256), new Date('2026-01-01'), new Date('2026-01-01'))
  await storage.keep(Readable.from([Buffer.from('acta')]))
  await storage.remove(sha256, new Date('2026-01-02'))
  assert.equal(await storage.has(sha256), true)
  await utimes(storage.pathOf(sha256), new Date('2026-01-01'), new Date('2026-01-01'))
  await storage.remove(sha256, new Date('2026-01-02'))
  assert.equal(await storage.sizeOf(sha256), undefined)
})

test('half uploads of an earlier life are swept at the start, and those that still arrive are not', async (t) => {
  const folder = await emptyFolder(t)
  await openStorage(folder)
  await writeFile(join(folder, 'coming', 'left'), 'half')
  await writeFile(join(folder, 'coming', 'arriving'), 'half')
  const hourAndMore = new Date(Date.now() - 3_700_000)
  await utimes(join(folder, 'coming', 'left'), hourAndMore, hourAndMore)
  await openStorage(folder)
  assert.deepEqual(await left(folder), ['arriving'])
})

test('what is cut before its file is open leaves nothing, however late the disk opens it', async (t) => {
  const folder = await emptyFolder(t)
  const write = (path: string) =>
    new Writable({
      construct: (done) => void setTimeout(() => writeFile(path, '').then(() => done(), done), 30),
      write: (_chunk, _encoding, done) => done(),
    })
  const storage = await openStorage(folder, roomy({ write }))
  const dropped = Readable.from(
    (async function* () {
      yield randomBytes(10)
      throw new Error('the line dropped')
    })(),
  )
  await assert.rejects(storage.keep(dropped), /dropped/)
  await new Promise((resolve) => setTimeout(resolve, 60))
  assert.deepEqual(await left(folder), [])
})
