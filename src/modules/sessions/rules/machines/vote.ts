import type { Machine } from './machine.ts'

export const voteStates = ['prepared', 'open', 'closed', 'tied', 'computed', 'declared', 'void'] as const
export type VoteState = (typeof voteStates)[number]

/** Nothing that was voted is deleted: it is voided with its reason, and the vote that repeats it says which. */
export const voteMachine = {
  open: { from: ['prepared'], to: 'open' },
  cast: { from: ['open'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  compute: { from: ['closed', 'tied'], to: 'computed' },
  tie: { from: ['closed', 'tied'], to: 'tied' },
  declare: { from: ['computed'], to: 'declared' },
  void: { from: ['prepared', 'open', 'closed', 'tied', 'computed', 'declared'], to: 'void' },
} as const satisfies Machine<VoteState, string>
export type VoteMove = keyof typeof voteMachine
