import { blobsOf, runsOf } from '#commons/files'
import type { Actor } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import { keepsFiles } from '../rules/kinds.ts'
import type { Facts, RequiredField } from '../rules/objections.ts'
import { documentKeyIn } from '../rules/targets.ts'
import { type WithdrawalReason, withdrawalRules } from '../rules/withdrawals.ts'
import type { PublicationsTables } from '../tables.ts'
import { holdsLiveFiles, overtakenOf } from './basis.ts'
import { fingerprintOfRequest } from './content.ts'
import { findDocument, findLive } from './documents.ts'
import { windowsOver } from './freezing.ts'
import { type Observation, observationsOf } from './observations.ts'
import { type DraftFile, draftFilesOf, editorsOf, type Request, standingApproval, subjectOfFile } from './requests.ts'
import { ruleOf } from './rules.ts'
import { targetFoundOf } from './targets.ts'

/** Gathers what the guards look at. In a command the request is locked, so that the facts stand until commit. */
export async function factsOf(
  reader: Reader,
  request: Request,
  actor: Pick<Actor, 'id'>,
  now: Date,
  at?: Date,
): Promise<Facts> {
  const db = reader.tables<PublicationsTables>()
  const files = await draftFilesOf(db, request.id)
  const approval = await standingApproval(db, request.id)
  const editors = await editorsOf(db, request.id)
  const { value } = await ruleOf(db, 'one-person-approves')
  return {
    state: request.state,
    kind: request.kind,
    empty: emptyFields(request),
    files: await factsOfFiles(reader, files),
    observations: factsOfObservations(await observationsOf(db, request.id)),
    fingerprint: fingerprintOfRequest(request, files),
    approved: approval?.fingerprint,
    document: await factsOfDocument(reader, request),
    overtaken: await overtakenOf(db, request),
    sameFiles: !keepsFiles(request.kind) || (await holdsLiveFiles(db, request, files)),
    withdrawal: { ...factsOfWithdrawal(request), found: await targetFoundOf(reader, request) },
    actor: {
      requested: request.requested_by === actor.id,
      edited: editors.includes(actor.id) || files.some((file) => file.attached_by === actor.id),
      published: request.urgent_by === actor.id,
    },
    onePersonAllowed: value === 'yes',
    windows: await windowsOver(reader, request, now),
    notBefore: request.not_before?.getTime(),
    neededBy: request.needed_by?.getTime(),
    at: at?.getTime(),
    now: now.getTime(),
  }
}

function emptyFields(request: Request): readonly RequiredField[] {
  const reason = request.withdrawal_reason
  const needsNote = reason !== null && withdrawalRules[reason].needs.includes('explanation')
  const timed = request.needed_by !== null || request.not_before !== null || request.priority !== 'normal'
  const wanting: [boolean, RequiredField][] = [
    [request.section_id === null && request.kind !== 'withdraw', 'section'],
    [request.summary === '', 'summary'],
    [request.ground_kind === null, 'ground-kind'],
    [request.ground_reference === '' && request.ground_kind !== 'dissemination', 'ground-reference'],
    [request.review_on === null && request.kind !== 'withdraw', 'review-on'],
    [timed && request.timing_reason === '', 'timing-reason'],
    [
      request.kind === 'withdraw' && (reason === null || (needsNote && request.withdrawal_note === '')),
      'withdrawal-reason',
    ],
    [request.calendar_mode === 'electoral' && request.calendar_mode_reason === '', 'calendar-mode-reason'],
  ]
  return wanting.filter(([empty]) => empty).map(([, field]) => field)
}

async function factsOfFiles(reader: Reader, files: readonly DraftFile[]): Promise<Facts['files']> {
  const runs = await runsOf(
    reader,
    files.map(({ id }) => subjectOfFile(id)),
  )
  const blobs = await blobsOf(
    reader,
    files.map(({ sha256 }) => sha256),
  )
  const run = ({ id }: DraftFile) => runs.get(subjectOfFile(id))
  const lost = ({ sha256 }: DraftFile) => blobs.get(sha256)?.erasedAt !== null
  return {
    count: files.length,
    unchecked: files.filter((file) => !run(file)?.finishedAt && !lost(file)).length,
    blocked: files.filter((file) => (run(file)?.blocking ?? 0) > 0).length,
    lost: files.filter(lost).length,
  }
}

function factsOfObservations(observations: readonly Observation[]): Facts['observations'] {
  const numbers = (keep: (observation: Observation) => boolean) => observations.filter(keep).map(({ number }) => number)
  return {
    open: numbers(({ state }) => state === 'open'),
    unanswered: numbers(({ state, severity }) => state === 'open' && severity !== 'suggests'),
    blocking: numbers(({ state, severity }) => severity === 'blocks' && (state === 'open' || state === 'answered')),
  }
}

async function factsOfDocument(reader: Reader, request: Request): Promise<Facts['document']> {
  if (request.document_id === null) return undefined
  const db = reader.tables<PublicationsTables>()
  const document = await findDocument(db, request.document_id)
  if (!document) return undefined
  const itself = documentKeyIn(request.withdrawal_target) === document.key
  return { live: (await findLive(db, document.id)) !== undefined, itself }
}

function factsOfWithdrawal(request: Request): Facts['withdrawal'] {
  const needs = request.withdrawal_reason ? withdrawalRules[request.withdrawal_reason as WithdrawalReason].needs : []
  return {
    needsTarget: needs.includes('target'),
    target: request.withdrawal_target,
    needsReference: needs.includes('reference'),
    reference: request.ground_reference,
  }
}
