import { historyOf } from '#kernel/ledger'
import { proofOf } from '#kernel/ledger-proof'
import { missing } from '#kernel/refusals'
import { type ImportedContent, topicOfDocument } from '../events.ts'
import { asked, type C, editionAsked } from './finding.ts'
import { gone } from './gone.tsx'

const mostEntries = 5_000

/** The ledger entry that put this edition live, its place in the tree, and the signed root: anyone can check them. */
export async function proof(c: C): Promise<Response> {
  const document = await asked(c)
  if (!document.readable) return gone(c, document)
  const edition = editionAsked(c, document)
  const history = await historyOf(c.var.app.db, topicOfDocument(document.id), mostEntries)
  const entry = history.find(({ events }) =>
    events.some(([name, data]) =>
      name === 'publications.documents-imported'
        ? (data['contents'] as readonly ImportedContent[]).some((each) => each.edition === edition.edition_id)
        : name === 'publications.document-published' && data['edition'] === edition.edition_id,
    ),
  )
  const proved = entry && (await proofOf(c.var.app.db, entry.id))
  if (!proved) throw missing()
  c.header('cache-control', 'public, no-cache')
  return c.json({ entry: entry.id, ...proved })
}
