import type { Storage } from '#kernel/storage'

/** Enough to meet an accent in nearly any Spanish text. */
const lookedAtBytes = 256 * 1024

/** How the letters of a kept text are written, by its marks and its first bytes. */
export async function charsetOf(storage: Storage, sha256: string, bytes: number): Promise<string> {
  if (bytes === 0) return 'utf-8'
  const end = Math.min(bytes, lookedAtBytes) - 1
  const head = Buffer.concat(await storage.read(sha256, { start: 0, end }).toArray())
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  try {
    // As a stream, a letter cut in two by the end of what was looked at is not a fault.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
