import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { App } from '#kernel/app'
import { Refusal } from '#kernel/refusal'
import { besideTheDoor } from '../beside.ts'
import { mostOpen } from '../rules/uploads.ts'
import type { FilesTables } from '../tables.ts'
import { say } from '../words.ts'

export type Upload = Selectable<FilesTables['files.upload']>
export type Announced = Pick<Upload, 'purpose' | 'name' | 'path' | 'declared_type' | 'bytes' | 'started_by'>

/** Notes that a file is about to come; answers the random name under which its parts are sent. */
export async function startUpload(app: App, announced: Announced): Promise<string> {
  const db = besideTheDoor(app)
  const { open } = await db
    .selectFrom('files.upload')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('started_by', '=', announced.started_by)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()
  if (open >= mostOpen)
    throw new Refusal(
      'conflict',
      say((words) => words.tooManyOpen(mostOpen)),
    )
  const id = randomBytes(16).toString('hex')
  const now = app.clock()
  await db
    .insertInto('files.upload')
    .values({ ...announced, id, received: 0, started_at: now, touched_at: now, finished_sha256: null })
    .execute()
  return id
}

/** Only whoever started it, and only where it was started. */
export const findUpload = (app: App, id: string, by: string, purpose: string): Promise<Upload | undefined> =>
  besideTheDoor(app)
    .selectFrom('files.upload')
    .selectAll()
    .where('id', '=', id)
    .where('started_by', '=', by)
    .where('purpose', '=', purpose)
    .executeTakeFirst()

export async function noteUpload(
  app: App,
  id: string,
  learnt: { received?: number; finished_sha256?: string; answer?: string },
): Promise<void> {
  await besideTheDoor(app)
    .updateTable('files.upload')
    .set({ ...learnt, touched_at: app.clock() })
    .where('id', '=', id)
    .execute()
}

export async function dropUpload(app: App, id: string): Promise<void> {
  await besideTheDoor(app).deleteFrom('files.upload').where('id', '=', id).execute()
  await app.storage.removePart(id)
}
