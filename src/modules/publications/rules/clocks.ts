import type { Move, State } from './machine.ts'
import type { WithdrawalReason } from './withdrawals.ts'

export const clocks = [
  'admission',
  'review',
  'area',
  'publication',
  'verification',
  'ratification',
  'revalidation',
  'withdrawal',
] as const
export type ClockName = (typeof clocks)[number]
export const priorities = ['normal', 'urgent', 'legal-term'] as const
export type Priority = (typeof priorities)[number]
export type Owner = 'manager' | 'area' | 'system'

/** Which clock runs in a state, and whose it is; states without a row have no clock. */
export const clockOf: Readonly<Partial<Record<State, { clock: ClockName; owner: Owner }>>> = {
  submitted: { clock: 'admission', owner: 'manager' },
  'in-review': { clock: 'review', owner: 'manager' },
  'with-observations': { clock: 'area', owner: 'area' },
  approved: { clock: 'publication', owner: 'manager' },
  'publication-failed': { clock: 'publication', owner: 'manager' },
  'published-pending-ratification': { clock: 'ratification', owner: 'manager' },
  'in-revalidation': { clock: 'revalidation', owner: 'area' },
}

const live: readonly State[] = ['published', 'published-pending-ratification', 'in-revalidation']
const untilTakenDown: readonly State[] = [
  'submitted',
  'in-review',
  'with-observations',
  'approved',
  'scheduled',
  'publication-failed',
]

const goingLive: readonly Move[] = ['publish', 'publish-urgently', 'roll-back', 'reopen-ratification']

/** What the clocks look at in a request that has just moved. */
export interface Moved {
  readonly state: State
  readonly kind: 'publish' | 'update' | 'withdraw' | 'correct-metadata'
  readonly reason: WithdrawalReason | null
}

/** Clocks that run across states: each says where it may go on, and which move begins it. */
const besides: Readonly<
  Partial<Record<ClockName, { owner: Owner; goesOn(moved: Moved): boolean; begins(moved: Moved, move: Move): boolean }>>
> = {
  /** What went live is looked at from outside; what is no longer live needs no looking at. */
  verification: {
    owner: 'system',
    goesOn: ({ state }) => live.includes(state),
    begins: ({ kind }, move) => kind !== 'withdraw' && goingLive.includes(move),
  },
  /** Personal data leave within the hour, whoever holds the request meanwhile. */
  withdrawal: {
    owner: 'manager',
    goesOn: ({ state, reason }) => reason === 'personal-or-reserved-data' && untilTakenDown.includes(state),
    begins: ({ kind, reason }, move) =>
      kind === 'withdraw' && reason === 'personal-or-reserved-data' && (move === 'submit' || move === 'resubmit'),
  },
}

/** Whether a clock that runs goes on after the move. */
export const goesOn = (clock: ClockName, moved: Moved): boolean => besides[clock]?.goesOn(moved) ?? false

/** The clocks that a move begins, each with whose it is. */
export function begunBy(move: Move, moved: Moved): readonly { readonly clock: ClockName; readonly owner: Owner }[] {
  const own = clockOf[moved.state]
  const others = clocks.flatMap((clock) => {
    const beside = besides[clock]
    return beside?.begins(moved, move) ? [{ clock, owner: beside.owner }] : []
  })
  return own ? [own, ...others] : others
}

/** Within a round these go on where they stopped; the others begin anew each time. */
const resumes: readonly ClockName[] = ['admission', 'review', 'area', 'publication', 'ratification']
export const resumesInRound = (clock: ClockName): boolean => resumes.includes(clock)
