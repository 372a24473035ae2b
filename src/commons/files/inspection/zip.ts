import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { Bytes } from './bytes.ts'
import { BrokenZip, listEntries, type ZipEntry } from './zip-directory.ts'

export interface Zip {
  readonly entries: readonly ZipEntry[]
  find(name: string): ZipEntry | undefined
  /** Unpacks an entry and stops at the limit; `whole` tells whether that was all of it. Throws `BrokenZip`. */
  read(entry: ZipEntry, limitBytes: number): Promise<{ readonly content: Uint8Array; readonly whole: boolean }>
  /** A text part of an office file, empty when it is missing. */
  part(name: string, limitBytes?: number): Promise<string>
}

/** The list of a zip's contents, read from its central directory alone. Throws `BrokenZip`. */
export const openZip = (bytes: Bytes): Promise<Zip> => bytes.once(read)

const read = async (bytes: Bytes): Promise<Zip> => {
  const entries = await listEntries(bytes)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const zip: Zip = {
    entries,
    find: (name) => byName.get(name),
    read: (entry, limitBytes) => unpack(bytes, entry, limitBytes),
    async part(name, limitBytes = 16 * 1024 * 1024) {
      const entry = byName.get(name)
      return entry ? new TextDecoder().decode((await zip.read(entry, limitBytes)).content) : ''
    },
  }
  return zip
}

const unpack = async (bytes: Bytes, entry: ZipEntry, limitBytes: number) => {
  if (entry.encrypted) throw new BrokenZip('encrypted entry')
  const source = packed(bytes, await dataStart(bytes, entry), entry.compressedSizeBytes)
  const parts: Uint8Array[] = []
  let taken = 0
  for await (const part of entry.method === 0 ? source : inflated(source, entry.method)) {
    parts.push(part)
    taken += part.length
    if (taken > limitBytes) break
  }
  const content = Buffer.concat(parts)
  if (taken > limitBytes) return { content: content.subarray(0, limitBytes), whole: false }
  if (crc32(content) !== entry.crc) throw new BrokenZip('checksum differs')
  return { content, whole: true }
}

const localHeaderSignature = 0x04034b50

const dataStart = async (bytes: Bytes, entry: ZipEntry) => {
  const header = Buffer.from(await bytes.slice(entry.offset, entry.offset + 30))
  if (header.length < 30 || header.readUInt32LE(0) !== localHeaderSignature) throw new BrokenZip('no local header')
  return entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

async function* packed(bytes: Bytes, start: number, length: number) {
  const end = Math.min(start + length, bytes.length)
  for (let place = start; place < end; place += 65536) yield await bytes.slice(place, Math.min(place + 65536, end))
}

async function* inflated(source: AsyncIterable<Uint8Array>, method: number): AsyncIterable<Uint8Array> {
  if (method !== 8) throw new BrokenZip(`compression method ${method}`)
  const inflate = createInflateRaw()
  Readable.from(source)
    .on('error', (error) => inflate.destroy(error))
    .pipe(inflate)
  try {
    yield* inflate
  } catch (error) {
    throw new BrokenZip('cannot be unpacked', { cause: error })
  }
}
