import { reaches } from '#kernel/actor'
import { factsOf } from '../queries/facts.ts'
import type { Request } from '../queries/requests.ts'
import { type Move, mayMove } from '../rules/machine.ts'
import { type Objection, objectionsTo } from '../rules/objections.ts'
import type { C } from './finding.ts'

/** The moves that a person makes with a form of the record, in the order in which they matter. */
export const handMoves = [
  'submit',
  'resubmit',
  'admit',
  'refuse-admission',
  'approve',
  'observe',
  'publish',
  'schedule',
  'unschedule',
  'publish-urgently',
  'ratify',
  'object',
  'revalidate',
  'archive',
  'abandon',
] as const satisfies readonly Move[]
export type HandMove = (typeof handMoves)[number]

const grantOf: Readonly<Record<HandMove, string>> = {
  submit: 'publications.request',
  resubmit: 'publications.request',
  admit: 'publications.admit',
  'refuse-admission': 'publications.admit',
  approve: 'publications.approve',
  observe: 'publications.review',
  publish: 'publications.publish',
  schedule: 'publications.publish',
  unschedule: 'publications.publish',
  'publish-urgently': 'publications.publish-urgently',
  ratify: 'publications.ratify',
  object: 'publications.ratify',
  revalidate: 'publications.request',
  archive: 'publications.withdraw',
  abandon: 'publications.request',
}

export interface Offered {
  readonly move: HandMove
  /** Why it cannot be done now; none means that it can. */
  readonly objections: readonly Objection[]
}

/** What this person may try on the request in its state, each with what is lacking. */
export async function movesOf(c: C, request: Request): Promise<readonly Offered[]> {
  const { app, actor } = c.var
  const able = handMoves.filter(
    (move) => mayMove(request.state, move) && reaches(actor, grantOf[move], request.area_id),
  )
  if (able.length === 0) return []
  const facts = await factsOf(app, request, actor, app.clock())
  // A date is asked for when scheduling; before that there is none to object to.
  return able.map((move) => ({ move, objections: objectionsTo(move, facts) }))
}
