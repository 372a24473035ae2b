import { z } from 'zod'
import { accountsWith } from '#commons/identity'
import type { Command } from '#kernel/command'
import { optional, text } from '#kernel/fields'
import { slug } from '#kernel/pure/text'
import { Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import {
  admissionRefused,
  approvalVoided,
  requestAdmitted,
  requestApproved,
  requestAssigned,
  requestObserved,
  requestSubmitted,
} from '../events.ts'
import { fingerprintOfRequest } from '../queries/content.ts'
import { lastRevisionOf } from '../queries/documents.ts'
import { factsOf } from '../queries/facts.ts'
import { type DraftFile, draftFilesOf, findRequest, type Request, standingApproval } from '../queries/requests.ts'
import { ruleOf } from '../queries/rules.ts'
import type { VoidReason } from '../rules/changes.ts'
import { mayMove } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { say } from '../words.ts'
import { askForReviews } from './checking.ts'
import { allow, type Desk, decidedOn, moveTo, named, onlySeen, type Seen, spokenOn, takeRequest } from './desk.ts'
import { insertObservation } from './observations.ts'
import { able, tell } from './telling.ts'

export const submitRequest: Command<PublicationsTables, Seen, { folio: string }> = {
  name: 'publications.submit-request',
  summary: 'Send a draft to the content manager: its content is frozen as a revision and the admission clock starts.',
  grant: 'publications.request',
  input: onlySeen,
  async run(work, seen) {
    const request = await takeRequest(work, seen, 'publications.request')
    await allow(work, request, 'submit')
    const frozen = await freeze(work, request)
    await askForReviews(work, request.id, 'send')
    await moveTo(work, request, 'submit', { submitted_at: work.now, document_id: frozen.document, round: 1 })
    work.announce(requestSubmitted, { ...named(request), ...frozen.said, round: 1 })
    await tell(work, request, await able(work, 'publications.admit', request), 'submitted')
    return { folio: request.folio }
  },
}

export const resubmitRequest: Command<PublicationsTables, Seen, void> = {
  name: 'publications.resubmit-request',
  summary: 'Send an observed request back, answered: the next round begins with what changed.',
  grant: 'publications.request',
  input: onlySeen,
  async run(work, seen) {
    const request = await takeRequest(work, seen, 'publications.request')
    await allow(work, request, 'resubmit')
    const frozen = await freeze(work, request)
    const round = request.round + 1
    await askForReviews(work, request.id, 'send')
    await moveTo(work, request, 'resubmit', { round })
    work.announce(requestSubmitted, { ...named(request), ...frozen.said, round })
    await tell(work, request, [request.reviewer], 'resubmitted')
  },
}

const admitInput = z.object({ ...decidedOn, reviewer: text(60) })

export const admitRequest: Command<PublicationsTables, z.infer<typeof admitInput>, void> = {
  name: 'publications.admit-request',
  summary: 'Admit a request and give it to a reviewer; the admission clock stops and the review clock starts.',
  grant: 'publications.admit',
  input: admitInput,
  async run(work, { reviewer, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.admit')
    await allow(work, request, 'admit')
    await mayReview(work, reviewer, request.area_id)
    await moveTo(work, request, 'admit', { reviewer })
    work.announce(requestAdmitted, { ...named(request), reviewer })
    await tell(work, request, [reviewer], 'admitted')
  },
}

export const assignReviewer: Command<PublicationsTables, z.infer<typeof admitInput>, void> = {
  name: 'publications.assign-reviewer',
  summary: 'Give a request in review to another reviewer.',
  grant: 'publications.admit',
  input: admitInput,
  async run(work, { reviewer, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.admit')
    await allow(work, request, 'assign')
    await mayReview(work, reviewer, request.area_id)
    await moveTo(work, request, 'assign', { reviewer })
    work.announce(requestAssigned, { ...named(request), reviewer })
    await tell(work, request, [reviewer], 'admitted')
  },
}

const refuseInput = z.object({ ...decidedOn, reason: text(2000) })

export const refuseAdmission: Command<PublicationsTables, z.infer<typeof refuseInput>, void> = {
  name: 'publications.refuse-admission',
  summary: 'Send a request back to its area as a draft, with the reason why it is not admitted.',
  grant: 'publications.admit',
  input: refuseInput,
  personal: spokenOn('reason'),
  async run(work, { reason, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.admit')
    await allow(work, request, 'refuse-admission')
    await recordReview(work, request, 'not-admitted')
    await insertObservation(work, request, reason)
    await moveTo(work, request, 'refuse-admission')
    work.announce(admissionRefused, named(request))
    await tell(work, request, [request.requested_by], 'returned')
  },
}

export const returnWithObservations: Command<PublicationsTables, Seen, void> = {
  name: 'publications.return-with-observations',
  summary: 'Send a request back to its area with its open observations; the clock passes to the area.',
  grant: 'publications.review',
  input: onlySeen,
  async run(work, seen) {
    const request = await takeRequest(work, seen, 'publications.review')
    await allow(work, request, 'observe')
    const { observations } = await factsOf(work, request, work.actor, work.now)
    await recordReview(work, request, 'observed')
    await moveTo(work, request, 'observe')
    work.announce(requestObserved, { ...named(request), round: request.round, observations: observations.open.length })
    await tell(work, request, [request.requested_by], 'observed')
  },
}

export const approveRequest: Command<PublicationsTables, Seen & { fingerprint?: string | undefined }, void> = {
  name: 'publications.approve-request',
  summary: 'Approve the exact content of a request, by its fingerprint. A later edit voids the approval.',
  grant: 'publications.approve',
  input: z.object({ ...decidedOn, fingerprint: optional(text(64)) }),
  async run(work, { fingerprint: shown, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.approve')
    await allow(work, request, 'approve')
    const fingerprint = fingerprintOfRequest(request, await draftFilesOf(work.read, request.id))
    if (shown && shown !== fingerprint)
      throw new Refusal(
        'conflict',
        say((words) => words.contentMoved),
      )
    const frozen = await freeze(work, request)
    const { actor } = await factsOf(work, request, work.actor, work.now)
    const samePerson = actor.requested || actor.edited
    const ruleSource = samePerson ? (await ruleOf(work.read, 'one-person-approves')).source : ''
    await recordReview(work, request, 'approved', { same_person: samePerson, rule_source: ruleSource })
    await askForReviews(work, request.id, 'publish')
    await moveTo(work, request, 'approve')
    const said = { revision: frozen.said.revision, fingerprint, samePerson, ruleSource }
    work.announce(requestApproved, { ...named(request), ...said })
    const publishers = await able(work, 'publications.publish', request)
    await tell(work, request, [request.requested_by, ...publishers], 'approved')
  },
}

async function mayReview(work: Desk, reviewer: string, area: number): Promise<void> {
  const able = await accountsWith(work, 'publications.review', area)
  if (able.some(({ actor }) => actor === reviewer)) return
  throw new Refusal(
    'invalid',
    say((words) => words.checkFields),
    [{ field: 'reviewer', said: say((words) => words.notAReviewer) }],
  )
}

/** An edit after approval takes it back: what goes live is what was approved, to the byte. */
export async function voidApproval(work: Desk, id: number, why: VoidReason = 'content-changed'): Promise<void> {
  const request = await findRequest(work.read, id)
  const approval = request && mayMove(request.state, 'void-approval') && (await standingApproval(work.read, id))
  if (!request || !approval) return
  const fingerprint = fingerprintOfRequest(request, await draftFilesOf(work.read, id))
  if (why === 'content-changed' && fingerprint === approval.fingerprint) return
  await work.db
    .updateTable('publications.review')
    .set({ voided_at: work.now, void_reason: why })
    .where('id', '=', approval.id)
    .execute()
  await moveTo(work, request, 'void-approval', { publish_at: null, scheduled_by: null, failure: '' })
  work.announce(approvalVoided, { ...named(request), fingerprint: approval.fingerprint, why })
  await tell(work, request, [request.requested_by, request.reviewer], 'voided')
}

/** Freezes the working copy as an immutable revision, unless the last one already is the same content. */
export async function freeze(work: Desk, request: Request) {
  const files = await draftFilesOf(work.read, request.id)
  const fingerprint = fingerprintOfRequest(request, files)
  const said = { fingerprint, files: files.length }
  if (request.kind === 'withdraw') return { document: request.document_id, said: { ...said, revision: 0 } }
  const document = request.document_id ?? (await insertDocument(work, request))
  const last = await lastRevisionOf(work.read, request.id)
  if (last?.fingerprint === fingerprint) return { document, said: { ...said, revision: last.number } }
  return { document, said: { ...said, revision: await insertRevision(work, request, document, fingerprint, files) } }
}

async function insertDocument(work: Desk, request: Request): Promise<number> {
  const stem = slug(request.title) || 'documento'
  for (let attempt = 1; ; attempt++) {
    const inserted = await work.db
      .insertInto('publications.document')
      .values({
        key: attempt === 1 ? stem : `${stem}-${attempt}`,
        area_id: request.area_id,
        portal: request.portal,
        first_published_at: null,
      })
      .onConflict((clash) => clash.column('key').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (inserted) return inserted.id
  }
}

async function insertRevision(
  work: Desk,
  request: Request,
  document_id: number,
  fingerprint: string,
  files: readonly DraftFile[],
): Promise<number> {
  const { last } = await work.read
    .selectFrom('publications.revision')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('document_id', '=', document_id)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  const { portal, section_id, area_id, title, summary, ground_kind, ground_reference, valid_until, review_on } = request
  if (section_id === null || ground_kind === null || review_on === null) throw missing()
  const { id } = await work.db
    .insertInto('publications.revision')
    .values({
      ...{ document_id, request_id: request.id, number, fingerprint, portal, section_id, area_id, title, summary },
      ...{ ground_kind, ground_reference, valid_until, review_on, change_note: request.change_note },
      author: work.actor.id,
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = files.map(({ file_id, version, sha256, bytes, original_name, public_name, title }, index) => ({
    ...{ revision_id: id, position: index + 1, file_id, version, sha256, bytes, original_name, public_name, title },
  }))
  if (rows.length > 0) await work.db.insertInto('publications.revision_file').values(rows).execute()
  return number
}

async function recordReview(
  work: Desk,
  request: Request,
  outcome: 'approved' | 'observed' | 'not-admitted',
  more: { same_person?: boolean; rule_source?: string } = {},
) {
  const fingerprint = fingerprintOfRequest(request, await draftFilesOf(work.read, request.id))
  await work.db
    .insertInto('publications.review')
    .values({
      ...{ request_id: request.id, round: request.round, reviewer: work.actor.id, fingerprint, outcome },
      ...{ at: work.now, voided_at: null, ...more },
    })
    .execute()
}
