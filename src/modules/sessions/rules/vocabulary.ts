import { itemNatures, methods } from './parameters.ts'
import { bases, tieSteps } from './verdict.ts'

/** The closed lists from which the parameters of a rule set are chosen. */
export const vocabulary = {
  basis: ['all-seats', 'filled-seats', 'voting-seats'],
  declaredBy: ['secretary', 'chair'],
  checkedAt: ['opening', 'each-vote', 'each-change', 'on-challenge', 'closing'],
  spanUnit: ['minutes', 'hours', 'working-days', 'calendar-days', 'months'],
  rounding: ['down', 'up'],
  needed: ['chair', 'secretary'],
  noticeUnit: ['working-days', 'calendar-days', 'hours'],
  counting: ['with-session-day', 'between'],
  urgentBy: ['chair', 'secretary'],
  nature: itemNatures,
  base: bases,
  holder: ['titular-chair', 'whoever-presides', 'none'],
  tieStep: tieSteps,
  method: methods,
  rollCallOrder: ['seats', 'alphabetical'],
  changeUntil: ['declared', 'published', 'never'],
  changeTo: ['yes'],
  channel: ['in-person', 'remote', 'written-in-advance', 'written-after'],
  absentChair: ['alternate', 'elected-from-present', 'none'],
  accreditation: ['standing', 'per-session'],
  arrival: ['at-next-item', 'at-once', 'never'],
  rank: ['any', 'immediately-below'],
  recusalEffect: ['none', 'seat-absent'],
  recusalJudge: ['body', 'chair', 'superior', 'self'],
  minutesKind: ['minutes', 'act'],
  approvedIn: ['next-session', 'same-session', 'by-mail'],
  approvers: ['present-now', 'attended-then'],
  signers: ['voting-seats', 'everybody', 'chair-and-secretary'],
  reading: ['never', 'if-circulated'],
  withoutQuorum: ['present', 'secretary'],
  dissent: ['particular', 'concurring', 'reasoned'],
  each: ['each'],
  published: ['call', 'minutes', 'agreements', 'attendance', 'votes', 'dissents'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Vocabulary = typeof vocabulary
export type Vocable = keyof Vocabulary
export type Word<List extends Vocable> = Vocabulary[List][number]
