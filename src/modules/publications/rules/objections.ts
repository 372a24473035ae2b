import { covers, type FreezeWindow } from './freezing.ts'
import { type Kind, keepsFiles } from './kinds.ts'
import { type Move, mayMove, type State } from './machine.ts'
import type { TargetFault, TargetFound } from './targets.ts'

/** Why a move is not allowed yet. A person sees the whole list before pressing anything. */
export type Objection =
  | { readonly code: 'wrong-state'; readonly state: State }
  | { readonly code: 'missing'; readonly field: RequiredField }
  | { readonly code: 'no-files' }
  | { readonly code: 'checks-running'; readonly files: number }
  | { readonly code: 'blocking-findings'; readonly files: number }
  | { readonly code: 'target-missing' }
  | { readonly code: 'target-itself' }
  | { readonly code: 'target-unseen' }
  | { readonly code: 'target-bad'; readonly fault: TargetFault }
  | { readonly code: 'reference-missing' }
  | { readonly code: 'no-document' }
  | { readonly code: 'urgent-withdrawal' }
  | { readonly code: 'document-not-live' }
  /** Another edition than the one it was begun from is live: publishing would undo what that one changed. */
  | { readonly code: 'edition-superseded'; readonly begun: number; readonly live: number }
  | { readonly code: 'files-fixed' }
  | { readonly code: 'no-open-observations' }
  | { readonly code: 'unanswered-observations'; readonly numbers: readonly number[] }
  | { readonly code: 'blocking-observations'; readonly numbers: readonly number[] }
  | { readonly code: 'needs-request'; readonly hours: number }
  | { readonly code: 'ratification-pending' }
  | { readonly code: 'own-request' }
  | { readonly code: 'own-edit' }
  | { readonly code: 'own-publication' }
  | { readonly code: 'content-changed' }
  | { readonly code: 'not-approved' }
  | { readonly code: 'too-soon'; readonly seconds: number }
  | { readonly code: 'before-not-before' }
  | { readonly code: 'after-needed-by' }
  | { readonly code: 'file-missing'; readonly files: number }
  /** A window of restriction: when it ends, as `2027-06-07T00:00` of the institution, and the norm that orders it. */
  | { readonly code: 'frozen'; readonly window: number; readonly until: string; readonly basis: string }

export type RequiredField =
  | 'section'
  | 'summary'
  | 'ground-kind'
  | 'ground-reference'
  | 'review-on'
  | 'timing-reason'
  | 'withdrawal-reason'
  | 'calendar-mode-reason'

/** All that the guards look at, as plain facts. */
export interface Facts {
  readonly state: State
  readonly kind: Kind
  /** Required fields that are empty. */
  readonly empty: readonly RequiredField[]
  readonly files: {
    readonly count: number
    readonly unchecked: number
    readonly blocked: number
    /** Files that the library does not hold, or not with their hash. */
    readonly lost: number
  }
  readonly observations: {
    readonly open: readonly number[]
    /** Open, and of the severities that ask for an answer. */
    readonly unanswered: readonly number[]
    readonly blocking: readonly number[]
  }
  /** The fingerprint of the working copy, and the one that was approved. */
  readonly fingerprint: string
  readonly approved: string | undefined
  readonly document: { readonly live: boolean; readonly itself: boolean } | undefined
  /** The editions that it was begun from and that is live, where the content of one is not that of the other. */
  readonly overtaken: { readonly begun: number; readonly live: number } | undefined
  /** Whether its files are, hash by hash, those of the edition that is live. */
  readonly sameFiles: boolean
  readonly withdrawal: {
    readonly needsTarget: boolean
    readonly target: string
    /** What is known of the target; undefined where there is none. */
    readonly found?: TargetFound | undefined
    readonly needsReference: boolean
    readonly reference: string
  }
  /** `published`: put it live in an emergency. */
  readonly actor: { readonly requested: boolean; readonly edited: boolean; readonly published: boolean }
  /** Whether the institution's rule lets one person ask and approve. */
  readonly onePersonAllowed: boolean
  /** Windows of restriction that reach what would go live, whenever they are. */
  readonly windows: readonly FreezeWindow[]
  readonly notBefore: number | undefined
  readonly neededBy: number | undefined
  readonly at: number | undefined
  readonly now: number
}

/** The portal's caches live this long: a schedule closer than this would show late. */
export const leastLeadSeconds = 60

type Guard = (facts: Facts) => readonly Objection[]

const complete: Guard = ({ empty }) => empty.map((field) => ({ code: 'missing', field }))

const filesReady: Guard = ({ kind, files }) => {
  if (kind === 'withdraw') return []
  return [
    ...(files.count === 0 && kind !== 'correct-metadata' ? [{ code: 'no-files' } as const] : []),
    ...(files.unchecked > 0 ? [{ code: 'checks-running', files: files.unchecked } as const] : []),
    ...(files.blocked > 0 ? [{ code: 'blocking-findings', files: files.blocked } as const] : []),
    ...(files.lost > 0 ? [{ code: 'file-missing', files: files.lost } as const] : []),
  ]
}

/** Nothing overwrites unseen what went live meanwhile: its area looks at that first, and says so. */
const standsOnLive: Guard = ({ overtaken }) => (overtaken ? [{ code: 'edition-superseded', ...overtaken }] : [])

/** A correction of data changes what is said of the files, never the files (publishing, section 2.2). */
const filesKept: Guard = ({ kind, overtaken, sameFiles }) =>
  keepsFiles(kind) && !overtaken && !sameFiles ? [{ code: 'files-fixed' }] : []

const documentReady: Guard = (facts) => {
  if (facts.kind === 'publish') return []
  if (!facts.document) return [{ code: 'no-document' }]
  if (!facts.document.live) return [{ code: 'document-not-live' }]
  return [...standsOnLive(facts), ...filesKept(facts)]
}

const withdrawalReady: Guard = ({ kind, withdrawal, document }) => {
  if (kind !== 'withdraw') return []
  return [
    ...(withdrawal.needsTarget && withdrawal.target === '' ? [{ code: 'target-missing' } as const] : []),
    ...(document?.itself ? [{ code: 'target-itself' } as const] : []),
    ...(withdrawal.needsReference && withdrawal.reference === '' ? [{ code: 'reference-missing' } as const] : []),
  ]
}

/** A reason carries what can be verified: nobody is sent where nothing is (Whitehall, unpublishing). */
const targetSound: Guard = ({ kind, withdrawal: { found }, document }) =>
  kind !== 'withdraw' || document?.itself || !found || found === 'stands' || found === 'unseen'
    ? []
    : [{ code: 'target-bad', fault: found }]

const targetSeen: Guard = ({ kind, withdrawal: { found } }) =>
  kind === 'withdraw' && found === 'unseen' ? [{ code: 'target-unseen' }] : []

/** What must come down at once has a door of its own, with its order or incident; the rest of withdrawals can wait. */
const notAWithdrawal: Guard = ({ kind }) => (kind === 'withdraw' ? [{ code: 'urgent-withdrawal' }] : [])

const answered: Guard = ({ observations: { unanswered } }) =>
  unanswered.length > 0 ? [{ code: 'unanswered-observations', numbers: unanswered }] : []

const nothingBlocks: Guard = ({ observations: { blocking } }) =>
  blocking.length > 0 ? [{ code: 'blocking-observations', numbers: blocking }] : []

/** Four eyes: whoever asked or last touched the content does not approve it, unless a written rule says they may. */
const anotherPerson: Guard = ({ actor, onePersonAllowed }) => {
  if (onePersonAllowed) return []
  return [
    ...(actor.requested ? [{ code: 'own-request' } as const] : []),
    ...(actor.edited && !actor.requested ? [{ code: 'own-edit' } as const] : []),
  ]
}

/** What is published is what was approved, to the byte. */
const sameContent: Guard = ({ approved, fingerprint }) => [
  ...(approved === undefined ? [{ code: 'not-approved' } as const] : []),
  ...(approved !== undefined && approved !== fingerprint ? [{ code: 'content-changed' } as const] : []),
]

const inWindow: Guard = ({ at, now, notBefore, neededBy }) => {
  const when = at ?? now
  return [
    ...(at !== undefined && at < now + leastLeadSeconds * 1000
      ? [{ code: 'too-soon', seconds: leastLeadSeconds } as const]
      : []),
    ...(notBefore !== undefined && when < notBefore ? [{ code: 'before-not-before' } as const] : []),
    ...(at !== undefined && neededBy !== undefined && at > neededBy ? [{ code: 'after-needed-by' } as const] : []),
  ]
}

/** Nothing goes live inside a window of restriction, urgent or not, but what its grounds except. */
export const notFrozen = ({ windows, at, now }: Pick<Facts, 'windows' | 'at' | 'now'>): readonly Objection[] =>
  windows
    .filter((window) => covers(window, at ?? now))
    .map(({ id, untilLocal, basis }) => ({ code: 'frozen', window: id, until: untilLocal, basis }))

/** Whoever put it live in an emergency does not decide on it, and neither does whoever asked for it. */
const anotherDecides: Guard = (facts) => [
  ...(facts.actor.published ? [{ code: 'own-publication' } as const] : []),
  ...anotherPerson(facts),
]

const guards: Readonly<Record<Move, readonly Guard[]>> = {
  submit: [complete, filesReady, documentReady, withdrawalReady, targetSound],
  admit: [],
  'refuse-admission': [],
  assign: [],
  observe: [({ observations: { open } }) => (open.length === 0 ? [{ code: 'no-open-observations' }] : [])],
  resubmit: [complete, filesReady, documentReady, withdrawalReady, targetSound, answered],
  approve: [
    ...[complete, filesReady, documentReady, withdrawalReady, targetSound, targetSeen],
    ...[nothingBlocks, anotherPerson],
  ],
  'void-approval': [],
  schedule: [sameContent, filesReady, documentReady, inWindow, notFrozen],
  unschedule: [],
  publish: [sameContent, filesReady, documentReady, inWindow, notFrozen],
  'give-up-publishing': [],
  'publish-urgently': [notAWithdrawal, complete, filesReady, documentReady, notFrozen],
  ratify: [anotherDecides],
  object: [anotherDecides],
  'call-for-revalidation': [],
  revalidate: [],
  supersede: [],
  // Its own facts are those of two editions: rolling-back.ts.
  'roll-back': [],
  'reopen-ratification': [],
  withdraw: [],
  archive: [],
  abandon: [],
}

/** Every reason why the move is not allowed now; none means that it is. */
export function objectionsTo(move: Move, facts: Facts): readonly Objection[] {
  if (!mayMove(facts.state, move)) return [{ code: 'wrong-state', state: facts.state }]
  return guards[move].flatMap((guard) => guard(facts))
}
