export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  /** Whether the file begins with a byte order mark (Excel writes one). */
  readonly mark: boolean
  /** Whether the file goes on after this text. */
  readonly truncated: boolean
}

/** Bytes as text, or null when no encoding in use in Mexican offices explains them. */
export const decode = (sample: Uint8Array, truncated = false): Decoded | null => {
  const [encoding, marked] = markOf(sample) ?? [unmarkedEncodingOf(sample), 0]
  if (!encoding) return null
  const text = new TextDecoder(encoding).decode(sample.subarray(marked), { stream: truncated })
  return hasControls(text) ? null : { text, encoding, mark: marked > 0, truncated }
}

const markOf = (sample: Uint8Array): [Encoding, number] | null => {
  const [first, second, third] = sample
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8', 3]
  if (first === 0xff && second === 0xfe) return ['utf-16le', 2]
  if (first === 0xfe && second === 0xff) return ['utf-16be', 2]
  return null
}

const unmarkedEncodingOf = (sample: Uint8Array): Encoding | null => {
  if (isUtf8(sample)) return 'utf-8'
  return sample.some((byte) => notInWindows1252.has(byte)) ? null : 'windows-1252'
}

/** A character cut by the end of the sample is no mistake: a streaming decoder waits for the rest. */
export const isUtf8 = (sample: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

const notInWindows1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

const hasControls = (text: string): boolean => {
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place)
    if (code < 0x20 && !allowedControls.has(code)) return true
  }
  return false
}

const allowedControls = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b])
