import { mayMove } from './machine.ts'
import { type Facts, notFrozen, type Objection } from './objections.ts'

/** One click only takes back the last edition, and only for a day: anything older is a request like any other. */
export const rollBackHours = 24

/** What is looked at before an edition comes back: the document, the edition in force, and the one before. */
export interface RollBackFacts extends Pick<Facts, 'state' | 'actor' | 'onePersonAllowed' | 'windows'> {
  readonly live: boolean
  /** Whether it is the edition before the one in force. */
  readonly isBefore: boolean
  readonly supersededAt: number
  readonly now: number
  /** Whether one of the two went live in an emergency that nobody ratified. */
  readonly unratified: boolean
  /** Whether this person put live the edition that would go. */
  readonly publishedLive: boolean
  /** Files of the edition that the library no longer holds. */
  readonly lost: number
}

/**
 * Every reason why the former edition does not come back with a click. Its content was approved; that it should be
 * read again is another decision, and takes a second pair of eyes as any other.
 */
export function objectionsToRollingBack(facts: RollBackFacts): readonly Objection[] {
  const { state, actor, onePersonAllowed } = facts
  const inTime = facts.isBefore && facts.now - facts.supersededAt <= rollBackHours * 3_600_000
  const own = !onePersonAllowed
  return [
    // What was taken down does not come back with a click, whoever ordered it.
    ...(facts.live ? [] : [{ code: 'document-not-live' } as const]),
    ...(inTime ? [] : [{ code: 'needs-request', hours: rollBackHours } as const]),
    ...(inTime && !mayMove(state, 'roll-back') ? [{ code: 'wrong-state', state } as const] : []),
    ...(facts.unratified ? [{ code: 'ratification-pending' } as const] : []),
    ...(own && facts.publishedLive ? [{ code: 'own-publication' } as const] : []),
    ...(own && actor.requested ? [{ code: 'own-request' } as const] : []),
    ...(own && actor.edited && !actor.requested ? [{ code: 'own-edit' } as const] : []),
    ...notFrozen({ windows: facts.windows, at: undefined, now: facts.now }),
    ...(facts.lost > 0 ? [{ code: 'file-missing', files: facts.lost } as const] : []),
  ]
}
