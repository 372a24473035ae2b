import type { NoticeRule } from './notice.ts'
import type { QuorumRule } from './quorum.ts'
import type { Span } from './spans.ts'
import type { Majority, VoteRule } from './verdict.ts'

// What a body's norms say of its sessions, as data. Each parameter has its legal source beside it in the rule set; a
// session keeps the version under which it was called. Why each exists is shown by a rule of Mexican law in
// `corpus.test.ts`.

export const sessionKinds = ['ordinary', 'extraordinary', 'urgent', 'solemn', 'joint', 'written'] as const
export type SessionKind = (typeof sessionKinds)[number]

/** What an item of the agenda asks of the body. Only some are voted. */
export const itemNatures = [
  'procedural',
  'minutes-approval',
  'follow-up',
  'informative',
  'decision',
  'general-matters',
] as const
export type ItemNature = (typeof itemNatures)[number]

export const methods = ['show-of-hands', 'roll-call', 'secret-ballot', 'declared-unanimity', 'written'] as const
export type Method = (typeof methods)[number]

export interface QuorumParams extends QuorumRule {
  readonly declaredBy: 'secretary' | 'chair'
  readonly checkedAt: readonly ('opening' | 'each-vote' | 'each-change' | 'on-challenge' | 'closing')[]
  /** How long the hour of the call is waited beyond. */
  readonly tolerance: Span
  /** What follows when it is lost: a recess of at most so long, and then the end. */
  readonly onLoss: { readonly recess?: Span }
  /** When the second call may sit: after so long, or within it. */
  readonly secondCallIn?: { readonly after?: Span; readonly within?: Span }
}

export interface NoticeParams extends NoticeRule {
  readonly receiptRequired: boolean
  /** Who may call with less, giving the reason. */
  readonly urgentBy?: 'chair' | 'secretary'
}

export interface AgendaParams {
  /** The items with which an agenda begins, in order. */
  readonly template: readonly ItemNature[]
  readonly natures: Readonly<Record<SessionKind, readonly ItemNature[]>>
  /** Until how long before the session it may be changed without the body. */
  readonly amendUntil: Readonly<Partial<Record<SessionKind, Span>>>
  /** By which majority the body itself adds to it; where it is absent the list is closed. */
  readonly amendInSession: Readonly<
    Partial<Record<SessionKind, { readonly majority: Majority; readonly urgentOnly: boolean }>>
  >
  readonly generalMattersDecide: boolean
}

export interface VoteParams extends VoteRule {
  /** Kinds of matter that need another majority. */
  readonly special: readonly { readonly matter: string; readonly rule: Partial<VoteRule> }[]
  readonly methods: readonly Method[]
  /** How many members make a vote one by roll call. */
  readonly rollCallOnRequestOf: number
  readonly rollCallOrder: 'seats' | 'alphabetical'
  readonly chairVotesLast: boolean
  readonly reasonsAgainst: readonly string[]
  /** From what to what a vote that was cast may be changed, and until when. */
  readonly changes: { readonly until: 'declared' | 'published' | 'never'; readonly onlyTo?: 'yes' }
  readonly channels: readonly ('in-person' | 'remote' | 'written-in-advance' | 'written-after')[]
  /** Agreements without a meeting, of the majority of all seats. */
  readonly withoutMeeting: boolean
  /** How each voted is public, even of a session that was not. */
  readonly public: boolean
  /** Somebody may vote for another. */
  readonly delegable: boolean
}

export interface AlternateParams {
  readonly allowed: boolean
  readonly mostPerSeat: number
  readonly accreditation: 'standing' | 'per-session'
  readonly titularArrives: 'at-next-item' | 'at-once' | 'never'
  /** Of which rank an alternate must be. */
  readonly rank: 'any' | 'immediately-below'
}

export interface RecusalParams {
  readonly effectOnQuorum: 'none' | 'seat-absent'
  readonly qualifiedBy: 'body' | 'chair' | 'superior' | 'self'
  readonly within?: Span
  readonly leavesRoom: boolean
  readonly alternateMayVote: boolean
}

export interface MinutesParams {
  readonly kind: 'minutes' | 'act'
  readonly draftedWithin: Span
  readonly observedWithin: Span
  readonly approvedIn: 'next-session' | 'same-session' | 'by-mail'
  readonly approvers: 'present-now' | 'attended-then'
  readonly signers: 'voting-seats' | 'everybody' | 'chair-and-secretary'
  readonly publishedWithin: Span
  /** The reading may be dispensed with only of what was circulated. */
  readonly readingWaived: 'never' | 'if-circulated'
  readonly withoutQuorumSignedBy: 'present' | 'secretary'
}

export interface RuleParams {
  readonly quorum: QuorumParams
  readonly notice: Readonly<Record<Exclude<SessionKind, 'written'>, NoticeParams>>
  readonly agenda: AgendaParams
  readonly vote: VoteParams
  readonly chair: { readonly absent: 'alternate' | 'elected-from-present' | 'none' }
  readonly alternates: AlternateParams
  readonly remote: { readonly allowed: boolean; readonly recorded: boolean; readonly saidInMinutes: boolean }
  readonly recusal: RecusalParams
  readonly minutes: MinutesParams
  readonly dissent: { readonly kinds: readonly ('particular' | 'concurring' | 'reasoned')[]; readonly within: Span }
  readonly absence: { readonly justifiedWithin: Span }
  /** Bodies that sit together are each counted, and each vote; who belongs to both votes in both. */
  readonly joint: { readonly quorum: 'each'; readonly vote: 'each' }
  /** A signature by certificate does what one by hand does. */
  readonly electronicSignature: boolean
  readonly published: readonly ('call' | 'minutes' | 'agreements' | 'attendance' | 'votes' | 'dissents')[]
}

const span = (amount: number, unit: Span['unit']): Span => ({ amount, unit })
const notice = (amount: number, unit: NoticeRule['unit']): NoticeParams => ({
  ...{ amount, unit, counting: 'with-session-day', receiptRequired: true, urgentBy: 'chair' },
})
const everything = itemNatures
/** Neither what is followed up nor general matters belong to a session that was called for something. */
const closed: readonly ItemNature[] = ['procedural', 'minutes-approval', 'informative', 'decision']

/** With what a body begins. It is not a norm: whoever keeps the body writes its own, each with its source. */
export const startingRules: RuleParams = {
  quorum: {
    ...{ basis: 'filled-seats', threshold: { kind: 'more-than-half' }, remoteCounts: true, declaredBy: 'secretary' },
    requires: [{ kind: 'function', function: 'chair', orAlternate: true }],
    checkedAt: ['opening', 'each-vote', 'each-change'],
    tolerance: span(30, 'minutes'),
    onLoss: { recess: span(15, 'minutes') },
  },
  notice: {
    ordinary: notice(5, 'working-days'),
    extraordinary: notice(2, 'working-days'),
    urgent: notice(24, 'hours'),
    solemn: notice(5, 'working-days'),
    joint: notice(5, 'working-days'),
  },
  agenda: {
    template: ['procedural', 'minutes-approval', 'follow-up'],
    natures: {
      ...{ ordinary: everything, extraordinary: closed, urgent: closed },
      ...{ solemn: ['procedural', 'informative'], joint: closed, written: ['decision'] },
    },
    amendUntil: { ordinary: span(24, 'hours') },
    amendInSession: { ordinary: { majority: { kind: 'more-than-half' }, urgentOnly: false } },
    generalMattersDecide: false,
  },
  vote: {
    ...{ majority: { kind: 'more-than-half' }, base: 'present-entitled', abstention: true, eachGroup: false },
    casting: { holder: 'whoever-presides', mandatory: false, additional: true },
    onTie: ['revote', 'chair-casting'],
    special: [],
    methods: ['show-of-hands', 'roll-call', 'secret-ballot', 'declared-unanimity'],
    ...{ rollCallOnRequestOf: 1, rollCallOrder: 'seats', chairVotesLast: true, reasonsAgainst: [] },
    changes: { until: 'declared' },
    channels: ['in-person', 'remote'],
    ...{ withoutMeeting: false, public: true, delegable: false },
  },
  chair: { absent: 'alternate' },
  alternates: {
    ...{ allowed: true, mostPerSeat: 1, accreditation: 'per-session', titularArrives: 'at-next-item', rank: 'any' },
  },
  remote: { allowed: true, recorded: false, saidInMinutes: true },
  recusal: { effectOnQuorum: 'none', qualifiedBy: 'body', leavesRoom: true, alternateMayVote: false },
  minutes: {
    ...{ kind: 'minutes', draftedWithin: span(5, 'working-days'), observedWithin: span(3, 'working-days') },
    ...{ approvedIn: 'next-session', approvers: 'present-now', signers: 'voting-seats' },
    ...{ publishedWithin: span(10, 'working-days'), readingWaived: 'if-circulated', withoutQuorumSignedBy: 'present' },
  },
  dissent: { kinds: ['particular', 'concurring', 'reasoned'], within: span(5, 'working-days') },
  absence: { justifiedWithin: span(5, 'working-days') },
  joint: { quorum: 'each', vote: 'each' },
  electronicSignature: false,
  published: ['call', 'minutes', 'agreements', 'attendance', 'votes', 'dissents'],
}
