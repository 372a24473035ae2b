import type { Machine } from './machine.ts'

export const sessionStates = [
  'draft',
  'called',
  'roll-call',
  'second-call-pending',
  'in-session',
  'recess',
  'quorum-suspended',
  'closed',
  'not-held',
  'cancelled',
] as const
export type SessionState = (typeof sessionStates)[number]

/** A session that was not held, or was cancelled, still has its record and its place in the calendar. */
export const sessionMachine = {
  'issue-call': { from: ['draft'], to: 'called' },
  reschedule: { from: ['called'], to: 'called' },
  cancel: { from: ['called'], to: 'cancelled' },
  'open-attendance': { from: ['called', 'second-call-pending'], to: 'roll-call' },
  'declare-quorum': { from: ['roll-call'], to: 'in-session' },
  'declare-no-quorum': { from: ['roll-call'], to: 'not-held' },
  'call-again': { from: ['roll-call'], to: 'second-call-pending' },
  recess: { from: ['in-session'], to: 'recess' },
  resume: { from: ['recess'], to: 'in-session' },
  'lose-quorum': { from: ['in-session'], to: 'quorum-suspended' },
  'restore-quorum': { from: ['quorum-suspended'], to: 'in-session' },
  'adjourn-for-quorum': { from: ['quorum-suspended'], to: 'closed' },
  close: { from: ['in-session'], to: 'closed' },
  /** What was recorded wrong is put right by later entries; it is never sat again. */
  'reopen-record': { from: ['closed'], to: 'closed' },
} as const satisfies Machine<SessionState, string>
export type SessionMove = keyof typeof sessionMachine
