export interface Picture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** What a picture is by its own bytes; undefined for whatever a page should not show. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  const picture = png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes)
  return picture && picture.width > 0 && picture.height > 0 ? picture : undefined
}

function png(bytes: Uint8Array): Picture | undefined {
  if (ascii(bytes, 1, 3) !== 'PNG' || bytes[0] !== 0x89 || ascii(bytes, 12, 4) !== 'IHDR') return undefined
  return { type: 'image/png', width: big(bytes, 16, 4), height: big(bytes, 20, 4) }
}

function gif(bytes: Uint8Array): Picture | undefined {
  if (!/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return undefined
  return { type: 'image/gif', width: little(bytes, 6, 2), height: little(bytes, 8, 2) }
}

function webp(bytes: Uint8Array): Picture | undefined {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return undefined
  const kind = ascii(bytes, 12, 4)
  if (kind === 'VP8X') return { type: 'image/webp', width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1 }
  if (kind === 'VP8 ')
    return { type: 'image/webp', width: little(bytes, 26, 2) % 16384, height: little(bytes, 28, 2) % 16384 }
  const packed = little(bytes, 21, 4)
  return { type: 'image/webp', width: (packed % 16384) + 1, height: (Math.floor(packed / 16384) % 16384) + 1 }
}

/** Walks the segments to the frame header (ITU T.81, B.2.2). */
function jpeg(bytes: Uint8Array): Picture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { type: 'image/jpeg', height: big(bytes, at + 5, 2), width: big(bytes, at + 7, 2) }
    at += marker === 0xff ? 1 : 2 + big(bytes, at + 2, 2)
  }
  return undefined
}

const ascii = (bytes: Uint8Array, at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length))
const big = (bytes: Uint8Array, at: number, length: number) =>
  bytes.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0)
const little = (bytes: Uint8Array, at: number, length: number) =>
  bytes.subarray(at, at + length).reduceRight((sum, byte) => sum * 256 + byte, 0)
