import { z } from 'zod'
import { reaches } from '#kernel/actor'
import type { Work } from '#kernel/command'
import { id, version } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import { conflict, forbidden, missing } from '#kernel/refusals'
import { topicOfRequest } from '../events.ts'
import { factsOf } from '../queries/facts.ts'
import type { Request } from '../queries/requests.ts'
import type { Kind } from '../rules/kinds.ts'
import { type Move, transitions } from '../rules/machine.ts'
import { type Objection, objectionsTo } from '../rules/objections.ts'
import type { PublicationsTables } from '../tables.ts'
import { sayOf } from '../words/kinds.ts'
import type { PublicationsWords } from '../words.es.ts'
import { say } from '../words.ts'
import { handOver } from './clocks.ts'

export type Desk = Work<PublicationsTables>

/** What every move of a person names: the request, and the version of it that they decided on. */
export const decidedOn = { request: id, version }
export const onlySeen = z.object(decidedOn)
export type Seen = z.infer<typeof onlySeen>

/** Takes the request for this transaction, if it still is what was seen: whoever comes later sees what was done. */
export async function takeRequest(work: Desk, { request: asked, version }: Seen, grant: string): Promise<Request> {
  const request = await takeAsItStands(work, asked, grant)
  if (version !== request.version) throw conflict()
  return request
}

/** For what does not depend on what was seen: a date that comes, an order, a file that arrives among others. */
export async function takeAsItStands(work: Desk, asked: number, grant: string): Promise<Request> {
  const request = await work.db
    .selectFrom('publications.request')
    .selectAll()
    .where('id', '=', asked)
    .forUpdate()
    .executeTakeFirst()
  if (!request) throw missing()
  if (!reaches(work.actor, grant, request.area_id)) throw forbidden(grant)
  return request
}

/** Whoever would publish it, or take it down, waits for whoever is doing so: what is live decides what may be done. */
export const lockDocument = (work: Desk, id: number) =>
  work.db.selectFrom('publications.document').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Refuses with the full list of reasons, or lets the move pass. */
export async function allow(work: Desk, request: Request, move: Move, at?: Date): Promise<void> {
  const objections = objectionsTo(move, await factsOf(work, request, work.actor, work.now, at))
  if (objections.length > 0) throw objected(move, objections, request.kind)
}

export const objected = (move: Move, objections: readonly Objection[], kind: Kind = 'publish'): Refusal =>
  new Refusal(
    objections.some(({ code }) => code === 'wrong-state') ? 'conflict' : 'unlawful',
    sayOf(kind, (words) => words.notYet(move)),
    objections.map((objection) => ({ said: sayOf(kind, (words) => words.objection(objection)) })),
  )

/** One field is wrong, and its reason stands beside it. */
export const invalidField = (field: string, pick: (words: PublicationsWords) => string): Refusal =>
  new Refusal(
    'invalid',
    say((words) => words.checkFields),
    [{ field, said: say(pick) }],
  )

type Change = Partial<Omit<Request, 'id' | 'folio' | 'kind' | 'requested_by' | 'created_at' | 'state'>>

/** Writes the new state and hands the clocks over. */
export async function moveTo(work: Desk, request: Request, move: Move, change: Change = {}): Promise<void> {
  const state = transitions[move].to
  await work.db
    .updateTable('publications.request')
    .set({ ...change, state, version: request.version + 1 })
    .where('id', '=', request.id)
    .execute()
  await handOver(work, { ...request, ...change, state }, move)
}

/** The request changed without moving: forms that saw the earlier version are stale. */
export const touch = (work: Desk, request: Request, change: Change = {}) =>
  work.db
    .updateTable('publications.request')
    .set({ ...change, version: request.version + 1 })
    .where('id', '=', request.id)
    .execute()

/** Whoever changes the content is remembered among its editors: what they touched, another person approves. */
export async function edit(work: Desk, request: Request, change: Parameters<typeof touch>[2] = {}): Promise<void> {
  await work.db
    .insertInto('publications.editor')
    .values({ request_id: request.id, account: work.actor.id })
    .onConflict((again) => again.doNothing())
    .execute()
  await touch(work, request, { ...change, edited_by: work.actor.id })
}

/**
 * What people write on a request may speak of somebody, and the ledger forgets nothing: it keeps commitments, which are
 * erased when the document is withdrawn for personal data.
 */
export const spokenOn = (...fields: readonly string[]) => ({
  fields,
  subject: ({ request }: { readonly request: number }) => topicOfRequest(request),
})

export const named = ({ id, folio, kind }: Request) => ({ request: id, folio, kind })
