import type { ItemNature } from '../parameters.ts'
import type { Machine } from './machine.ts'

export const itemStates = [
  'proposed',
  'not-included',
  'included',
  'withdrawn',
  'open',
  'voting',
  'disposed',
  'not-reached',
] as const
export type ItemState = (typeof itemStates)[number]

export const itemMachine = {
  include: { from: ['proposed'], to: 'included' },
  'reject-inclusion': { from: ['proposed'], to: 'not-included' },
  withdraw: { from: ['included', 'open'], to: 'withdrawn' },
  open: { from: ['included'], to: 'open' },
  'open-vote': { from: ['open'], to: 'voting' },
  /** Declared, voided or tied: the item goes on. */
  'end-vote': { from: ['voting'], to: 'open' },
  dispose: { from: ['open'], to: 'disposed' },
  'leave-over': { from: ['included', 'open'], to: 'not-reached' },
} as const satisfies Machine<ItemState, string>
export type ItemMove = keyof typeof itemMachine

export const dispositions = [
  'approved',
  'approved-with-changes',
  'rejected',
  'received',
  'noted',
  'no-matters',
  'deferred',
  'sent-back',
  'no-decision-for-lack-of-quorum',
] as const
export type Disposition = (typeof dispositions)[number]

const voted: readonly Disposition[] = ['approved', 'approved-with-changes', 'rejected']
const toldOnly: readonly Disposition[] = ['received', 'noted', 'no-matters']
export const needsVote = (disposition: Disposition): boolean => voted.includes(disposition)
/** What comes back in the next agenda. */
export const carriesOver = (disposition: Disposition): boolean =>
  ['deferred', 'sent-back', 'no-decision-for-lack-of-quorum'].includes(disposition)

/** A report is received and not approved; a decision is not «received». */
export function maySettle(nature: ItemNature, disposition: Disposition, generalMattersDecide: boolean): boolean {
  if (needsVote(disposition)) {
    const decides = nature === 'general-matters' && generalMattersDecide
    return decides || nature === 'decision' || nature === 'procedural' || nature === 'minutes-approval'
  }
  if (disposition === 'no-matters') return nature === 'general-matters'
  if (toldOnly.includes(disposition)) return nature !== 'decision' && nature !== 'minutes-approval'
  return true
}
