import type { Reading } from '#kernel/database'
import type { PublicationsTables } from '../tables.ts'

type Db = Reading<PublicationsTables>
export type LiveDocument = PublicationsTables['publications.live_document']

export const findDocument = (db: Db, id: number) =>
  db.selectFrom('publications.document').selectAll().where('id', '=', id).executeTakeFirst()

export const findDocumentByKey = (db: Db, key: string) =>
  db.selectFrom('publications.document').selectAll().where('key', '=', key).executeTakeFirst()

export const standingWithdrawal = (db: Db, document: number) =>
  db
    .selectFrom('publications.withdrawal')
    .selectAll()
    .where('document_id', '=', document)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()

/** The document as readers may read it; nothing once it was taken down. */
export const findLive = (db: Db, id: number) =>
  db.selectFrom('publications.live_document').selectAll().where('id', '=', id).executeTakeFirst()

/** The edition that readers see, or saw last. */
export const currentEdition = (db: Db, document: number) =>
  db
    .selectFrom('publications.edition')
    .selectAll()
    .where('document_id', '=', document)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()

export const editionNumbered = (db: Db, document: number, number: number) =>
  db
    .selectFrom('publications.edition')
    .selectAll()
    .where('document_id', '=', document)
    .where('number', '=', number)
    .executeTakeFirst()

/** The numbers of every edition there was, newest first. */
export const editionNumbers = async (db: Db, document: number): Promise<readonly number[]> => {
  const rows = await db
    .selectFrom('publications.edition')
    .select('number')
    .where('document_id', '=', document)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ number }) => number)
}

export const findRevision = (db: Db, id: number) =>
  db.selectFrom('publications.revision').selectAll().where('id', '=', id).executeTakeFirst()

export const revisionFilesOf = (db: Db, revisions: readonly number[]) =>
  revisions.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('publications.revision_file')
        .selectAll()
        .where('revision_id', 'in', revisions)
        .orderBy('revision_id')
        .orderBy('position')
        .execute()

export const lastRevisionOf = (db: Db, request: number) =>
  db
    .selectFrom('publications.revision')
    .selectAll()
    .where('request_id', '=', request)
    .orderBy('number', 'desc')
    .executeTakeFirst()

/** Every content that any revision of the document froze, or any request about it carried, whichever version it was. */
export const requestsAbout = async (db: Db, document: number): Promise<readonly number[]> =>
  (await db.selectFrom('publications.request').select('id').where('document_id', '=', document).execute()).map(
    ({ id }) => id,
  )

export async function hashesEverHeld(db: Db, document: number): Promise<readonly string[]> {
  const frozen = db
    .selectFrom('publications.revision_file as f')
    .innerJoin('publications.revision as r', 'r.id', 'f.revision_id')
    .select('f.sha256')
    .where('r.document_id', '=', document)
  const drafted = db
    .selectFrom('publications.draft_file as f')
    .innerJoin('publications.request as r', 'r.id', 'f.request_id')
    .select('f.sha256')
    .where('r.document_id', '=', document)
  const rows = await frozen.union(drafted).orderBy('sha256').execute()
  return rows.map(({ sha256 }) => sha256)
}

/** Which of these hashes readers of the internet can fetch now, and under which document. */
export const liveHashes = async (db: Db, hashes: readonly string[]) =>
  hashes.length === 0
    ? []
    : db
        .selectFrom('publications.revision_file')
        .innerJoin(
          'publications.live_document',
          'publications.live_document.revision_id',
          'publications.revision_file.revision_id',
        )
        .select(['sha256', 'publications.live_document.id as document', 'key', 'publications.live_document.title'])
        .where('sha256', 'in', hashes)
        .execute()

/** Of the addresses and files that a verification looked at, those that were not as they should. */
export const failedLooks = (db: Db, verification: number) =>
  db
    .selectFrom('publications.verification_look')
    .select(['what', 'saw'])
    .where('verification_id', '=', verification)
    .where('passed', '=', false)
    .orderBy('position')
    .limit(20)
    .execute()

export const lastVerification = (db: Db, edition: number, subject: 'published' | 'withdrawn' = 'published') =>
  db
    .selectFrom('publications.verification')
    .selectAll()
    .where('edition_id', '=', edition)
    .where('subject', '=', subject)
    .orderBy('id', 'desc')
    .executeTakeFirst()
