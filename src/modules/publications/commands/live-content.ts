import { findLive, findRevision, revisionFilesOf } from '../queries/documents.ts'
import { draftFilesOf, fileVersionsOf, type Request } from '../queries/requests.ts'
import type { Kind } from '../rules/kinds.ts'
import { type Desk, objected } from './desk.ts'
import { attach } from './files.ts'

/** What readers see of a document now, to be taken along. */
export async function liveContent(work: Desk, document: number) {
  const live = await findLive(work.read, document)
  const revision = live && (await findRevision(work.read, live.revision_id))
  if (!live || !revision) throw objected('submit', [{ code: 'document-not-live' }])
  return { number: live.version, revision, files: await revisionFilesOf(work.read, [revision.id]) }
}
type Live = Awaited<ReturnType<typeof liveContent>>

/** What is carried along: why something was published is not why it is taken down. */
export const describedBy = (revision: Live['revision'], kind: Kind): Partial<Request> => {
  const { section_id, summary, ground_kind, ground_reference, valid_until } = revision
  return kind === 'withdraw'
    ? { section_id, summary }
    : { section_id, summary, ground_kind, ground_reference, valid_until }
}

/**
 * The working copy holds the files of the edition and no others. One that it has already keeps the name and title that
 * the area gave it, unless all is taken anew.
 */
export async function takeFiles(
  work: Desk,
  request: Request,
  files: Live['files'],
  { anew = false }: { anew?: boolean } = {},
): Promise<void> {
  const held = await draftFilesOf(work.read, request.id)
  const same = (one: { file_id: number; sha256: string }) => (other: typeof one) =>
    one.file_id === other.file_id && one.sha256 === other.sha256
  const leaving = held.filter((file) => anew || !files.some(same(file)))
  await work.db
    .updateTable('publications.draft_file')
    .set({ ended_at: work.now })
    .where('id', 'in', [0, ...leaving.map(({ id }) => id)])
    .execute()
  const versions = await fileVersionsOf(work.read, request.id)
  for (const file of files) {
    if (!anew && held.some(same(file))) continue
    const last = versions.find(({ file_id }) => file_id === file.file_id)?.version ?? 0
    await attach(work, request.id, { ...file, version: Math.max(file.version, last + 1) })
  }
}
