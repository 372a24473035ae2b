import { createHash, type Hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { stat, truncate } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { App } from '#kernel/app'
import { type Kept, measureFile } from '#kernel/storage'

/** More arrived than was announced. */
export class MoreThanSaid extends Error {}
/** The part is not where the sender believes: `offset` is right. */
export class WrongOffset extends Error {
  readonly offset: number
  constructor(offset: number) {
    super(`The part has ${offset} bytes.`)
    this.offset = offset
  }
}

interface Part {
  /** Of the bytes on disk while this process wrote them all; else they are read again at the end. */
  hash: Hash | undefined
  hashed: number
  /** Ends the connection that is writing; resolves once the disk has what it brought. */
  interrupt: (() => Promise<void>) | undefined
}
const growing = new WeakMap<App, Map<string, Part>>()
/** Hashes in memory; beyond this the oldest are forgotten and their files read again. */
const mostGrowing = 500

/** How much of it has arrived. */
export const sizeOfPart = (app: App, id: string): Promise<number> =>
  stat(app.storage.pathOfPart(id)).then(
    ({ size }) => size,
    () => 0,
  )

/**
 * Writes a body at the end of a part and answers the size it reached. When the connection drops, what arrived stays.
 * A sender who comes back while its dead connection still hangs is believed, and the old one is let go.
 */
export async function append(app: App, id: string, offset: number, most: number, body: Readable): Promise<number> {
  const part = partOf(app, id)
  await part.interrupt?.()
  const ended = Promise.withResolvers<void>()
  const interrupt = () => {
    body.destroy()
    return ended.promise
  }
  part.interrupt = interrupt
  try {
    const size = await sizeOfPart(app, id)
    if (size !== offset) throw new WrongOffset(size)
    return await write(app, id, part, offset, most, body)
  } finally {
    if (part.interrupt === interrupt) part.interrupt = undefined
    ended.resolve()
  }
}

async function write(app: App, id: string, part: Part, offset: number, most: number, body: Readable): Promise<number> {
  const path = app.storage.pathOfPart(id)
  if (offset === 0) restart(part)
  else if (part.hashed !== offset) part.hash = undefined
  const chunks = measured(app, body, part, offset, most)
  try {
    await pipeline(chunks, createWriteStream(path, { flags: 'a', mode: 0o600, flush: true }))
  } catch (error) {
    part.hash = undefined
    await truncate(path, offset).catch(() => {})
    throw error
  }
  return sizeOfPart(app, id)
}

const roomEveryBytes = 64_000_000

/** Passes on what arrives until it ends, well or badly: a dropped connection is an end like another. */
async function* measured(app: App, body: Readable, part: Part, offset: number, most: number) {
  let [size, asked] = [offset, Number.NEGATIVE_INFINITY]
  const arriving = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  try {
    for (;;) {
      const { done, value } = await arriving.next().catch(() => ({ done: true, value: undefined }))
      if (done || !value) return
      if (size - asked >= roomEveryBytes) await app.storage.needRoom(Math.min(roomEveryBytes, most - size))
      if (size - asked >= roomEveryBytes) asked = size
      size += value.length
      if (size > most) throw new MoreThanSaid(`More than ${most} bytes.`)
      part.hash?.update(value)
      part.hashed = size
      yield value
    }
  } finally {
    body.destroy()
  }
}

/** What the whole part is: from memory if this process saw it all, else read again. */
export async function measurePart(app: App, id: string): Promise<Kept> {
  const part = partOf(app, id)
  const bytes = await sizeOfPart(app, id)
  if (!part.hash || part.hashed !== bytes) return measureFile(app.storage.pathOfPart(id))
  return { sha256: part.hash.copy().digest('hex'), bytes }
}

export const forgetPart = (app: App, id: string): void => void growing.get(app)?.delete(id)

function partOf(app: App, id: string): Part {
  const parts = growing.get(app) ?? new Map<string, Part>()
  growing.set(app, parts)
  const part = parts.get(id) ?? { hash: undefined, hashed: -1, interrupt: undefined }
  parts.set(id, part)
  for (const [other, { interrupt }] of parts) {
    if (parts.size <= mostGrowing) break
    if (!interrupt && other !== id) parts.delete(other)
  }
  return part
}

function restart(part: Part): void {
  part.hash = createHash('sha256')
  part.hashed = 0
}
