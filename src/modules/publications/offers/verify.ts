import type { App } from '#kernel/app'
import { entriesOf } from '#kernel/ledger-reading'
import type { Said } from '#kernel/words'
import { fingerprintOf } from '../queries/content.ts'
import { revisionFilesOf } from '../queries/documents.ts'
import { recordInTables } from '../queries/record.ts'
import { openRecord } from '../rules/record.ts'
import type { PublicationsTables } from '../tables.ts'
import { sayInTerminal } from '../words/terminal.ts'
import { differencesOf, statementsOf } from './statements.ts'

/**
 * The whole record against the ledger: what was frozen hashes to its fingerprint, nothing went live without an
 * approval that stood, and approvals, editions, withdrawals and emergencies are those that the ledger tells, no more
 * and no fewer. What was imported was public before: nobody approved it here, and it is compared all the same.
 */
export async function* verify(app: App): AsyncGenerator<Said> {
  yield* changedRevisions(app)
  const ledger = openRecord()
  for await (const entry of entriesOf(app.db, 'publications')) ledger.read(entry)
  for (const { folio, what } of ledger.faults) yield sayInTerminal(({ record }) => record.unapproved[what](folio))
  yield* differencesOf(statementsOf(await recordInTables(app)), statementsOf(ledger.decided))
}

const page = 500

async function* changedRevisions(app: App): AsyncGenerator<Said> {
  const db = app.tables<PublicationsTables>()
  for (let last = 0; ; ) {
    const revisions = await db
      .selectFrom('publications.revision')
      .innerJoin('publications.document', 'publications.document.id', 'publications.revision.document_id')
      .selectAll('publications.revision')
      .select('key')
      .where('publications.revision.id', '>', last)
      .orderBy('publications.revision.id')
      .limit(page)
      .execute()
    const files = await revisionFilesOf(
      db,
      revisions.map(({ id }) => id),
    )
    const filesOf = Map.groupBy(files, ({ revision_id }) => revision_id)
    for (const revision of revisions) {
      if (fingerprintOf(revision, filesOf.get(revision.id) ?? []) !== revision.fingerprint)
        yield sayInTerminal(({ record }) => record.altered(revision.key, revision.number))
    }
    const end = revisions.at(-1)
    if (!end || revisions.length < page) return
    last = end.id
  }
}
