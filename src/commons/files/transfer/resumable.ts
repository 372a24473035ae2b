import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { optional, text } from '#kernel/fields'
import type { Env, Routes } from '#kernel/module'
import { Refusal } from '#kernel/refusal'
import { conflict, invalid } from '#kernel/refusals'
import { smallBody } from '#kernel/small-body'
import type { Kept } from '#kernel/storage'
import { jsonIn, reading } from '#kernel/web'
import { receive } from '../commands/receive.ts'
import { placedName } from '../rules/names.ts'
import { offsetOf } from '../rules/uploads.ts'
import { say } from '../words.ts'
import { receiveKept } from './kept.ts'
import { append, forgetPart, MoreThanSaid, measurePart, sizeOfPart, WrongOffset } from './parts.ts'
import { empty, malformed, refusalOf, tooLarge } from './refusing.ts'
import { dropUpload, findUpload, noteUpload, startUpload, type Upload } from './uploads.ts'

export interface Arrived {
  /** The same for every attempt to finish: a retry key for the command that takes the file in. */
  readonly key: string
  readonly name: string
  /** Folders below the one that the person chose; empty when none. */
  readonly path: string
  readonly declaredType: string
}
export interface Receiver {
  /** Throws when this actor may not add files here, or no longer. */
  permit(c: Context<Env>): void | Promise<void>
  /** Takes the file in; what it answers is sent to the browser as JSON, and again if it asks again. */
  done(c: Context<Env>, kept: Kept, arrived: Arrived): unknown | Promise<unknown>
}

/**
 * Doors for files that arrive in parts and go on after the line dropped. `POST base` with JSON
 * `{name, bytes, type?, path?}` answers 201 and `Location`; `PATCH` there with `Upload-Offset` and
 * `application/offset+octet-stream` adds bytes, 204, and 200 with JSON at the last one; `HEAD` says the offset;
 * `DELETE` gives up. 409 carries the right offset.
 */
export function resumable(base: string, receiver: Receiver): Routes {
  const one = `${base}/:upload{[0-9a-f]{32}}` as const
  return new Hono<Env>()
    .use(base, reading(receive.grant))
    .use(one, reading(receive.grant))
    .post(base, (c) => start(c, receiver))
    .get(one, tell)
    .patch(one, (c) => grow(c, receiver))
    .delete(one, giveUp)
}

const announcement = z.object({
  name: text(500),
  bytes: z.number().int().min(0),
  type: optional(text(120)),
  path: optional(text(1000)),
})

async function start(c: Context<Env>, receiver: Receiver): Promise<Response> {
  const { app, actor } = c.var
  await receiver.permit(c)
  const sent = jsonIn(await smallBody(c))
  const parsed = announcement.safeParse(sent)
  if (!parsed.success) throw invalid(parsed.error.issues, sent)
  const { name, bytes, type = '', path = '' } = parsed.data
  const placed = placedName(path === '' ? name : `${path}/${name}`)
  if (!placed) throw malformed()
  if (bytes === 0) throw empty(placed.name)
  const limitBytes = app.config.largestFileMegabytes * 1_000_000
  if (bytes > limitBytes) throw tooLarge(placed.name, limitBytes)
  await app.storage.needRoom(bytes).catch((error) => Promise.reject(refusalOf(error, placed.name, limitBytes)))
  const id = await startUpload(app, {
    ...{ purpose: c.req.path, name: placed.name, path: placed.folder, declared_type: type },
    ...{ bytes, started_by: actor.id },
  })
  return c.json({ upload: id, offset: 0 }, 201, { location: `${c.req.path}/${id}`, 'upload-offset': '0' })
}

async function tell(c: Context<Env>): Promise<Response> {
  const upload = await uploadOf(c)
  const offset = await offsetReached(c, upload)
  c.header('upload-offset', String(offset))
  c.header('upload-length', String(upload.bytes))
  return c.json({ offset, bytes: upload.bytes, finished: upload.answer !== null })
}

async function grow(c: Context<Env>, receiver: Receiver): Promise<Response> {
  const { app } = c.var
  const upload = await uploadOf(c)
  if (upload.answer !== null) return answered(c, upload, upload.answer)
  await receiver.permit(c)
  const offset = offsetOf(c.req.header('upload-offset'))
  const type = c.req.header('content-type') ?? ''
  if (offset === undefined || !type.startsWith('application/offset+octet-stream')) {
    throw new Refusal(
      'invalid',
      say((words) => words.notBytes),
    )
  }
  const reached = upload.finished_sha256 ? upload.bytes : await grown(c, upload, offset)
  c.header('upload-offset', String(reached))
  if (reached < upload.bytes) return c.body(null, 204)
  const answer = await finish(c, upload, receiver)
  await noteUpload(app, upload.id, { answer: JSON.stringify(answer) })
  return answered(c, upload, answer)
}

async function grown(c: Context<Env>, upload: Upload, offset: number): Promise<number> {
  const { app } = c.var
  const body = c.req.raw.body ? Readable.fromWeb(c.req.raw.body as never) : Readable.from([])
  try {
    const received = await append(app, upload.id, offset, upload.bytes, body)
    await noteUpload(app, upload.id, { received })
    return received
  } catch (error) {
    if (error instanceof WrongOffset) {
      c.header('upload-offset', String(error.offset))
      throw new Refusal(
        'conflict',
        say((words) => words.wrongOffset(error.offset)),
      )
    }
    if (error instanceof MoreThanSaid)
      throw new Refusal(
        'invalid',
        say((words) => words.moreThanSaid),
      )
    throw refusalOf(error, upload.name, upload.bytes)
  }
}

/** Every step may be the last before the power goes: asked again, it goes on from where it was. */
async function finish(c: Context<Env>, upload: Upload, receiver: Receiver): Promise<unknown> {
  const { app, actor } = c.var
  const { id, name, path, declared_type } = upload
  let kept = { sha256: upload.finished_sha256 ?? '', bytes: upload.bytes }
  if ((await sizeOfPart(app, id)) === upload.bytes) {
    kept = await measurePart(app, id)
    await noteUpload(app, id, { received: kept.bytes, finished_sha256: kept.sha256 })
    await app.storage.keepFile(app.storage.pathOfPart(id), kept)
    forgetPart(app, id)
  }
  await receiveKept(app, actor, { ...kept, name })
  return (await receiver.done(c, kept, { key: `upload-${id}`, name, path, declaredType: declared_type })) ?? {}
}

function answered(c: Context<Env>, upload: Upload, answer: unknown): Response {
  c.header('upload-offset', String(upload.bytes))
  return c.json(answer as never)
}

async function giveUp(c: Context<Env>): Promise<Response> {
  const upload = await uploadOf(c)
  if (upload.answer !== null) throw conflict()
  forgetPart(c.var.app, upload.id)
  await dropUpload(c.var.app, upload.id)
  return c.body(null, 204)
}

const offsetReached = async (c: Context<Env>, upload: Upload): Promise<number> =>
  upload.finished_sha256 ? upload.bytes : sizeOfPart(c.var.app, upload.id)

/** Somebody else's upload, or one begun elsewhere, does not exist. */
async function uploadOf(c: Context<Env>): Promise<Upload> {
  const id = c.req.param('upload') ?? ''
  const purpose = c.req.path.slice(0, -(id.length + 1))
  const upload = await findUpload(c.var.app, id, c.var.actor.id, purpose)
  if (!upload)
    throw new Refusal(
      'missing',
      say((words) => words.noUpload),
    )
  return upload
}
