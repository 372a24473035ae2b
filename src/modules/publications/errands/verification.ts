import type { App } from '#kernel/app'
import type { Errand } from '#kernel/command'
import { perform } from '#kernel/perform'
import { recordVerification } from '../commands/verification.ts'
import type { ImportedContent } from '../events.ts'
import {
  currentEdition,
  editionNumbered,
  findDocument,
  findRevision,
  revisionFilesOf,
  standingWithdrawal,
} from '../queries/documents.ts'
import type { Look } from '../rules/verification.ts'
import { statusOfWithdrawal, type WithdrawalReason, withdrawalRules } from '../rules/withdrawals.ts'
import type { PublicationsTables } from '../tables.ts'
import { lookAtFile, lookAtMap, lookAtPage, lookAtShut, lookAtStatus } from './looking.ts'

/** Looks at what was published as any reader would, from outside the process, and says what it saw. */
export const verifyPublication: Errand<{ edition: number }, App> = {
  name: 'publications.verify-publication',
  summary: 'Fetch a new edition from its public addresses: its pages, each file by its hash, and the site map.',
  async run(app, { edition }) {
    const looks = await looksAtEdition(app, edition)
    if (!looks) return
    await perform(app, recordVerification, app.steward, { edition, subject: 'published', looks })
    // Nobody answers: the house may be starting, and it is asked again.
    if (looks.some(({ saw }) => saw === 'unreachable')) throw new Error(`Edition ${edition} does not answer.`)
  },
}

/** The same for each document of an import. */
export const verifyImport: Errand<{ contents: readonly Pick<ImportedContent, 'edition'>[] }, App> = {
  name: 'publications.verify-import',
  summary: 'Fetch each document that was brought in from its public addresses, as if it had just been published.',
  async run(app, { contents }) {
    for (const { edition } of contents) {
      const looks = await looksAtEdition(app, edition)
      if (looks) await perform(app, recordVerification, app.steward, { edition, subject: 'published', looks })
    }
  },
}

interface Withdrawn {
  readonly request: number
  readonly document: number
  readonly key: string
  readonly reason: WithdrawalReason
}

/** Looks whether what was taken down answers as its reason says, at every address that it had. */
export const verifyWithdrawal: Errand<Withdrawn, App> = {
  name: 'publications.verify-withdrawal',
  summary: 'Ask for a withdrawn document at every address that it had, and compare with what its reason says.',
  async run(app, { request, document, key, reason }) {
    const db = app.tables<PublicationsTables>()
    const edition = await currentEdition(db, document)
    if (!edition) return
    const revision = await findRevision(db, edition.revision_id)
    const target = await targetOf(app, document)
    const path = `/documentos/${key}`
    const inside = revision?.portal === 'intranet'
    const expected = inside ? 404 : statusOfWithdrawal(reason, target)
    const files = await revisionFilesOf(db, [edition.revision_id])
    const paths = [path, `${path}/v/${edition.number}`, ...files.map(({ public_name }) => `${path}/${public_name}`)]
    const looks: Look[] = []
    for (const each of paths) looks.push(await lookAtStatus(app, 'gone', each, expected))
    looks.push(await lookAtMap(app, path, withdrawalRules[reason].showsContent && !inside))
    const about = { edition: edition.id, request, subject: 'withdrawn' }
    await perform(app, recordVerification, app.steward, { ...about, looks })
    if (looks.every(({ saw }) => saw === 'unreachable')) throw new Error(`${path} does not answer.`)
  },
}

async function looksAtEdition(app: App, id: number): Promise<readonly Look[] | undefined> {
  const db = app.tables<PublicationsTables>()
  const edition = await db.selectFrom('publications.edition').selectAll().where('id', '=', id).executeTakeFirst()
  // Superseded or taken back before anyone looked: what matters now is the newer one.
  if (!edition || edition.superseded_at || edition.ended_at) return undefined
  const document = await findDocument(db, edition.document_id)
  const revision = await findRevision(db, edition.revision_id)
  // One that was withdrawn since is looked at as withdrawn.
  if (!document || !revision || (await standingWithdrawal(db, document.id))) return undefined
  const files = await revisionFilesOf(db, [revision.id])
  const path = `/documentos/${document.key}`
  const fixed = `${path}/v/${edition.number}`
  if (revision.portal === 'intranet') return looksInside(app, [path, fixed], fixed, files)
  const looks = [
    await lookAtPage(app, 'page', fixed, revision.title),
    await lookAtPage(app, 'latest', path, revision.title),
    await lookAtMap(app, path, true),
  ]
  for (const { public_name, sha256 } of files) looks.push(await lookAtFile(app, `${fixed}/${public_name}`, sha256))
  const former = await editionNumbered(db, document.id, edition.number - 1)
  const before = former && !former.ended_at ? await findRevision(db, former.revision_id) : undefined
  if (before?.portal === 'internet')
    looks.push(await lookAtPage(app, 'former', `${path}/v/${edition.number - 1}`, path))
  return looks
}

/** No visitor may read it: its addresses are shut, and its bytes are looked at where they are kept. */
async function looksInside(
  app: App,
  pages: readonly string[],
  fixed: string,
  files: Awaited<ReturnType<typeof revisionFilesOf>>,
): Promise<readonly Look[]> {
  const looks: Look[] = []
  const shut = [...pages, ...files.map(({ public_name }) => `${fixed}/${public_name}`)]
  for (const path of shut) looks.push(await lookAtShut(app, path))
  for (const { public_name, sha256 } of files) {
    const kept = await app.storage.measure(sha256)
    looks.push({ name: 'stored', what: public_name, passed: kept?.sha256 === sha256, saw: kept?.sha256 ?? 'missing' })
  }
  return looks
}

async function targetOf(app: App, document: number): Promise<string> {
  const standing = await app
    .tables<PublicationsTables>()
    .selectFrom('publications.withdrawal')
    .select('target')
    .where('document_id', '=', document)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return standing?.target ?? ''
}
