import { sql } from 'kysely'
import { z } from 'zod'
import { blobsOf, sentBy } from '#commons/files'
import type { Command } from '#kernel/command'
import { id, optional, sha256, text } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import { fileAttached, fileDetached, fileRenamed } from '../events.ts'
import { draftFilesOf, type Request } from '../queries/requests.ts'
import { keepsFiles } from '../rules/kinds.ts'
import { editable } from '../rules/machine.ts'
import { publicNameFor } from '../rules/names.ts'
import type { PublicationsTables } from '../tables.ts'
import { say } from '../words.ts'
import { askForReview } from './checking.ts'
import {
  type Desk,
  decidedOn,
  edit,
  named,
  objected,
  type Seen,
  spokenOn,
  takeAsItStands,
  takeRequest,
} from './desk.ts'
import { answerWithVersion } from './observations.ts'
import { voidApproval } from './reviews.ts'

const grant = 'publications.request'
/** More than any request of the field's record; a folder by mistake stops here. */
const mostFiles = 2_000

export interface Attached {
  readonly sha256: string
  readonly bytes: number
  readonly original_name: string
  readonly public_name?: string
  readonly title?: string
  /** The file of the edition in force that this is: its former names lead to it. */
  readonly file_id?: number
  readonly version?: number
  /** The file whose next version this is. */
  readonly replaces?: number
}

/** Files arrive many at once, each by itself: they add to the request as it stands. */
const attachInput = z.object({
  request: id,
  sha256,
  name: text(255),
  title: optional(text(200)),
  replaces: optional(id),
})
export const attachFile: Command<PublicationsTables, z.infer<typeof attachInput>, { file: number; version: number }> = {
  name: 'publications.attach-file',
  summary: 'Add a file that the library received to a request, or a new version of one of its files.',
  grant,
  input: attachInput,
  personal: spokenOn('name', 'title'),
  async run(work, input) {
    const request = changeable(editableOf(await takeAsItStands(work, input.request, grant)))
    const blob = (await blobsOf(work, [input.sha256])).get(input.sha256)
    if (!blob || blob.erasedAt || !(await sentBy(work, input.sha256, work.actor.id))) throw missing()
    const { sha256, name, title, replaces } = input
    const attached = await attach(work, request.id, {
      ...{ sha256, bytes: blob.bytes, original_name: name },
      ...(title ? { title } : {}),
      ...(replaces ? { replaces } : {}),
    })
    await edit(work, request)
    work.announce(fileAttached, { ...named(request), ...attached, sha256 })
    if (replaces) await answerWithVersion(work, request, replaces)
    await voidApproval(work, request.id)
    return attached
  },
}

const renameInput = z.object({ ...decidedOn, file: id, name: text(120), title: optional(text(200)) })
export const renameFile: Command<PublicationsTables, z.infer<typeof renameInput>, { name: string }> = {
  name: 'publications.rename-file',
  summary: 'Give a file its public name and title; the name is made to fit the rule of file names.',
  grant,
  input: renameInput,
  personal: spokenOn('name', 'title'),
  async run(work, { file, name, title, ...seen }) {
    const request = await takeEditable(work, seen)
    const files = await draftFilesOf(work.read, request.id)
    const current = files.find(({ file_id }) => file_id === file)
    if (!current) throw missing()
    const others = files.filter(({ file_id }) => file_id !== file).map(({ public_name }) => public_name)
    const public_name = publicNameFor(name, others)
    await work.db
      .updateTable('publications.draft_file')
      .set({ public_name, title: title ?? '' })
      .where('id', '=', current.id)
      .execute()
    await edit(work, request)
    await askForReview(work, request.id, current.id)
    work.announce(fileRenamed, { ...named(request), file })
    await voidApproval(work, request.id)
    return { name: public_name }
  },
}

export const detachFile: Command<PublicationsTables, Seen & { file: number }, void> = {
  name: 'publications.detach-file',
  summary: 'Take a file out of a request. Its versions stay in the history.',
  grant,
  input: z.object({ ...decidedOn, file: id }),
  async run(work, { file, ...seen }) {
    const request = changeable(await takeEditable(work, seen))
    const { numUpdatedRows } = await work.db
      .updateTable('publications.draft_file')
      .set({ ended_at: work.now })
      .where('request_id', '=', request.id)
      .where('file_id', '=', file)
      .where('ended_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw missing()
    await edit(work, request)
    work.announce(fileDetached, { ...named(request), file })
    await voidApproval(work, request.id)
  },
}

const takeEditable = async (work: Desk, seen: Seen): Promise<Request> =>
  editableOf(await takeRequest(work, seen, grant))

function editableOf(request: Request): Request {
  if (!editable.includes(request.state)) throw objected('submit', [{ code: 'wrong-state', state: request.state }])
  return request
}

/** A correction of data keeps the files of the live edition: another file is another thing to ask (2.2). */
function changeable(request: Request): Request {
  if (keepsFiles(request.kind))
    throw new Refusal(
      'unlawful',
      say((words) => words.objection({ code: 'files-fixed' })),
    )
  return request
}

/** Writes the row of a file, as the next version of what it replaces, and asks for its automatic checks. */
export async function attach(work: Desk, request: number, file: Attached): Promise<{ file: number; version: number }> {
  const files = await draftFilesOf(work.read, request)
  if (files.length >= mostFiles)
    throw new Refusal(
      'unlawful',
      say((words) => words.tooManyFiles(mostFiles)),
    )
  const earlier = file.replaces ? files.find(({ file_id }) => file_id === file.replaces) : undefined
  if (file.replaces && !earlier) throw missing()
  if (earlier) {
    await work.db
      .updateTable('publications.draft_file')
      .set({ ended_at: work.now })
      .where('id', '=', earlier.id)
      .execute()
  }
  const taken = files.filter((other) => other !== earlier).map(({ public_name }) => public_name)
  const identity = earlier?.file_id ?? file.file_id ?? (await nextIdentities(work, 1))[0] ?? 0
  const version = earlier ? earlier.version + 1 : (file.version ?? 1)
  const { id } = await work.db
    .insertInto('publications.draft_file')
    .values({
      request_id: request,
      file_id: identity,
      version,
      position: earlier?.position ?? (files.at(-1)?.position ?? 0) + 1,
      sha256: file.sha256,
      bytes: file.bytes,
      original_name: file.original_name,
      public_name: publicNameFor(file.public_name ?? earlier?.public_name ?? file.original_name, taken),
      title: file.title ?? earlier?.title ?? '',
      attached_by: work.actor.id,
      attached_at: work.now,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await askForReview(work, request, id)
  return { file: identity, version }
}

/** What a file is across its versions and names. */
export async function nextIdentities(work: Desk, count: number): Promise<readonly number[]> {
  // By hand: a sequence gives identities without a lock; they need not be gap-free.
  const { rows } = await sql<{ id: number }>`
    select nextval('publications.file_identity') as id from generate_series(1, ${count}::integer)`.execute(work.db)
  return rows.map(({ id }) => id)
}
