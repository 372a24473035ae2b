import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Content stored once, under its SHA-256. What is kept is never changed. */
export interface Storage {
  /** Streams in, hashing on the way; `limit` in bytes. Nothing is held whole in memory. Throws TooLarge, NoRoom. */
  keep(content: AsyncIterable<Uint8Array>, limit?: number): Promise<Kept>
  /** Moves a finished file of this machine in. Whoever hashed it while writing it says so, and it is not read again. */
  keepFile(path: string, known?: Kept): Promise<Kept>
  has(sha256: string): Promise<boolean>
  /** In bytes; undefined for what is not kept. */
  sizeOf(sha256: string): Promise<number | undefined>
  /** The bytes from `start` to `end`, both included. */
  read(sha256: string, range?: { start: number; end: number }): Readable
  /** Reads it again and says what its bytes hash to now; undefined for what is not kept. */
  measure(sha256: string): Promise<Kept | undefined>
  /** Where a child process may open it. */
  pathOf(sha256: string): string
  /** Takes it out; with `keptBefore`, only if nobody brought it again since. */
  remove(sha256: string, keptBefore?: Date): Promise<void>
  all(): AsyncIterable<string>
  /** Where a file grows that arrives in parts; `part` is a random name of the caller's. Outlives the process. */
  pathOfPart(part: string): string
  removePart(part: string): Promise<void>
  /** Throws NoRoom unless so many more bytes fit and leave the machine room to work. */
  needRoom(bytes: number): Promise<void>
  /** Clears what half-finished uploads of an earlier life left behind. Answers how many. */
  sweep(): Promise<number>
}
export interface Kept {
  readonly sha256: string
  readonly bytes: number
}

export class TooLarge extends Error {}
/** The disk is full, or so nearly that the database beside the library would stop. */
export class NoRoom extends Error {}

/** The disk as this file needs it; a test brings one that fills up. */
export interface Disk {
  write(path: string): Writable
  /** In bytes, for whoever is not root. */
  free(folder: string): Promise<number>
}
const realDisk: Disk = {
  write: (path) => createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  async free(folder) {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
}

const closed = (file: Writable): Promise<void> =>
  new Promise((resolve) => {
    if (file.closed) return resolve()
    file.once('close', resolve)
    file.on('error', () => {})
    file.destroy()
  })

/** A full disk stops the database too, so that uploads stop before. */
const spareBytes = 128_000_000
/** How often a long upload asks again whether there is room. */
const roomEveryBytes = 64_000_000
/** Nobody writes to a file in `coming` that has rested this long: not even a stalled connection lasts. */
const restedMilliseconds = 3_600_000

export async function openStorage(folder: string, disk: Disk = realDisk): Promise<Storage> {
  const coming = join(folder, 'coming')
  const parts = join(folder, 'parts')
  await mkdir(coming, { recursive: true, mode: 0o700 })
  await mkdir(parts, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const pathOfPart = (part: string) => join(parts, part)

  async function needRoom(bytes: number): Promise<void> {
    if ((await disk.free(folder)) < bytes + spareBytes) throw new NoRoom('The disk of the library is full.')
  }

  async function keep(content: AsyncIterable<Uint8Array>, limit = Number.POSITIVE_INFINITY): Promise<Kept> {
    const path = join(coming, randomUUID())
    const hash = createHash('sha256')
    let bytes = 0
    async function* measured(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        if (Math.floor(bytes / roomEveryBytes) !== Math.floor((bytes + chunk.length) / roomEveryBytes)) {
          await needRoom(roomEveryBytes)
        }
        bytes += chunk.length
        if (bytes > limit) throw new TooLarge(`More than ${limit} bytes.`)
        hash.update(chunk)
        yield chunk
      }
    }
    let file: Writable | undefined
    try {
      await needRoom(0)
      file = disk.write(path)
      await pipeline(content, measured, file)
      return await settle(folder, path, pathOf, { sha256: hash.digest('hex'), bytes })
    } catch (error) {
      // One that was still being opened would be made after it was removed.
      if (file) await closed(file)
      await rm(path, { force: true })
      throw asNoRoom(error)
    }
  }

  const storage: Storage = {
    pathOf,
    pathOfPart,
    needRoom,
    keep,
    async keepFile(path, known) {
      try {
        await syncFile(path)
        await chmod(path, 0o600)
        await utimes(path, new Date(), new Date())
        return await settle(folder, path, pathOf, known ?? (await measureFile(path)))
      } catch (error) {
        if (codeOf(error) !== 'EXDEV') throw asNoRoom(error)
        const kept = await keep(createReadStream(path))
        await rm(path, { force: true })
        return kept
      }
    },
    has: async (sha256) => (await storage.sizeOf(sha256)) !== undefined,
    sizeOf: (sha256) => stat(pathOf(sha256)).then(({ size }) => size, absent),
    read: (sha256, range) => createReadStream(pathOf(sha256), range),
    measure: (sha256) => measureFile(pathOf(sha256)).catch(unlessGone),
    async remove(sha256, keptBefore) {
      const found = keptBefore ? await stat(pathOf(sha256)).catch(absent) : undefined
      if (found && keptBefore && found.mtime >= keptBefore) return
      await rm(pathOf(sha256), { force: true })
    },
    removePart: (part) => rm(pathOfPart(part), { force: true }),
    async *all() {
      for (const first of await foldersOf(folder)) {
        for (const second of await foldersOf(join(folder, first))) yield* await readdir(join(folder, first, second))
      }
    },
    async sweep() {
      let swept = 0
      for (const name of await readdir(coming)) {
        const found = await stat(join(coming, name)).catch(absent)
        if (!found || Date.now() - found.mtimeMs < restedMilliseconds) continue
        await rm(join(coming, name), { force: true })
        swept++
      }
      return swept
    },
  }
  // Another process of the house may be writing here: only what has rested is swept.
  await storage.sweep()
  return storage
}

/** Renaming over an earlier copy is atomic, and mends one that the disk damaged; its date says when it came last. */
async function settle(folder: string, path: string, pathOf: (sha256: string) => string, kept: Kept): Promise<Kept> {
  const target = pathOf(kept.sha256)
  const first = await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  try {
    await rename(path, target)
  } catch (error) {
    // Windows does not rename over a file that somebody is reading; the same bytes are already there.
    const there = await stat(target).catch(absent)
    if (codeOf(error) === 'EXDEV' || there?.size !== kept.bytes) throw error
    await rm(path, { force: true })
  }
  await syncFolder(dirname(target))
  if (first) await Promise.all([syncFolder(dirname(dirname(target))), syncFolder(folder)])
  return kept
}

/** Hashes a file of this machine without holding it. */
export async function measureFile(path: string): Promise<Kept> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function foldersOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name)).map(({ name }) => name)
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename survives a power cut only once its folder is written too; Windows opens no folder, and needs not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(absent)
  await handle?.sync().catch(absent)
  await handle?.close()
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException | undefined)?.code
const asNoRoom = (error: unknown) =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error) ?? '')
    ? new NoRoom('The disk of the library is full.', { cause: error })
    : error
const absent = () => undefined
const unlessGone = (error: unknown) => (codeOf(error) === 'ENOENT' ? undefined : Promise.reject(error))
