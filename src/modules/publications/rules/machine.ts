/** The states of a publication request. */
export const states = [
  'draft',
  'submitted',
  'in-review',
  'with-observations',
  'approved',
  'scheduled',
  'publication-failed',
  'published-pending-ratification',
  'published',
  'in-revalidation',
  'superseded',
  'withdrawn',
  'archived',
  'abandoned',
] as const
export type State = (typeof states)[number]

const closedStates: readonly State[] = ['published', 'superseded', 'withdrawn', 'archived', 'abandoned']
/** Those in which something is still to be done. */
export const openStates = states.filter((state) => !closedStates.includes(state))

export interface Transition {
  readonly from: readonly State[]
  readonly to: State
}

/** Those in which it may still go live. */
export const beforePublication: readonly State[] = [
  'draft',
  'submitted',
  'in-review',
  'with-observations',
  'approved',
  'scheduled',
  'publication-failed',
]

/** Who moves what where. A date never moves what was not approved: only `publish` and the clock leave `scheduled`. */
export const transitions = {
  submit: { from: ['draft'], to: 'submitted' },
  admit: { from: ['submitted'], to: 'in-review' },
  'refuse-admission': { from: ['submitted'], to: 'draft' },
  /** The review goes on in other hands, and its clock with it. */
  assign: { from: ['in-review'], to: 'in-review' },
  observe: { from: ['in-review'], to: 'with-observations' },
  resubmit: { from: ['with-observations'], to: 'in-review' },
  approve: { from: ['in-review'], to: 'approved' },
  'void-approval': { from: ['approved', 'scheduled', 'publication-failed'], to: 'in-review' },
  schedule: { from: ['approved', 'publication-failed'], to: 'scheduled' },
  unschedule: { from: ['scheduled', 'publication-failed'], to: 'approved' },
  publish: { from: ['approved', 'scheduled', 'publication-failed'], to: 'published' },
  'give-up-publishing': { from: ['scheduled'], to: 'publication-failed' },
  'publish-urgently': { from: ['in-review', 'approved'], to: 'published-pending-ratification' },
  ratify: { from: ['published-pending-ratification'], to: 'published' },
  object: { from: ['published-pending-ratification'], to: 'withdrawn' },
  'call-for-revalidation': { from: ['published'], to: 'in-revalidation' },
  revalidate: { from: ['in-revalidation'], to: 'published' },
  supersede: { from: ['published', 'in-revalidation', 'published-pending-ratification'], to: 'superseded' },
  withdraw: { from: ['published', 'in-revalidation', 'published-pending-ratification'], to: 'withdrawn' },
  'roll-back': { from: ['superseded'], to: 'published' },
  /** An emergency that gave way to another before anybody confirmed it, and stands again: it still waits. */
  'reopen-ratification': { from: ['superseded'], to: 'published-pending-ratification' },
  archive: { from: ['published', 'in-revalidation', 'superseded', 'withdrawn'], to: 'archived' },
  abandon: { from: beforePublication, to: 'abandoned' },
} as const satisfies Readonly<Record<string, Transition>>
export type Move = keyof typeof transitions

export const mayMove = (state: State, move: Move): boolean =>
  (transitions[move].from as readonly State[]).includes(state)

/** The states in which the area may change the content; in the last three, doing so voids the approval. */
export const editable: readonly State[] = [
  'draft',
  'with-observations',
  'in-review',
  'approved',
  'scheduled',
  'publication-failed',
]
export const voidsApproval = (state: State): boolean => mayMove(state, 'void-approval')

/** The path a request is shown to walk. */
export const path: readonly State[] = ['submitted', 'in-review', 'approved', 'scheduled', 'published']

/** Where on the path a state stands; -1 before it. Observations are part of the review. */
export function stepOf(state: State): number {
  if (state === 'with-observations') return path.indexOf('in-review')
  if (state === 'publication-failed') return path.indexOf('scheduled')
  if (['published-pending-ratification', 'in-revalidation', 'superseded', 'withdrawn', 'archived'].includes(state)) {
    return path.indexOf('published')
  }
  return path.indexOf(state)
}
