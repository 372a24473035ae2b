import type { Machine } from './machine.ts'

export const commitmentStates = [
  'pending',
  'in-progress',
  'claimed',
  'complied',
  'blocked',
  'superseded',
  'cancelled',
] as const
export type CommitmentState = (typeof commitmentStates)[number]

const open: readonly CommitmentState[] = ['pending', 'in-progress', 'claimed', 'blocked']
export const isOpen = (state: CommitmentState): boolean => open.includes(state)

export const commitmentMachine = {
  'report-progress': { from: ['pending', 'in-progress', 'blocked'], to: 'in-progress' },
  'claim-compliance': { from: ['pending', 'in-progress', 'blocked'], to: 'claimed' },
  accept: { from: ['claimed'], to: 'complied' },
  'return-to-area': { from: ['claimed'], to: 'in-progress' },
  block: { from: ['pending', 'in-progress', 'claimed'], to: 'blocked' },
  supersede: { from: open, to: 'superseded' },
  cancel: { from: open, to: 'cancelled' },
  /** By decision of a session, in a new cycle: what was complied before stays in its history. */
  reopen: { from: ['complied'], to: 'in-progress' },
} as const satisfies Machine<CommitmentState, string>
export type CommitmentMove = keyof typeof commitmentMachine

/** Never stored: it is late when its day has passed and it is still open. */
export const isOverdue = (state: CommitmentState, due: string | undefined, today: string): boolean =>
  isOpen(state) && due !== undefined && due < today

/** «Quedaron pendientes 6 puntos, de los cuales 3 ya fueron cumplidos»: what was pending must be what is there now. */
export const reconciles = (pendingThen: number, compliedSince: number, pendingNow: number, created = 0): boolean =>
  pendingThen + created === compliedSince + pendingNow
