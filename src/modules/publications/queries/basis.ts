import type { Reading } from '#kernel/database'
import { type Changes, type Compared, changesBetween, sameHashes } from '../rules/changes.ts'
import { beginsFromLive } from '../rules/kinds.ts'
import { beforePublication } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { editionNumbered, findLive, findRevision, revisionFilesOf } from './documents.ts'
import type { DraftFile, Request } from './requests.ts'

type Db = Reading<PublicationsTables>
type About = Pick<Request, 'kind' | 'document_id' | 'begun_from'>

/** The edition that a request was begun from, and the one that went live since with another content. */
export interface Overtaken {
  readonly begun: number
  readonly live: number
}

export async function overtakenOf(db: Db, request: About): Promise<Overtaken | undefined> {
  const { document_id: document, begun_from: begun } = request
  if (!beginsFromLive(request.kind) || document === null || begun === null) return undefined
  const live = await findLive(db, document)
  if (!live || live.version === begun) return undefined
  const from = await editionNumbered(db, document, begun)
  // An edition that came back as it was is still what the request was begun from.
  return from?.revision_id === live.revision_id ? undefined : { begun, live: live.version }
}

/** What changed in the document since the request took its content along. */
export async function changesSince(db: Db, document: number, { begun, live }: Overtaken): Promise<Changes> {
  return changesBetween(await comparedOf(db, document, begun), await comparedOf(db, document, live))
}

async function comparedOf(db: Db, document: number, number: number): Promise<Compared> {
  const edition = await editionNumbered(db, document, number)
  const revision = edition && (await findRevision(db, edition.revision_id))
  const files = edition ? await revisionFilesOf(db, [edition.revision_id]) : []
  return {
    fields: {
      ...{ title: revision?.title, summary: revision?.summary, section: revision?.section_id },
      ground: [revision?.ground_kind, revision?.ground_reference],
      validity: [revision?.valid_until, revision?.review_on],
    },
    files: files.map(({ file_id: file, sha256, public_name: name }) => ({ file, sha256, name })),
  }
}

/** Whether the working copy holds the very files of the edition that is live. */
export async function holdsLiveFiles(db: Db, { document_id }: About, files: readonly DraftFile[]): Promise<boolean> {
  const live = document_id === null ? undefined : await findLive(db, document_id)
  const own = live ? await revisionFilesOf(db, [live.revision_id]) : []
  const hashes = (some: readonly { readonly sha256: string }[]) => some.map(({ sha256 }) => sha256)
  return sameHashes(hashes(files), hashes(own))
}

/** Other requests about the same document that may still go live: whichever does first overtakes the rest. */
export const othersUnderWay = async (db: Db, { id, document_id }: Pick<Request, 'id' | 'document_id'>) =>
  document_id === null
    ? []
    : db
        .selectFrom('publications.request')
        .selectAll()
        .where('document_id', '=', document_id)
        .where('id', '!=', id)
        .where('state', 'in', beforePublication)
        .orderBy('id')
        .execute()

/** The edition that a repetition of a request stands on: the one that it made, or the one that it began from. */
export async function basisOf(db: Db, request: Request): Promise<number | null> {
  const made = await db
    .selectFrom('publications.edition')
    .select('number')
    .where('request_id', '=', request.id)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return made?.number ?? request.begun_from
}
