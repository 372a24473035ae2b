import { missing } from '#kernel/refusals'
import { documentPublished, documentSuperseded } from '../events.ts'
import { currentEdition, findDocument, findRevision, revisionFilesOf } from '../queries/documents.ts'
import { findRequest, type Request } from '../queries/requests.ts'
import { mayMove } from '../rules/machine.ts'
import { type Desk, lockDocument, moveTo, named } from './desk.ts'
import { able, tell } from './telling.ts'
import { takeDown } from './withdrawals.ts'

/** What the public address is, for whoever asked. */
export interface Published {
  readonly href: string
}

/** Carries out an approved request: an edition goes live, or a document is taken down. */
export async function putLive(
  work: Desk,
  request: Request,
  move: 'publish' | 'publish-urgently',
  change: Partial<Request> = {},
): Promise<Published> {
  if (request.kind === 'withdraw') {
    const { withdrawal_reason: reason, withdrawal_target: target, withdrawal_note: note } = request
    if (!reason) throw missing()
    const order = { reference: request.ground_reference, endsOn: request.withdrawal_ends_on }
    await takeDown(work, request, { reason, target, note, ...order })
    await moveTo(work, request, move, { ...change, publish_at: null, failure: '' })
    await tell(work, request, [request.requested_by], 'published')
    return { href: `/documentos/${(await publicName(work, request)).key}` }
  }
  const revision = await work.read
    .selectFrom('publications.revision')
    .select('id')
    .where('request_id', '=', request.id)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const urgent = move === 'publish-urgently'
  const published = await publishRevision(work, request, revision.id, { urgent })
  await moveTo(work, request, move, { ...change, publish_at: null, failure: '' })
  await tell(work, request, [request.requested_by], 'published')
  if (urgent) await tell(work, request, await able(work, 'publications.ratify', request), 'urgent')
  return published
}

interface Putting {
  readonly urgent: boolean
  readonly rollsBackTo?: number
  readonly note?: string
  /** The number of the emergency that it takes back. */
  readonly objected?: number
}

export async function publishRevision(work: Desk, request: Request, id: number, putting: Putting): Promise<Published> {
  const revision = await findRevision(work.read, id)
  const document = request.document_id && (await lockDocument(work, request.document_id))
  if (!revision || !document) throw missing()
  const former = await supersede(work, request, document.id)
  const number = (former?.number ?? (await lastNumber(work, document.id))) + 1
  const { id: edition } = await work.db
    .insertInto('publications.edition')
    .values({
      ...{ document_id: document.id, revision_id: revision.id, request_id: request.id, number },
      ...{ published_at: work.now, published_by: work.actor.id, superseded_at: null, ended_at: null },
      rolls_back_to: putting.rollsBackTo ?? null,
      note: putting.note ?? '',
      objected: putting.objected ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await work.db
    .updateTable('publications.withdrawal')
    .set({ lifted_at: work.now })
    .where('document_id', '=', document.id)
    .where('lifted_at', 'is', null)
    .execute()
  await work.db
    .updateTable('publications.document')
    .set({ first_published_at: document.first_published_at ?? work.now, portal: revision.portal })
    .where('id', '=', document.id)
    .execute()
  const files = (await revisionFilesOf(work.read, [revision.id])).map(({ sha256 }) => sha256)
  work.announce(documentPublished, {
    ...{ ...named(request), document: document.id, key: document.key, edition, number, revision: revision.number },
    ...{ fingerprint: revision.fingerprint, files, urgent: putting.urgent },
    ...(putting.rollsBackTo ? { rollsBackTo: putting.rollsBackTo, note: putting.note ?? '' } : {}),
    ...(putting.objected ? { objected: putting.objected } : {}),
  })
  return { href: `/documentos/${document.key}` }
}

async function lastNumber(work: Desk, document: number): Promise<number> {
  const { last } = await work.read
    .selectFrom('publications.edition')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('document_id', '=', document)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/** The edition that was live gives way, and so does the request that put it there. */
async function supersede(work: Desk, request: Request, document: number) {
  const former = await currentEdition(work.read, document)
  if (!former) return undefined
  await work.db
    .updateTable('publications.edition')
    .set({ superseded_at: work.now })
    .where('id', '=', former.id)
    .execute()
  const asked = await findRequest(work.read, former.request_id)
  if (asked && asked.id !== request.id && mayMove(asked.state, 'supersede')) await moveTo(work, asked, 'supersede')
  const { key } = (await findDocument(work.read, document)) ?? { key: '' }
  const about = { ...named(asked ?? request), document, key }
  work.announce(documentSuperseded, { ...about, edition: former.id, number: former.number })
  return former
}

export async function publicName(work: Desk, request: Request): Promise<{ document: number; key: string }> {
  const document = request.document_id ? await findDocument(work.read, request.document_id) : undefined
  if (!document) throw missing()
  return { document: document.id, key: document.key }
}
