import { z } from 'zod'
import type { Command } from '#kernel/command'
import { id, instant, text } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import {
  documentPublished,
  documentSuperseded,
  publicationFailed,
  publicationObjected,
  publicationRatified,
  publicationScheduled,
  publicationUnscheduled,
} from '../events.ts'
import {
  currentEdition,
  editionNumbered,
  findDocument,
  findLive,
  findRevision,
  revisionFilesOf,
} from '../queries/documents.ts'
import { factsOf } from '../queries/facts.ts'
import { findRequest, type Request, standingApproval } from '../queries/requests.ts'
import { type Move, mayMove } from '../rules/machine.ts'
import { objectionsTo } from '../rules/objections.ts'
import { mayRollBack, rollBackHours } from '../rules/rolling-back.ts'
import type { PublicationsTables } from '../tables.ts'
import { say } from '../words.ts'
import { allow, type Desk, moveTo, named, objected, takeRequest, touch } from './desk.ts'
import { freeze } from './reviews.ts'
import { able, tell } from './telling.ts'
import { takeDown } from './withdrawals.ts'

const onlyRequest = z.object({ request: id })
const grant = 'publications.publish'
/** After so many failed tries the schedule stops, and a person is told. */
const mostAttempts = 5
const retryMinutes = 2

const scheduleInput = z.object({ request: id, at: instant })
export const schedulePublication: Command<PublicationsTables, z.infer<typeof scheduleInput>, void> = {
  name: 'publications.schedule-publication',
  summary: 'Put a date on what was approved. The row is the truth; the clock only reads it.',
  grant,
  input: scheduleInput,
  async run(work, { request: asked, at }) {
    const request = await takeRequest(work, asked, grant)
    const when = new Date(at)
    await allow(work, request, 'schedule', when)
    const approval = await standingApproval(work.read, request.id)
    await moveTo(work, request, 'schedule', { publish_at: when, scheduled_by: work.actor.id, attempts: 0, failure: '' })
    work.later(publishScheduled, { request: request.id }, when)
    work.announce(publicationScheduled, {
      ...named(request),
      at: when.toISOString(),
      fingerprint: approval?.fingerprint ?? '',
    })
  },
}

export const unschedulePublication: Command<PublicationsTables, { request: number }, void> = {
  name: 'publications.unschedule-publication',
  summary: 'Take the date off a scheduled publication; the approval stands.',
  grant,
  input: onlyRequest,
  async run(work, { request: asked }) {
    const request = await takeRequest(work, asked, grant)
    await allow(work, request, 'unschedule')
    await moveTo(work, request, 'unschedule', { publish_at: null, scheduled_by: null, attempts: 0, failure: '' })
    work.announce(publicationUnscheduled, named(request))
  },
}

/** What the public address is, for whoever asked. */
export interface Published {
  readonly href: string
}

export const publishDocument: Command<PublicationsTables, { request: number }, Published> = {
  name: 'publications.publish-document',
  summary: 'Put live what was approved, now: the new edition supersedes the former, or the document is taken down.',
  grant,
  input: onlyRequest,
  async run(work, { request: asked }) {
    const request = await takeRequest(work, asked, grant)
    await allow(work, request, 'publish')
    return putLive(work, request, 'publish')
  },
}

/** The clock's knock. It reads the row again under lock: early, late and repeated knocks do no harm. */
export const publishScheduled: Command<PublicationsTables, { request: number }, void> = {
  name: 'publications.publish-scheduled',
  summary: 'Put live what was scheduled, when its time has come and its approval still stands.',
  grant,
  input: onlyRequest,
  async run(work, { request: asked }) {
    const request = await takeRequest(work, asked, grant)
    const due = request.publish_at
    if (request.state !== 'scheduled' || !due || due > work.now) return
    const scheduler = { id: request.scheduled_by ?? work.actor.id }
    const objections = objectionsTo('publish', await factsOf(work, request, scheduler, work.now))
    if (objections.length === 0) {
      await putLive(work, request, 'publish')
      return
    }
    const attempts = request.attempts + 1
    const failure = JSON.stringify(objections)
    if (attempts < mostAttempts) {
      await touch(work, request, { attempts, failure })
      work.later(publishScheduled, { request: request.id }, new Date(work.now.getTime() + retryMinutes * 60_000))
    } else {
      await moveTo(work, request, 'give-up-publishing', { attempts, failure })
    }
    work.announce(publicationFailed, { ...named(request), attempts })
    await tell(work, request, await able(work, grant, request), 'failed')
  },
}

const urgentInput = z.object({ request: id, reason: text(2000, 10) })
export const publishUrgently: Command<PublicationsTables, z.infer<typeof urgentInput>, Published> = {
  name: 'publications.publish-urgently',
  summary: 'Put live without the second pair of eyes, with a written reason; another person ratifies or objects.',
  grant: 'publications.publish-urgently',
  input: urgentInput,
  async run(work, { request: asked, reason }) {
    const request = await takeRequest(work, asked, 'publications.publish-urgently')
    await allow(work, request, 'publish-urgently')
    await freeze(work, request)
    return putLive(work, request, 'publish-urgently', { timing_reason: reason })
  },
}

export const ratifyPublication: Command<PublicationsTables, { request: number }, void> = {
  name: 'publications.ratify-publication',
  summary: 'Confirm, as another person, what was published in an emergency.',
  grant: 'publications.ratify',
  input: onlyRequest,
  async run(work, { request: asked }) {
    const { request, edition } = await takeUrgent(work, asked, 'ratify')
    await moveTo(work, request, 'ratify')
    work.announce(publicationRatified, { ...named(request), ...(await publicName(work, request)), edition })
  },
}

const objectInput = z.object({ request: id, reason: text(2000, 10) })
export const objectToPublication: Command<PublicationsTables, z.infer<typeof objectInput>, void> = {
  name: 'publications.object-to-publication',
  summary: 'Take down what was published in an emergency and should not have been.',
  grant: 'publications.ratify',
  input: objectInput,
  async run(work, { request: asked, reason }) {
    const { request, edition } = await takeUrgent(work, asked, 'object')
    await takeDown(work, request, { reason: 'published-in-error', target: '', note: reason, reference: '' })
    await moveTo(work, request, 'object')
    work.announce(publicationObjected, { ...named(request), ...(await publicName(work, request)), edition })
  },
}

const rollBackInput = z.object({ document: id, to: id, note: text(500, 5) })
export const rollBackDocument: Command<PublicationsTables, z.infer<typeof rollBackInput>, Published> = {
  name: 'publications.roll-back-document',
  summary: 'Put the former edition of a document live again, within a day of its being superseded.',
  grant,
  input: rollBackInput,
  async run(work, { document: asked, to }) {
    const live = await currentEdition(work.read, asked)
    const former = await editionNumbered(work.read, asked, to)
    if (!live || !former) throw missing()
    // What was taken down does not come back with a click.
    if (!(await findLive(work.read, asked))) throw objected('roll-back', [{ code: 'document-not-live' }])
    if (!mayRollBack(live, former, work.now)) {
      throw new Refusal(
        'unlawful',
        say((words) => words.rollBackNeedsRequest(rollBackHours)),
      )
    }
    const request = await takeRequest(work, former.request_id, grant)
    if (mayMove(request.state, 'roll-back')) await allow(work, request, 'roll-back')
    const published = await publishRevision(work, request, former.revision_id, { rollsBackTo: to, urgent: false })
    if (mayMove(request.state, 'roll-back')) await moveTo(work, request, 'roll-back')
    return published
  },
}

async function takeUrgent(work: Desk, asked: number, move: Move) {
  const request = await takeRequest(work, asked, 'publications.ratify')
  await allow(work, request, move)
  const edition = request.document_id && (await currentEdition(work.read, request.document_id))
  if (!edition) throw missing()
  return { request, edition: edition.id }
}

/** Carries out an approved request: an edition goes live, or a document is taken down. */
async function putLive(
  work: Desk,
  request: Request,
  move: 'publish' | 'publish-urgently',
  change: Partial<Request> = {},
): Promise<Published> {
  if (request.kind === 'withdraw') {
    const { withdrawal_reason: reason, withdrawal_target: target, withdrawal_note: note } = request
    if (!reason) throw missing()
    const reference = request.ground_reference
    await takeDown(work, request, { reason, target, note, reference })
    await moveTo(work, request, move, { ...change, publish_at: null })
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
}

async function publishRevision(work: Desk, request: Request, id: number, putting: Putting): Promise<Published> {
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
    ...(putting.rollsBackTo ? { rollsBackTo: putting.rollsBackTo } : {}),
  })
  return { href: `/documentos/${document.key}` }
}

const lockDocument = (work: Desk, id: number) =>
  work.db.selectFrom('publications.document').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

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
