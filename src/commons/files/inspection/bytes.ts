import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { type Decoded, decode } from './decode.ts'

/** Random access over one file, so that no file need be held whole in memory. Close it when the review ends. */
export interface Bytes {
  readonly length: number
  /** Bytes from `start` to `end`, clamped to the file. */
  slice(start: number, end: number): Promise<Uint8Array>
  chunks(sizeBytes?: number): AsyncIterable<Uint8Array>
  /** The whole file; throws `TooLarge` above the limit. */
  all(limitBytes?: number): Promise<Uint8Array>
  /** The beginning of the file as text; null when it is not text. */
  text(limitBytes?: number): Promise<Decoded | null>
  /** What `make` found out about this file, found out once and shared by every check. */
  once<Fact>(make: (bytes: Bytes) => Promise<Fact>): Promise<Fact>
  whenClosed(task: () => Promise<unknown>): void
  close(): Promise<void>
}

export class TooLarge extends Error {}

const megabyte = 1024 * 1024

export const openBytes = async (path: string): Promise<Bytes> => {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  const read = async (start: number, end: number) => {
    const { buffer, bytesRead } = await file.read(new Uint8Array(end - start), 0, end - start, start)
    return buffer.subarray(0, bytesRead)
  }
  const bytes = bytesOver(size, read)
  bytes.whenClosed(() => file.close())
  return bytes
}

export const memoryBytes = (content: Uint8Array): Bytes =>
  bytesOver(content.length, async (start, end) => content.slice(start, end))

const bytesOver = (length: number, read: (start: number, end: number) => Promise<Uint8Array>): Bytes => {
  const facts = new Map<unknown, Promise<unknown>>()
  const closers: (() => Promise<unknown>)[] = []
  const within = (place: number) => Math.min(Math.max(Math.trunc(place), 0), length)
  const bytes: Bytes = {
    length,
    slice: (start, end) => read(within(start), Math.max(within(start), within(end))),
    async *chunks(sizeBytes = 256 * 1024) {
      for (let start = 0; start < length; start += sizeBytes) yield await bytes.slice(start, start + sizeBytes)
    },
    async all(limitBytes = 64 * megabyte) {
      if (length > limitBytes) throw new TooLarge(`${length} bytes, limit ${limitBytes}`)
      return bytes.slice(0, length)
    },
    async text(limitBytes = 2 * megabyte) {
      return decode(await bytes.slice(0, limitBytes), length > limitBytes)
    },
    once<Fact>(make: (bytes: Bytes) => Promise<Fact>) {
      const known = (facts.get(make) as Promise<Fact> | undefined) ?? make(bytes)
      facts.set(make, known)
      return known
    },
    whenClosed: (task) => void closers.unshift(task),
    async close() {
      for (const task of closers.splice(0)) await task()
    },
  }
  return bytes
}

/** Hexadecimal digest of what was really read, so that the file reviewed can be proved to be the file stored. */
export const sha256Of = (bytes: Bytes): Promise<string> => bytes.once(digest)

const digest = async (bytes: Bytes) => {
  const hash = createHash('sha256')
  for await (const chunk of bytes.chunks()) hash.update(chunk)
  return hash.digest('hex')
}
