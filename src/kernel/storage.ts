import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Content stored once, under its SHA-256. What is kept is never changed. */
export interface Storage {
  /** Streams in, hashing on the way; `limit` in bytes. Nothing is held whole in memory. */
  keep(content: Readable, limit?: number): Promise<Kept>
  /** Moves a finished file of this machine in. */
  keepFile(path: string): Promise<Kept>
  has(sha256: string): Promise<boolean>
  /** The bytes from `start` to `end`, both included. */
  read(sha256: string, range?: { start: number; end: number }): Readable
  /** Where a child process may open it. */
  pathOf(sha256: string): string
  remove(sha256: string): Promise<void>
  all(): AsyncIterable<string>
  /** Clears what half-finished uploads of an earlier life left behind. */
  sweep(): Promise<number>
}
export interface Kept {
  readonly sha256: string
  readonly bytes: number
}

export class TooLarge extends Error {}

export async function openStorage(folder: string): Promise<Storage> {
  const coming = join(folder, 'coming')
  await mkdir(coming, { recursive: true })
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

  async function settle(path: string, kept: Kept): Promise<Kept> {
    const target = pathOf(kept.sha256)
    await mkdir(dirname(target), { recursive: true })
    await rename(path, target)
    await syncFolder(dirname(target))
    return kept
  }
  return {
    pathOf,
    async keep(content, limit = Number.POSITIVE_INFINITY) {
      const path = join(coming, randomUUID())
      const hash = createHash('sha256')
      let bytes = 0
      try {
        await pipeline(
          content,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              bytes += chunk.length
              if (bytes > limit) throw new TooLarge(`More than ${limit} bytes.`)
              hash.update(chunk)
              yield chunk
            }
          },
          createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
        )
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      return settle(path, { sha256: hash.digest('hex'), bytes })
    },
    async keepFile(path) {
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
      const { size } = await stat(path)
      const file = await open(path, 'r+')
      await file.sync()
      await file.close()
      return settle(path, { sha256: hash.digest('hex'), bytes: size })
    },
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    read: (sha256, range) => createReadStream(pathOf(sha256), range),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async *all() {
      for (const first of await readdir(folder)) {
        if (first.length !== 2) continue
        for (const second of await readdir(join(folder, first))) yield* await readdir(join(folder, first, second))
      }
    },
    async sweep() {
      const left = await readdir(coming)
      for (const name of left) await rm(join(coming, name), { force: true })
      return left.length
    },
  }
}

/** A rename survives a power cut only once its folder is written too. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().catch(() => {})
  await handle.close()
}
