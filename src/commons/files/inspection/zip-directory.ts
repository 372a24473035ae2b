import type { Bytes } from './bytes.ts'
import { isUtf8 } from './decode.ts'

export interface ZipEntry {
  readonly name: string
  /** False when the name is neither ASCII nor UTF-8, so that accents arrive broken on other machines. */
  readonly nameIsUtf8: boolean
  readonly folder: boolean
  readonly encrypted: boolean
  /** 0 stored, 8 deflated; nothing else is read. */
  readonly method: number
  readonly crc: number
  readonly compressedSizeBytes: number
  /** As the directory claims; a hostile one lies. */
  readonly sizeBytes: number
  readonly offset: number
}

export class BrokenZip extends Error {}

const endSignature = 0x06054b50
const endSizeBytes = 22
const longestCommentBytes = 0xffff
const longLocatorSignature = 0x07064b50
const longEndSignature = 0x06064b50
const entrySignature = 0x02014b50
const largestDirectoryBytes = 32 * 1024 * 1024

interface Directory {
  readonly sizeBytes: number
  readonly start: number
  /** Bytes put before the zip by whoever made it: every offset moves by them. */
  readonly shift: number
}

export const listEntries = async (bytes: Bytes): Promise<readonly ZipEntry[]> => {
  const directory = await findDirectory(bytes)
  if (directory.sizeBytes > largestDirectoryBytes) throw new BrokenZip('directory too large')
  const buffer = Buffer.from(await bytes.slice(directory.start, directory.start + directory.sizeBytes))
  const entries: ZipEntry[] = []
  for (let place = 0; place + 46 <= buffer.length; ) {
    if (buffer.readUInt32LE(place) !== entrySignature) throw new BrokenZip('damaged directory')
    const next =
      place + 46 + buffer.readUInt16LE(place + 28) + buffer.readUInt16LE(place + 30) + buffer.readUInt16LE(place + 32)
    if (next > buffer.length) throw new BrokenZip('damaged directory')
    entries.push(readEntry(buffer.subarray(place, next), directory.shift))
    place = next
  }
  return entries
}

const findDirectory = async (bytes: Bytes): Promise<Directory> => {
  const tailStart = Math.max(0, bytes.length - endSizeBytes - longestCommentBytes)
  const tail = Buffer.from(await bytes.slice(tailStart, bytes.length))
  for (let place = tail.length - endSizeBytes; place >= 0; place--) {
    if (tail.readUInt32LE(place) !== endSignature) continue
    if (tail.readUInt16LE(place + 20) > tail.length - place - endSizeBytes) continue
    const end = tail.subarray(place, place + endSizeBytes)
    return (await findLongDirectory(bytes, tailStart + place)) ?? shortDirectory(end, tailStart + place)
  }
  throw new BrokenZip('no end of central directory')
}

const shortDirectory = (end: Buffer, endStart: number): Directory =>
  located(end.readUInt32LE(12), end.readUInt32LE(16), endStart)

const located = (sizeBytes: number, claimedStart: number, directoryEnd: number): Directory => {
  const start = directoryEnd - sizeBytes
  if (start < 0 || claimedStart > start) throw new BrokenZip('directory outside the file')
  return { sizeBytes, start, shift: start - claimedStart }
}

/** Zip64: archives over 4 GB or 65,535 entries. */
const findLongDirectory = async (bytes: Bytes, endStart: number): Promise<Directory | null> => {
  const locator = Buffer.from(await bytes.slice(endStart - 20, endStart))
  if (locator.length < 20 || locator.readUInt32LE(0) !== longLocatorSignature) return null
  const start = Number(locator.readBigUInt64LE(8))
  const end = Buffer.from(await bytes.slice(start, start + 56))
  if (end.length < 56 || end.readUInt32LE(0) !== longEndSignature) throw new BrokenZip('damaged zip64 directory')
  return located(Number(end.readBigUInt64LE(40)), Number(end.readBigUInt64LE(48)), start)
}

const readEntry = (buffer: Buffer, shift: number): ZipEntry => {
  const nameEnd = 46 + buffer.readUInt16LE(28)
  const rawName = buffer.subarray(46, nameEnd)
  const nameIsUtf8 = isUtf8(rawName)
  const name = new TextDecoder(nameIsUtf8 ? 'utf-8' : 'windows-1252').decode(rawName)
  const long = longNumbers(buffer.subarray(nameEnd, nameEnd + buffer.readUInt16LE(30)))
  const number = (place: number) => {
    const short = buffer.readUInt32LE(place)
    return short === 0xffffffff ? (long.shift() ?? short) : short
  }
  const sizeBytes = number(24)
  const compressedSizeBytes = number(20)
  return {
    name,
    nameIsUtf8,
    folder: name.endsWith('/'),
    encrypted: (buffer.readUInt16LE(8) & 1) === 1,
    method: buffer.readUInt16LE(10),
    crc: buffer.readUInt32LE(16),
    compressedSizeBytes,
    sizeBytes,
    offset: number(42) + shift,
  }
}

/** The zip64 extra field: size, compressed size and offset, each present only where the short one overflowed. */
const longNumbers = (extra: Buffer): number[] => {
  for (let place = 0; place + 4 <= extra.length; ) {
    const end = place + 4 + extra.readUInt16LE(place + 2)
    if (extra.readUInt16LE(place) === 1) {
      const field = extra.subarray(place + 4, end)
      return Array.from({ length: Math.floor(field.length / 8) }, (_, index) =>
        Number(field.readBigUInt64LE(index * 8)),
      )
    }
    place = end
  }
  return []
}
