import { createHash } from 'node:crypto'
import type { App } from '#kernel/app'
import type { Errand } from '#kernel/command'
import { perform } from '#kernel/perform'
import { recordVerification } from './commands/validity.ts'
import { findDocument, findRevision, revisionFilesOf } from './queries/documents.ts'
import type { PublicationsTables } from './tables.ts'

/** Looks at what was published as any reader would, from outside the process, and says what it saw. */
export const verifyPublication: Errand<{ edition: number }, App> = {
  name: 'publications.verify-publication',
  summary: 'Fetch a new edition from its public address and compare the hash of each file with the approved one.',
  async run(app, { edition: id }) {
    const published = await whatWasPublished(app, id)
    if (!published) return
    const { address, files, intranet } = published
    const faults: string[] = []
    const page = await app.visit(address, { redirect: 'manual' }).catch(() => undefined)
    const shut = page !== undefined && page.status !== 200
    if (intranet ? !shut : page?.status !== 200) faults.push(`${address}: ${page?.status ?? 'unreachable'}`)
    await page?.body?.cancel()
    let equal = 0
    for (const { public_name, sha256 } of files) {
      const served = intranet ? await hashOfStored(app, sha256) : await hashOfServed(app, `${address}/${public_name}`)
      if (served === sha256) equal++
      else faults.push(`${public_name}: ${served ?? 'unreachable'}`)
    }
    const passed = faults.length === 0
    const said = { edition: id, passed, files: files.length, equal, faults: faults.join('\n').slice(0, 2000) }
    await perform(app, recordVerification, app.steward, said)
    if (!page) throw new Error(`${address} does not answer.`)
  },
}

async function whatWasPublished(app: App, id: number) {
  const db = app.tables<PublicationsTables>()
  const edition = await db.selectFrom('publications.edition').selectAll().where('id', '=', id).executeTakeFirst()
  // Superseded before anyone looked: what matters now is the newer one.
  if (!edition || edition.superseded_at) return undefined
  const document = await findDocument(db, edition.document_id)
  const revision = await findRevision(db, edition.revision_id)
  const address = `${app.config.baseUrl}/documentos/${document?.key}/v/${edition.number}`
  return { address, files: await revisionFilesOf(db, [edition.revision_id]), intranet: revision?.portal === 'intranet' }
}

async function hashOfServed(app: App, address: string): Promise<string | undefined> {
  const response = await app.visit(address).catch(() => undefined)
  if (response?.status !== 200 || !response.body) return undefined
  return hashOf(response.body)
}

const hashOfStored = async (app: App, sha256: string) => (await app.storage.measure(sha256))?.sha256

async function hashOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of content) hash.update(chunk)
  return hash.digest('hex')
}
