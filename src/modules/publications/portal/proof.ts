import { historyOf } from '#kernel/ledger'
import { proofOf } from '#kernel/ledger-proof'
import { missing } from '#kernel/refusals'
import { type ImportedContent, topicOfDocument } from '../events.ts'
import { asked, type C, editionAsked } from './finding.ts'
import { gone } from './gone.tsx'

type Data = { readonly edition?: unknown; readonly contents?: unknown; readonly urgent?: unknown }

const mostEntries = 5_000

/**
 * The ledger entry that put this edition live, its place in the tree, and the signed root: anyone can check them. Of
 * what went live in an emergency it says so, and with which entry another person confirmed it, once somebody has.
 */
export async function proof(c: C): Promise<Response> {
  const document = await asked(c)
  if (!document.readable) return gone(c, document)
  const edition = editionAsked(c, document)
  const history = await historyOf(c.var.app.db, topicOfDocument(document.id), mostEntries)
  const tells = (found: (data: Data) => boolean, event: string) =>
    history.find(({ events }) => events.some(([name, data]) => name === event && found(data)))
  const ofThis = (data: Data) => data.edition === edition.edition_id
  const brought = (data: Data) => (data.contents as readonly ImportedContent[]).some(ofThis)
  const entry = tells(ofThis, 'publications.document-published') ?? tells(brought, 'publications.documents-imported')
  const proved = entry && (await proofOf(c.var.app.db, entry.id))
  if (!proved) throw missing()
  const urgent = entry.events.some(([, data]) => data['urgent'] === true)
  const ratified = urgent ? tells(ofThis, 'publications.publication-ratified') : undefined
  const ratification = ratified && { entry: ratified.id, ...(await proofOf(c.var.app.db, ratified.id)) }
  c.header('cache-control', 'public, no-cache')
  return c.json({ entry: entry.id, ...proved, ...(urgent ? { urgent, ratification: ratification ?? null } : {}) })
}
