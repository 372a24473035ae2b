import type { Bytes } from './bytes.ts'
import { attributesOf, localName, tokens } from './markup.ts'

export interface Dimensions {
  readonly widthPixels: number
  readonly heightPixels: number
}

/** Size of an image as its header states it; null when the header is damaged or of a kind not read here. */
export const dimensionsOf = async (bytes: Bytes, extension: string): Promise<Dimensions | null> => {
  const measure = Object.hasOwn(measures, extension) ? measures[extension] : undefined
  const found = (await measure?.(bytes)) ?? null
  return found && found.widthPixels > 0 && found.heightPixels > 0 ? found : null
}

export const measurable = (extension: string): boolean => Object.hasOwn(measures, extension)

type Measure = (bytes: Bytes) => Promise<Dimensions | null>

const fromHead =
  (needsBytes: number, measure: (head: Buffer) => Dimensions | null): Measure =>
  async (bytes) => {
    const head = Buffer.from(await bytes.slice(0, needsBytes))
    return head.length < needsBytes ? null : measure(head)
  }

const png = fromHead(24, (head) => size(head.readUInt32BE(16), head.readUInt32BE(20)))

const gif = fromHead(10, (head) => size(head.readUInt16LE(6), head.readUInt16LE(8)))

const bmp = fromHead(26, (head) => size(head.readInt32LE(18), Math.abs(head.readInt32LE(22))))

const webp = fromHead(30, (head) => {
  const kind = head.toString('latin1', 12, 16)
  if (kind === 'VP8 ') return size(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff)
  if (kind === 'VP8X') return size(head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1)
  const bits = head.readUInt32LE(21)
  return kind === 'VP8L' ? size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1) : null
})

/** Walks the segments of a JPEG up to the one that starts the frame. */
const jpeg: Measure = async (bytes) => {
  let place = 2
  for (let count = 0; count < 1000; count++) {
    const segment = Buffer.from(await bytes.slice(place, place + 9))
    if (segment.length < 9 || segment[0] !== 0xff) return null
    const marker = segment[1] ?? 0
    if (marker === 0xff) place += 1
    else if (isFrame(marker)) return size(segment.readUInt16BE(7), segment.readUInt16BE(5))
    else place += 2 + segment.readUInt16BE(2)
  }
  return null
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const tiff: Measure = async (bytes) => {
  const header = Buffer.from(await bytes.slice(0, 8))
  if (header.length < 8) return null
  const little = header[0] === 0x49
  const short = (buffer: Buffer, place: number) => (little ? buffer.readUInt16LE(place) : buffer.readUInt16BE(place))
  const long = (buffer: Buffer, place: number) => (little ? buffer.readUInt32LE(place) : buffer.readUInt32BE(place))
  const start = long(header, 4)
  const directory = Buffer.from(await bytes.slice(start, start + 2 + 12 * 64))
  const value = (wanted: number) => {
    for (let place = 2; place + 12 <= directory.length; place += 12) {
      if (short(directory, place) !== wanted) continue
      return short(directory, place + 2) === 3 ? short(directory, place + 8) : long(directory, place + 8)
    }
    return 0
  }
  return size(value(256), value(257))
}

const svg: Measure = async (bytes) => {
  const decoded = await bytes.text(64 * 1024)
  for (const token of tokens(decoded?.text ?? '')) {
    if (token.kind !== 'open' || localName(token.name) !== 'svg') continue
    const attributes = attributesOf(token.rest)
    const box =
      attributes
        ?.get('viewBox')
        ?.trim()
        .split(/[\s,]+/)
        .map(Number) ?? []
    const side = (name: string, fallback = 0) => Number.parseFloat(attributes?.get(name) ?? '') || fallback
    return size(side('width', box[2]), side('height', box[3]))
  }
  return null
}

const size = (widthPixels: number, heightPixels: number): Dimensions => ({ widthPixels, heightPixels })

const measures: Readonly<Record<string, Measure>> = { png, gif, bmp, webp, jpg: jpeg, jpeg, tif: tiff, tiff, svg }
