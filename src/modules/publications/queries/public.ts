import type { Reader, Reading } from '#kernel/database'
import type { PublicAsk, PublicItem } from '#kernel/module'
import { bytes } from '#kernel/pure/numbers'
import { withdrawalRules } from '../rules/withdrawals.ts'
import type { PublicationsTables } from '../tables.ts'
import { type LiveDocument, revisionFilesOf, standingWithdrawal } from './documents.ts'

/** Its dates are those that the area confirmed last, where it did: `confirmed_at` says when. */
export type Edition = ReturnType<typeof confirmed>
export type PublicFile = Awaited<ReturnType<typeof revisionFilesOf>>[number]

/** A document as readers may see it. Nothing here comes from a draft: only editions, and what was frozen in them. */
export interface PublicDocument {
  readonly id: number
  readonly key: string
  readonly firstPublishedAt: Date
  /** The one that is live, or was last. */
  readonly current: Edition
  /** Every edition, newest first. */
  readonly editions: readonly Edition[]
  readonly withdrawal: Awaited<ReturnType<typeof standingWithdrawal>>
  /** False: its address answers why it is gone, and none of its files can be reached. */
  readonly readable: boolean
}

export async function publicDocument(reader: Reader, key: string): Promise<PublicDocument | undefined> {
  const db = reader.tables<PublicationsTables>()
  const rows = await editionsUnder(db, key)
  const editions = rows.map(confirmed)
  const current = editions.find(({ superseded_at }) => superseded_at === null)
  const { first_published_at: firstPublishedAt, withdrawn } = rows[0] ?? {}
  if (!firstPublishedAt || !current) return undefined
  const id = current.document_id
  const withdrawal = withdrawn ? await standingWithdrawal(db, id) : undefined
  const readable = current.ended_at === null && (!withdrawal || withdrawalRules[withdrawal.reason].showsContent)
  return { id, key, firstPublishedAt, current, editions, withdrawal, readable }
}

/** Every edition with what it held, newest first, and what its page says of the document: one question for the most
 * read pages of the house. */
const editionsUnder = (db: Reading<PublicationsTables>, key: string) =>
  db
    .selectFrom('publications.document as d')
    .innerJoin('publications.edition as e', 'e.document_id', 'd.id')
    .innerJoin('publications.revision as r', 'r.id', 'e.revision_id')
    .leftJoin('publications.withdrawal as w', (join) =>
      join.onRef('w.document_id', '=', 'd.id').on('w.lifted_at', 'is', null),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('publications.confirmation')
          .select(['valid_until', 'review_on', 'confirmed_at'])
          .whereRef('edition_id', '=', 'e.id')
          .orderBy('id', 'desc')
          .limit(1)
          .as('c'),
      (join) => join.onTrue(),
    )
    .selectAll('r')
    .select(['e.id as edition_id', 'e.number as version', 'e.published_at', 'e.published_by', 'e.superseded_at'])
    .select(['e.ended_at', 'e.rolls_back_to', 'e.note', 'e.objected', 'd.first_published_at', 'w.id as withdrawn'])
    .select(['c.confirmed_at', 'c.valid_until as confirmed_until', 'c.review_on as confirmed_review'])
    .where('d.key', '=', key)
    .orderBy('e.number', 'desc')
    .execute()

type EditionRow = Awaited<ReturnType<typeof editionsUnder>>[number]

function confirmed({ first_published_at, withdrawn, confirmed_until, confirmed_review, ...edition }: EditionRow) {
  if (!confirmed_review) return edition
  return { ...edition, valid_until: confirmed_until, review_on: confirmed_review }
}

export const filesOfEdition = (reader: Reader, { id }: Pick<Edition, 'id'>): Promise<PublicFile[]> =>
  revisionFilesOf(reader.tables<PublicationsTables>(), [id])

/** Files of several editions at once, by revision. */
export async function filesOfEditions(reader: Reader, editions: readonly Edition[]) {
  const db = reader.tables<PublicationsTables>()
  const files = await revisionFilesOf(
    db,
    editions.map(({ id }) => id),
  )
  return Map.groupBy(files, ({ revision_id }) => revision_id)
}

export interface ListedDocument extends LiveDocument {
  readonly files: readonly PublicFile[]
}

/** Live documents, newest first. */
export async function listDocuments(
  reader: Reader,
  { sections, limit, before, intranet }: Omit<PublicAsk, 'locale'>,
): Promise<ListedDocument[]> {
  const db = reader.tables<PublicationsTables>()
  let query = db
    .selectFrom('publications.live_document')
    .selectAll()
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (!intranet) query = query.where('portal', '=', 'internet')
  if (sections) query = query.where('section_id', 'in', sections.length > 0 ? [...sections] : [-1])
  if (before) {
    const { at, id } = before
    query = query.where((where) =>
      where.or([where('published_at', '<', at), where.and([where('published_at', '=', at), where('id', '<', id)])]),
    )
  }
  const documents = await query.execute()
  const files = await revisionFilesOf(
    db,
    documents.map(({ revision_id }) => revision_id),
  )
  const byRevision = Map.groupBy(files, ({ revision_id }) => revision_id)
  return documents.map((document) => ({
    ...document,
    files: byRevision.get(document.revision_id) ?? [],
  }))
}

/** `PDF, 412 kB` */
export const formatOf = (file: Pick<PublicFile, 'public_name' | 'bytes'>): string =>
  `${extensionOf(file.public_name)}, ${bytes(file.bytes)}`
export const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toUpperCase()

export const itemOf = (document: ListedDocument, meta: string, formats: readonly string[]): PublicItem => ({
  id: document.id,
  at: document.published_at,
  href: `/documentos/${document.key}`,
  title: document.title,
  meta,
  sectionId: document.section_id,
  formats,
})
