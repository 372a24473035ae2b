import { Readable } from 'node:stream'
import { createInflate } from 'node:zlib'
import type { Bytes } from './bytes.ts'

/** What a PDF carries besides pages, found in its raw objects. */
export type PdfMark = 'javascript' | 'launch' | 'attachment' | 'media'

/**
 * Looks through the objects of a PDF, also those packed in object streams, and also those that a later revision of the
 * document dropped but that still travel in the file.
 */
export const pdfMarks = (bytes: Bytes): Promise<ReadonlySet<PdfMark>> => bytes.once(scan)

const windowBytes = 1024 * 1024
const overlapBytes = 512
const mostUnpackedBytes = 16 * 1024 * 1024

const scan = async (bytes: Bytes): Promise<ReadonlySet<PdfMark>> => {
  const marks = new Set<PdfMark>()
  for (let start = 0; start < bytes.length; start += windowBytes) {
    const text = latin(await bytes.slice(start, start + windowBytes + overlapBytes))
    addMarks(marks, text)
    for (const found of text.slice(0, windowBytes).matchAll(/\/Type\s*\/ObjStm/g)) {
      addMarks(marks, await unpackAfter(bytes, start + found.index))
    }
  }
  return marks
}

const addMarks = (marks: Set<PdfMark>, text: string) => {
  const plain = text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  for (const [mark, pattern] of patterns) if (pattern.test(plain)) marks.add(mark)
}

const patterns: readonly (readonly [PdfMark, RegExp])[] = [
  ['javascript', /\/S\s*\/JavaScript\b/],
  ['launch', /\/S\s*\/Launch\b/],
  ['attachment', /\/Subtype\s*\/FileAttachment\b|\/Type\s*\/EmbeddedFile\b|\/EF\s*<</],
  ['media', /\/Subtype\s*\/(?:RichMedia|Movie)\b/],
]

/** The object stream whose dictionary is at this place. What cannot be unpacked reads as empty: readers skip it too. */
const unpackAfter = async (bytes: Bytes, place: number): Promise<string> => {
  const near = latin(await bytes.slice(place, place + 4096))
  const data = /stream\r?\n/.exec(near)
  if (!data) return ''
  const inflate = createInflate()
  Readable.from(rangesFrom(bytes, place + data.index + data[0].length)).pipe(inflate)
  const parts: Buffer[] = []
  let taken = 0
  try {
    for await (const part of inflate) {
      parts.push(part)
      taken += part.length
      if (taken > mostUnpackedBytes) break
    }
  } catch {
    return latin(Buffer.concat(parts))
  }
  return latin(Buffer.concat(parts))
}

async function* rangesFrom(bytes: Bytes, start: number) {
  for (let place = start; place < bytes.length; place += 65536) yield await bytes.slice(place, place + 65536)
}

const latin = (chunk: Uint8Array) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
