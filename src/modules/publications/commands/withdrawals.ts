import { z } from 'zod'
import { zoneOf } from '#commons/directory'
import { erase } from '#commons/files'
import type { Command } from '#kernel/command'
import { choice, day, id, optional, text } from '#kernel/fields'
import { localDateOf } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import { documentArchived, documentWithdrawn, topicOfDocument, topicOfRequest } from '../events.ts'
import { digestOfWithdrawal } from '../queries/content.ts'
import { currentEdition, findDocument, hashesEverHeld, requestsAbout } from '../queries/documents.ts'
import { findRequest, type Request } from '../queries/requests.ts'
import { askedToWithdraw } from '../queries/withdrawals.ts'
import { mayMove } from '../rules/machine.ts'
import { statusOfWithdrawal, type WithdrawalReason, withdrawalRules } from '../rules/withdrawals.ts'
import type { PublicationsTables } from '../tables.ts'
import { refuseEnd } from './days.ts'
import {
  allow,
  type Desk,
  invalidField,
  lockDocument,
  moveTo,
  named,
  objected,
  onlySeen,
  type Seen,
  takeAsItStands,
  takeRequest,
} from './desk.ts'
import { able, tell } from './telling.ts'

export interface Withdrawal {
  readonly reason: WithdrawalReason
  readonly target: string
  readonly note: string
  readonly reference: string
  /** The day on which the order ends. */
  readonly endsOn?: string | null
}

/** Who takes it down at once is not asked what they saw: whichever edition is live comes down. */
const withdrawInput = z.object({
  document: id,
  reason: choice(['personal-or-reserved-data', 'order-of-authority']),
  reference: text(300),
  note: optional(text(2000)),
  endsOn: optional(day),
})

/** Personal data and orders do not wait for the area: one person acts at once, and the record says who and why. */
export const withdrawDocument: Command<PublicationsTables, z.infer<typeof withdrawInput>, void> = {
  name: 'publications.withdraw-document',
  summary: 'Take a document down at once, for personal data or by order of an authority, with its file number.',
  grant: 'publications.withdraw',
  input: withdrawInput,
  personal: { fields: ['note', 'reference'], subject: ({ document }) => topicOfDocument(document) },
  async run(work, { document, reason, reference, note, endsOn }) {
    refuseEnd(reason, endsOn, 'endsOn')
    if (endsOn && endsOn <= localDateOf(work.now, await zoneOf(work)))
      throw invalidField('endsOn', (words) => words.orderEndsInPast)
    await lockDocument(work, document)
    const edition = await currentEdition(work.read, document)
    if (!edition) throw missing()
    const request = await takeAsItStands(work, edition.request_id, 'publications.withdraw')
    await takeDown(work, request, { reason, target: '', note: note ?? '', reference, endsOn: endsOn ?? null })
    if (mayMove(request.state, 'withdraw')) await moveTo(work, request, 'withdraw')
    for (const asked of await askedToWithdraw(work.read, document))
      await tell(work, asked, [asked.requested_by], 'withdrawnAtOnce')
    await tell(work, request, await able(work, 'publications.request', request), 'withdrawnAtOnce')
  },
}

export const archiveDocument: Command<PublicationsTables, Seen, void> = {
  name: 'publications.archive-document',
  summary: 'Close the record of a published request: its editions stay readable at their addresses.',
  grant: 'publications.withdraw',
  input: onlySeen,
  async run(work, seen) {
    const request = await takeRequest(work, seen, 'publications.withdraw')
    await allow(work, request, 'archive')
    const document = request.document_id ? await findDocument(work.read, request.document_id) : undefined
    if (!document) throw missing()
    await moveTo(work, request, 'archive')
    work.announce(documentArchived, { ...named(request), document: document.id, key: document.key })
  },
}

/** What was live stops being so, or goes on under a banner, as the reason's rule says. */
export async function takeDown(
  work: Desk,
  request: Request,
  { endsOn = null, ...withdrawal }: Withdrawal,
): Promise<void> {
  const document = request.document_id ? await findDocument(work.read, request.document_id) : undefined
  const edition = document && (await currentEdition(work.read, document.id))
  if (!document || !edition) throw objected('withdraw', [{ code: 'document-not-live' }])
  const rule = withdrawalRules[withdrawal.reason]
  await work.db
    .updateTable('publications.withdrawal')
    .set({ lifted_at: work.now })
    .where('document_id', '=', document.id)
    .where('lifted_at', 'is', null)
    .execute()
  const { id } = await work.db
    .insertInto('publications.withdrawal')
    .values({
      ...{ document_id: document.id, request_id: request.id, ...withdrawal },
      ...{ withdrawn_by: work.actor.id, withdrawn_at: work.now, lifted_at: null },
      ...{ ends_on: endsOn, reminded_at: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await endFormerRequest(work, request, edition.request_id)
  if (rule.erasesFiles) await eraseAll(work, document.id)
  const status = statusOfWithdrawal(withdrawal.reason, withdrawal.target)
  const about = { ...named(request), document: document.id, key: document.key }
  const fingerprint = digestOfWithdrawal(document.id, { ...withdrawal, endsOn })
  const until = endsOn === null ? {} : { endsOn }
  work.announce(documentWithdrawn, { ...about, reason: withdrawal.reason, status, fingerprint, ...until })
  // What only the intranet showed, no search engine has.
  if (rule.leavesSearch && document.portal === 'internet')
    await askSearchRemoval(work, request, { withdrawal_id: id, document_id: document.id })
}

/** What search engines and archives keep outlives a withdrawal: the content manager is asked to see to it. */
async function askSearchRemoval(work: Desk, request: Request, what: { withdrawal_id: number; document_id: number }) {
  await work.db
    .insertInto('publications.search_removal')
    .values({
      ...{ ...what, request_id: request.id, opened_at: work.now },
      ...{ asked_on: null, noted_by: null, noted_at: null },
    })
    .execute()
  await tell(work, request, await able(work, 'publications.publish', request), 'searchRemoval')
}

/** Every file that it ever held, and what was written of it on the way: the ledger keeps that there was something. */
async function eraseAll(work: Desk, document: number): Promise<void> {
  for (const sha256 of await hashesEverHeld(work.read, document)) work.later(erase, { sha256 })
  for (const request of await requestsAbout(work.read, document)) await work.forget(topicOfRequest(request))
  await work.forget(topicOfDocument(document))
}

async function endFormerRequest(work: Desk, request: Request, former: number) {
  if (former === request.id) return
  const asked = await findRequest(work.read, former)
  if (asked && mayMove(asked.state, 'withdraw')) await moveTo(work, asked, 'withdraw')
}
