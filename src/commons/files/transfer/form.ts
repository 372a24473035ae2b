import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy, { type Busboy, type FileInfo } from 'busboy'
import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { Refusal } from '#kernel/refusal'
import { type Kept, TooLarge } from '#kernel/storage'
import { reading } from '#kernel/web'
import { receive } from '../commands/receive.ts'
import { placedName } from '../rules/names.ts'
import { say } from '../words.ts'
import { receiveKept } from './kept.ts'
import { malformed, refusalOf } from './refusing.ts'

export interface FormFile extends Kept {
  /** The field of the form it came in. */
  readonly field: string
  readonly name: string
  /** Folders below the one that the person chose; empty when none. */
  readonly folder: string
  readonly declaredType: string
}
export interface FormOptions<Result> {
  /** Of each file. */
  readonly limitBytes: number
  readonly mostFiles: number
  /** Takes a file in as soon as it is whole, while the next ones are still on their way. */
  each(file: FormFile): Result | Promise<Result>
}
export interface ReceivedForm<Result> {
  readonly fields: Readonly<Record<string, string | string[]>>
  readonly taken: readonly { readonly file: FormFile; readonly result: Result }[]
  /** Files that were declined, too large among them; the others came in all the same. */
  readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[]
}

type Gathered<Result> = { [Part in 'taken' | 'refused']: ReceivedForm<Result>[Part][number][] }

/** Nobody sends files without the grant. */
export const receiving = reading(receive.grant)

/**
 * Reads a form with files as it arrives. Each file is kept, registered and handed over by itself, so that what arrived
 * before the line dropped is not lost. Empty and unnamed files are ignored. Throws invalid for what is no such form.
 */
export async function receiveForm<Result>(
  c: Context<Env>,
  options: FormOptions<Result>,
): Promise<ReceivedForm<Result>> {
  await receiving(c, async () => {})
  const form = openForm(c, options)
  const body = c.req.raw.body ? Readable.fromWeb(c.req.raw.body as never) : Readable.from([])
  const gathered: Gathered<Result> = { taken: [], refused: [] }
  const fields = new Map<string, string[]>()
  let failure: unknown
  const fail = (error: unknown) => {
    failure ??= error
    body.destroy()
    form.destroy()
  }
  form.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated)
      fail(
        new Refusal(
          'invalid',
          say((words) => words.tooManyFields),
        ),
      )
    fields.set(name, [...(fields.get(name) ?? []), value])
  })
  form.on('filesLimit', () =>
    fail(
      new Refusal(
        'invalid',
        say((words) => words.tooMany(options.mostFiles)),
      ),
    ),
  )
  for (const limit of ['fieldsLimit', 'partsLimit'] as const) {
    form.on(limit, () =>
      fail(
        new Refusal(
          'invalid',
          say((words) => words.tooManyFields),
        ),
      ),
    )
  }
  // Files are taken in one after another, in the order of the form; the line waits meanwhile.
  let taking = Promise.resolve()
  form.on('file', (field, stream, info) => {
    stream.on('error', () => {})
    taking = taking.then(() => takeIn(c, options, gathered, { field, stream, info })).catch(fail)
  })
  await pipeline(body, form).catch(() => {
    failure ??= malformed()
  })
  await taking
  if (failure) throw failure
  const flat = [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] as string) : values])
  return { ...gathered, fields: Object.fromEntries(flat) }
}

const mostFields = 300
const longestFieldBytes = 1_000_000

function openForm(c: Context<Env>, { limitBytes, mostFiles }: FormOptions<unknown>): Busboy {
  const type = c.req.header('content-type') ?? ''
  if (!type.startsWith('multipart/form-data'))
    throw new Refusal(
      'invalid',
      say((words) => words.notForm),
    )
  try {
    return busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      preservePath: true,
      limits: { fileSize: limitBytes, files: mostFiles, fields: mostFields, fieldSize: longestFieldBytes },
    })
  } catch {
    throw malformed()
  }
}

interface Coming {
  readonly field: string
  readonly stream: Readable & { truncated?: boolean }
  readonly info: FileInfo
}
async function takeIn<Result>(
  c: Context<Env>,
  { limitBytes, each }: FormOptions<Result>,
  gathered: Gathered<Result>,
  { field, stream, info }: Coming,
): Promise<void> {
  const { app, actor } = c.var
  const placed = placedName(info.filename ?? '')
  // A file input that nobody filled in has no name; an empty file has one, and its review says that it is empty.
  if (!placed) return void stream.resume()
  const { name } = placed
  try {
    const kept = await app.storage.keep(wholeOf(stream))
    await receiveKept(app, actor, { ...kept, name })
    const file = { ...kept, ...placed, field, declaredType: info.mimeType }
    gathered.taken.push({ file, result: await each(file) })
  } catch (error) {
    // One that was cut is told by the form, which was cut as well.
    if (stream.errored) return
    const refusal = refusalOf(error, name, limitBytes)
    if (!(refusal instanceof Refusal) || !stream.readableEnded) throw refusal
    gathered.refused.push({ name, refusal })
  }
}

/** The parser goes on after the limit of a file as if it ended there: only its mark says that it did not. */
async function* wholeOf(stream: Coming['stream']) {
  yield* stream as AsyncIterable<Buffer>
  if (stream.truncated) throw new TooLarge('The file is larger than the form takes.')
}
