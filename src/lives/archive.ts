import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Obstacle } from '#kernel/terminal'
import { say } from './words.ts'

// A tar archive (POSIX ustar): any machine opens it in thirty years.

const block = 512
const longestName = 99
const mostBytes = 8 ** 11 - 1

export interface ArchiveWriter {
  add(name: string, bytes: number, content: AsyncIterable<Uint8Array>): Promise<void>
  end(): Promise<void>
}

export function writeArchive(file: string): ArchiveWriter {
  const stream = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  failed.catch(() => {})
  const write = async (chunk: Uint8Array) => {
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), failed])
  }
  return {
    async add(name, bytes, content) {
      await write(headerOf(name, bytes))
      let written = 0
      for await (const chunk of content) {
        written += chunk.length
        await write(chunk)
      }
      if (written !== bytes)
        throw new Error(`${name} changed while it was read: ${written} bytes, and ${bytes} were said.`)
      await write(Buffer.alloc((block - (bytes % block)) % block))
    },
    async end() {
      stream.end(Buffer.alloc(block * 2))
      await Promise.race([once(stream, 'close'), failed])
    },
  }
}

function headerOf(name: string, bytes: number): Buffer {
  if (Buffer.byteLength(name) > longestName || bytes > mostBytes) throw new RangeError(`${name} does not fit a tar.`)
  const header = Buffer.alloc(block)
  const put = (text: string, at: number) => header.write(text, at, 'latin1')
  put(name, 0)
  put('0000600\0', 100)
  put('0000000\0', 108)
  put('0000000\0', 116)
  put(`${bytes.toString(8).padStart(11, '0')}\0`, 124)
  put('00000000000\0', 136)
  put('        ', 148)
  put('0', 156)
  put('ustar\x0000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

export interface ArchiveEntry {
  readonly name: string
  readonly bytes: number
  read(): AsyncGenerator<Uint8Array>
}

/** The archive is not one, or was cut. */
export class BadArchive extends Obstacle {}

/** Its entries in order, each to be read before the next is asked for. */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const handle = await open(file)
  try {
    for (let at = 0; ; ) {
      const header = Buffer.alloc(block)
      const { bytesRead } = await handle.read(header, 0, block, at)
      if (bytesRead < block) throw new BadArchive(say(({ restore }) => restore.cut(file)))
      if (header.every((byte) => byte === 0)) return
      if (header.toString('latin1', 257, 262) !== 'ustar') {
        throw new BadArchive(say(({ restore }) => restore.notBackup(file)))
      }
      const name = header.toString('latin1', 0, header.indexOf(0))
      const bytes = Number.parseInt(header.toString('latin1', 124, 135), 8)
      const start = at + block
      yield { name, bytes, read: () => piecesOf(handle, file, start, bytes) }
      at = start + Math.ceil(bytes / block) * block
    }
  } finally {
    await handle.close()
  }
}

const pieceBytes = 256 * 1024
async function* piecesOf(handle: Awaited<ReturnType<typeof open>>, file: string, start: number, bytes: number) {
  for (let read = 0; read < bytes; ) {
    const piece = Buffer.alloc(Math.min(pieceBytes, bytes - read))
    const { bytesRead } = await handle.read(piece, 0, piece.length, start + read)
    if (bytesRead === 0) throw new BadArchive(say(({ restore }) => restore.cut(file)))
    read += bytesRead
    yield piece.subarray(0, bytesRead)
  }
}
