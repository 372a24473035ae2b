import type { Reader, Reading } from '#kernel/database'
import type { PublicAsk, PublicItem } from '#kernel/module'
import { bytes } from '#kernel/pure/numbers'
import { withdrawalRules } from '../rules/withdrawals.ts'
import type { PublicationsTables } from '../tables.ts'
import {
  editionsOf,
  findDocumentByKey,
  type LiveDocument,
  lastVerification,
  revisionFilesOf,
  standingWithdrawal,
} from './documents.ts'
import { confirmationsOf } from './validity.ts'

/** Its dates are those that the area confirmed last, where it did: `confirmed_at` says when. */
export type Edition = Awaited<ReturnType<typeof editionsOf>>[number] & { readonly confirmed_at: Date | null }
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
  const document = await findDocumentByKey(db, key)
  if (!document?.first_published_at) return undefined
  const [published, withdrawal] = await Promise.all([editionsOf(db, document.id), standingWithdrawal(db, document.id)])
  const editions = await confirmed(db, published)
  const current = editions.find(({ superseded_at }) => superseded_at === null)
  if (!current) return undefined
  const readable = current.ended_at === null && (!withdrawal || withdrawalRules[withdrawal.reason].showsContent)
  const { id, first_published_at: firstPublishedAt } = document
  return { id, key, firstPublishedAt, current, editions, withdrawal, readable }
}

async function confirmed(
  db: Reading<PublicationsTables>,
  editions: Awaited<ReturnType<typeof editionsOf>>,
): Promise<Edition[]> {
  const confirmations = await confirmationsOf(
    db,
    editions.map(({ edition_id }) => edition_id),
  )
  return editions.map((edition) => ({ ...edition, confirmed_at: null, ...confirmations.get(edition.edition_id) }))
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

export const verificationOf = (reader: Reader, { edition_id }: Edition) =>
  lastVerification(reader.tables<PublicationsTables>(), edition_id)

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
