import { z } from 'zod'
import { blobsOf, sentAmong } from '#commons/files'
import { leadOldAddresses, releaseAddresses } from '#commons/portal'
import { reaches } from '#kernel/actor'
import type { Command } from '#kernel/command'
import { day, id, sha256, text } from '#kernel/fields'
import { slug } from '#kernel/pure/text'
import { conflict, forbidden, missing } from '#kernel/refusals'
import { documentsImported, type ImportedContent, importUndone } from '../events.ts'
import { fingerprintOf } from '../queries/content.ts'
import { publicNameFor } from '../rules/names.ts'
import type { PublicationsTables } from '../tables.ts'
import { askForReviews } from './checking.ts'
import type { Desk } from './desk.ts'
import { nextIdentities } from './files.ts'

const grant = 'publications.import'
/** One transaction holds so many documents: enough to be fast, few enough to be undone in a moment. */
export const mostInBatch = 200

const imported = z.object({
  title: text(200, 5),
  summary: text(1000),
  area: id,
  section: id,
  ground: z.enum(['transparency-obligation', 'resolution', 'dissemination', 'other']),
  reference: z.string().max(300),
  publishedAt: z.iso.datetime(),
  reviewOn: day,
  files: z
    .array(z.object({ sha256, name: text(255) }))
    .min(1)
    .max(200),
  oldAddress: z.string().max(2000),
})
type Imported = z.infer<typeof imported>

const input = z.object({ source: text(200), documents: z.array(imported).min(1).max(mostInBatch) })

export const importDocuments: Command<PublicationsTables, z.infer<typeof input>, { batch: number; keys: string[] }> = {
  name: 'publications.import-documents',
  summary: 'Bring in, all or none, documents that were published before, with their dates and old addresses.',
  grant,
  input,
  personal: { fields: ['documents'], subject: (_, { batch }) => `publications.import-${batch}` },
  // The entry keeps what each document is by its hashes, in its event; hundreds of titles would make it a book.
  secret: ['documents'],
  async run(work, { source, documents }) {
    const { id: batch } = await work.db
      .insertInto('publications.import_batch')
      .values({
        ...{ source, documents: documents.length, at: work.now, by_actor: work.actor.id },
        ...{ undone_at: null, undone_by: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const { area } of documents) if (!reaches(work.actor, grant, area)) throw forbidden(grant)
    const sizes = await sizesOf(work, documents)
    const brought: ImportedContent[] = []
    for (const document of documents) brought.push(await insertImported(work, batch, document, sizes))
    const rows = documents.flatMap(({ oldAddress }, at) =>
      oldAddress === '' ? [] : [{ from: oldAddress, to: addressOf(brought[at]?.key ?? '') }],
    )
    // In this transaction: a document and its old address come in together or not at all.
    await leadOldAddresses(work as never, rows)
    const about = { batch, source, documents: brought.map(({ document }) => document) }
    work.announce(documentsImported, { ...about, contents: brought })
    return { batch, keys: brought.map(({ key }) => key) }
  },
}

const addressOf = (key: string) => `/documentos/${key}`

/** How large each content is. Only what this person sent, and still is there, can come in by their hand. */
async function sizesOf(work: Desk, documents: readonly Imported[]): Promise<ReadonlyMap<string, number>> {
  const named = documents.flatMap(({ files }) => files.map(({ sha256 }) => sha256))
  const [kept, sent] = [await blobsOf(work, named), await sentAmong(work, named, work.actor.id)]
  const sizes = new Map<string, number>()
  for (const sha256 of named) {
    const blob = kept.get(sha256)
    if (!blob || blob.erasedAt || !sent.has(sha256)) throw missing()
    sizes.set(sha256, blob.bytes)
  }
  return sizes
}

async function insertImported(
  work: Desk,
  batch: number,
  document: Imported,
  sizes: ReadonlyMap<string, number>,
): Promise<ImportedContent> {
  const { title, summary, ground, reference, reviewOn } = document
  const published = new Date(document.publishedAt)
  const asked = { portal: 'internet' as const, section_id: document.section, area_id: document.area, title, summary }
  const grounded = { ground_kind: ground, ground_reference: reference, valid_until: null, review_on: reviewOn }
  const { id, key } = await insertDocument(work, document, published)
  const folio = `IM-${String(await work.next('publications.import')).padStart(6, '0')}`
  const { id: request } = await work.db
    .insertInto('publications.request')
    .values({
      ...asked,
      ...grounded,
      ...{ folio, kind: 'publish', state: 'published', document_id: id },
      ...{ requested_by: work.actor.id, edited_by: work.actor.id, created_at: work.now },
      import_batch_id: batch,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const names: string[] = []
  const identities = await nextIdentities(work, document.files.length)
  const files = document.files.map(({ sha256, name }, at) => {
    names.push(publicNameFor(name.split('/').at(-1) ?? name, names))
    return {
      ...{ file_id: identities[at] as number, version: 1, position: at + 1, sha256, bytes: sizes.get(sha256) ?? 0 },
      ...{ original_name: name, public_name: names.at(-1) as string, title: '' },
    }
  })
  const fingerprint = fingerprintOf({ ...asked, ...grounded, change_note: '' }, files)
  const { id: revision } = await work.db
    .insertInto('publications.revision')
    .values({
      ...{ document_id: id, request_id: request, number: 1, ...asked, ...grounded, fingerprint },
      ...{ change_note: '', author: work.actor.id, created_at: work.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await work.db
    .insertInto('publications.revision_file')
    .values(files.map((file) => ({ ...file, revision_id: revision })))
    .execute()
  // They are public already: what the checks find of them is shown on their record, and mended by an update.
  const attached = { request_id: request, attached_by: work.actor.id, attached_at: work.now, ended_at: null }
  await work.db
    .insertInto('publications.draft_file')
    .values(files.map((file) => ({ ...file, ...attached })))
    .execute()
  await askForReviews(work, request)
  const { id: edition } = await work.db
    .insertInto('publications.edition')
    .values({
      ...{ document_id: id, revision_id: revision, request_id: request, number: 1, published_at: published },
      ...{ published_by: work.actor.id, superseded_at: null, ended_at: null, rolls_back_to: null },
      objected: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const hashes = files.map(({ sha256 }) => sha256)
  const publishedAt = published.toISOString()
  return { document: id, key, folio, edition, fingerprint, files: hashes, publishedAt }
}

async function insertDocument(work: Desk, { title, area }: Imported, published: Date) {
  const stem = slug(title) || 'documento'
  for (let attempt = 1; ; attempt++) {
    const inserted = await work.db
      .insertInto('publications.document')
      .values({
        key: attempt === 1 ? stem : `${stem}-${attempt}`,
        ...{ area_id: area, portal: 'internet', first_published_at: published },
      })
      .onConflict((clash) => clash.column('key').doNothing())
      .returning(['id', 'key'])
      .executeTakeFirst()
    if (inserted) return inserted
  }
}

export const undoImport: Command<PublicationsTables, { batch: number }, { documents: number }> = {
  name: 'publications.undo-import',
  summary: 'Take back a batch that was brought in by mistake; what was updated here since then stays.',
  grant,
  input: z.object({ batch: id }),
  async run(work, { batch }) {
    const undone = await work.db
      .updateTable('publications.import_batch')
      .set({ undone_at: work.now, undone_by: work.actor.id })
      .where('id', '=', batch)
      .where('undone_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!undone) throw conflict()
    const brought = await work.read
      .selectFrom('publications.request')
      .select('area_id')
      .distinct()
      .where('import_batch_id', '=', batch)
      .execute()
    for (const { area_id } of brought) if (!reaches(work.actor, grant, area_id)) throw forbidden(grant)
    const ended = await work.db
      .updateTable('publications.edition')
      .set({ ended_at: work.now })
      .where('superseded_at', 'is', null)
      .where('ended_at', 'is', null)
      .where('number', '=', 1)
      .where(
        'request_id',
        'in',
        work.db.selectFrom('publications.request').select('id').where('import_batch_id', '=', batch),
      )
      .returning(['document_id', 'request_id'])
      .execute()
    const requests = ended.map(({ request_id }) => request_id)
    await work.db
      .updateTable('publications.request')
      .set({ state: 'abandoned' })
      .where('id', 'in', [0, ...requests])
      .execute()
    const documents = ended.map(({ document_id }) => document_id)
    const keys = await work.db
      .updateTable('publications.document')
      .set({ first_published_at: null })
      .where('id', 'in', [0, ...documents])
      .returning('key')
      .execute()
    await releaseAddresses(
      work as never,
      keys.map(({ key }) => addressOf(key)),
    )
    work.announce(importUndone, { batch, documents })
    return { documents: documents.length }
  },
}
