import { areaNames } from '#commons/directory'
import { textOf } from '#commons/files'
import type { Reader, Reading } from '#kernel/database'
import { changedSince } from '#kernel/ledger-reading'
import type { PublicAsk, PublicItem, Searchable } from '#kernel/module'
import { bytes } from '#kernel/pure/numbers'
import { rememberedOf } from '#kernel/remembered'
import type { Locale } from '#kernel/words'
import { topicOfDocument, topicOfRequest } from './events.ts'
import { revisionFilesOf } from './queries/documents.ts'
import { formatOf, itemOf, type ListedDocument, listDocuments, type PublicFile } from './queries/public.ts'
import type { PublicationsTables } from './tables.ts'
import { portalWords } from './words/portal.ts'
import { words } from './words.ts'

// What the module lays into the slots of the house.

/** Live documents, as part of what is new. */
export async function publicLists(reader: Reader, ask: PublicAsk): Promise<readonly PublicItem[]> {
  const { locale: _, before, ...first } = ask
  const documents = before ? await listDocuments(reader, ask) : await newest(reader, JSON.stringify(first))
  const areas = await areaNames(
    reader,
    documents.map(({ area_id }) => area_id),
  )
  return documents.map((document) =>
    itemOf(document, metaOf(document, areas.get(document.area_id)?.name[ask.locale], ask.locale), [
      filesInWords(document.files, ask.locale),
    ]),
  )
}

const mostLists = 60
/** How each list begins: the home, the news, a section, their feeds. */
const newest = rememberedOf(['publications'], mostLists, (reader: Reader, asked) =>
  listDocuments(reader, JSON.parse(asked)),
)

/** What is kept though it no longer holds says so first. */
const metaOf = (document: ListedDocument, area: string | undefined, locale: Locale): string =>
  [
    document.withdrawal_reason && portalWords[locale].noLongerInForce,
    document.ground_kind !== 'other' && words[locale].grounds[document.ground_kind],
    area,
  ]
    .filter(Boolean)
    .join(' · ')

/** `PDF, 412 kB`; of several, how many and how much together. */
function filesInWords(files: readonly PublicFile[], locale: Locale): string {
  const [first, ...others] = files
  if (!first) return ''
  const total = files.reduce((sum, file) => sum + file.bytes, 0)
  return others.length === 0 ? formatOf(first) : portalWords[locale].filesOf(files.length, bytes(total))
}

export async function* sitemap(reader: Reader): AsyncGenerator<{ readonly path: string; readonly at: Date }> {
  const rows = await reader
    .tables<PublicationsTables>()
    .selectFrom('publications.live_document')
    .select(['key', 'published_at'])
    .where('portal', '=', 'internet')
    .orderBy('id')
    .execute()
  for (const { key, published_at } of rows) yield { path: `/documentos/${key}`, at: published_at }
}

const mostText = 200_000

/** Live documents with the text of their files, for everybody; requests, for whoever may read those of the area. */
export async function* searchables(reader: Reader, since?: Date): AsyncGenerator<Searchable> {
  yield* findableDocuments(reader, since && (await changedSince(reader, topicOfDocument.prefix, since)))
  yield* findableRequests(reader, since && (await changedSince(reader, topicOfRequest.prefix, since)))
}

async function* findableDocuments(reader: Reader, changed?: readonly number[]): AsyncGenerator<Searchable> {
  const db = reader.tables<PublicationsTables>()
  const kind = 'publications.document'
  let live = db.selectFrom('publications.live_document').selectAll().orderBy('id')
  if (changed) live = live.where('id', 'in', [0, ...changed])
  const found = await live.execute()
  const folios = await foliosOf(
    db,
    found.map(({ id }) => id),
  )
  for (const document of found) {
    const files = await revisionFilesOf(db, [document.revision_id])
    const texts = await textOf(
      reader,
      files.map(({ sha256 }) => sha256),
    )
    const inside = files.flatMap(({ title, public_name, sha256 }) => [title || public_name, texts.get(sha256) ?? ''])
    yield {
      ...{ kind, key: document.key, href: `/documentos/${document.key}` },
      ...{ title: document.title, summary: document.summary, at: document.published_at },
      body: [document.ground_reference, ...(folios.get(document.id) ?? []), ...inside].join('\n').slice(0, mostText),
      audience: document.portal === 'internet' ? 'public' : 'intranet',
    }
  }
  const gone = (changed ?? []).filter((id) => !found.some((document) => document.id === id))
  const keys = await db
    .selectFrom('publications.document')
    .select('key')
    .where('id', 'in', [0, ...gone])
    .execute()
  for (const { key } of keys) yield { kind, key, gone: true }
}

/** The folios under which these documents were asked for: a citizen may hold any of them. */
async function foliosOf(db: Reading<PublicationsTables>, documents: readonly number[]) {
  const rows = await db
    .selectFrom('publications.edition')
    .innerJoin('publications.request', 'publications.request.id', 'publications.edition.request_id')
    .select(['publications.edition.document_id as document', 'folio'])
    .distinct()
    .where('publications.edition.document_id', 'in', [0, ...documents])
    .where('publications.edition.ended_at', 'is', null)
    .execute()
  return new Map([...Map.groupBy(rows, ({ document }) => document)].map(([id, of]) => [id, of.map((row) => row.folio)]))
}

async function* findableRequests(reader: Reader, changed?: readonly number[]): AsyncGenerator<Searchable> {
  let requests = reader
    .tables<PublicationsTables>()
    .selectFrom('publications.request')
    .select(['folio', 'title', 'summary', 'ground_reference', 'area_id', 'created_at'])
    .orderBy('id')
  if (changed) requests = requests.where('id', 'in', [0, ...changed])
  for (const request of await requests.execute()) {
    yield {
      ...{ kind: 'publications.request', key: request.folio, href: `/solicitudes/${request.folio}` },
      ...{ title: `${request.folio} ${request.title}`, summary: request.summary, body: request.ground_reference },
      at: request.created_at,
      audience: { grant: 'publications.read', area: request.area_id },
    }
  }
}

/**
 * Working copies and everything that was frozen, but for what was taken down because of personal data: of that no
 * request about another thing keeps a copy, not even one that repeated it before.
 */
export async function holds(reader: Reader, hashes: readonly string[]): Promise<readonly string[]> {
  if (hashes.length === 0) return []
  const db = reader.tables<PublicationsTables>()
  const letGo = db
    .selectFrom('publications.withdrawal')
    .select('document_id')
    .where('reason', '=', 'personal-or-reserved-data')
    .where('lifted_at', 'is', null)
  const taken = db
    .selectFrom('publications.revision_file as gone')
    .innerJoin('publications.revision as of', 'of.id', 'gone.revision_id')
    .select('gone.sha256')
    .whereRef('gone.sha256', '=', 'f.sha256' as never)
    .where('of.document_id', 'in', letGo)
  const [drafts, frozen] = await Promise.all([
    db
      .selectFrom('publications.draft_file as f')
      .innerJoin('publications.request as r', 'r.id', 'f.request_id')
      .select('f.sha256')
      .distinct()
      .where('f.sha256', 'in', hashes)
      .where(({ or, eb }) => or([eb('r.document_id', 'is', null), eb('r.document_id', 'not in', letGo)]))
      .where(({ not, exists }) => not(exists(taken)))
      .execute(),
    db
      .selectFrom('publications.revision_file as f')
      .innerJoin('publications.revision as r', 'r.id', 'f.revision_id')
      .select('f.sha256')
      .distinct()
      .where('f.sha256', 'in', hashes)
      .where('r.document_id', 'not in', letGo)
      .execute(),
  ])
  return [...new Set([...drafts, ...frozen].map(({ sha256 }) => sha256))]
}
