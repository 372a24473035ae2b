import type { RuleParams } from '../parameters.ts'
import type { Requirement } from '../quorum.ts'

// Fifty literal rules of Mexican law (test/conformance/mx-rules), each as the parameters of a rule set.

export type Parts<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Parts<T[K]> }
    : T
const half = { kind: 'half-plus-one', rounding: 'down' } as const
const moreThanHalf = { kind: 'more-than-half' } as const
const chair = (orAlternate: boolean): Requirement => ({ kind: 'function', function: 'chair', orAlternate })
const working = (amount: number) => ({ amount, unit: 'working-days' }) as const
const days = (amount: number) => ({ amount, unit: 'calendar-days' }) as const
const minutes = (amount: number) => ({ amount, unit: 'minutes' }) as const

/** What each says, in the words of a rule set. */
export const written: Readonly<Record<string, Parts<RuleParams>>> = {
  'quorum-half-plus-one': { quorum: { threshold: half, basis: 'all-seats' } },
  'casting-president': { vote: { majority: moreThanHalf, base: 'present-entitled', onTie: ['chair-casting'] } },
  'alternate-rank': { alternates: { rank: 'immediately-below' } },
  'two-seats-one-person': {},
  'second-call-24h': {
    quorum: {
      basis: 'all-seats',
      secondCall: { threshold: { kind: 'any' }, requires: [] },
      secondCallIn: { within: { amount: 24, unit: 'hours' } },
    },
  },
  'acting-chair-elected': { chair: { absent: 'elected-from-present' } },
  'secretary-duties': { quorum: { declaredBy: 'secretary' }, minutes: { approvers: 'attended-then' } },
  'absolute-count-majority': { vote: { majority: { kind: 'at-least', n: 8 } } },
  'second-call-keeps-chair': { quorum: { secondCall: { threshold: { kind: 'any' }, requires: [chair(true)] } } },
  'reasons-against': { vote: { reasonsAgainst: ['normative'] } },
  'notice-15bd': { notice: { ordinary: working(15) } },
  'minutes-signed-published': { minutes: { signers: 'voting-seats' } },
  'notice-5-2': {
    notice: {
      ordinary: { ...working(5), receiptRequired: true },
      extraordinary: { ...working(2), receiptRequired: true },
    },
  },
  'group-composition-quorum': {
    quorum: { threshold: half, basis: 'all-seats', requires: [chair(true), { kind: 'group-majority', group: 'APF' }] },
  },
  'sector-groups-represented': {
    quorum: { threshold: { kind: 'at-least', n: 3 }, requires: [{ kind: 'each-group', atLeast: 1 }] },
  },
  'per-group-concurrence': {
    vote: { special: [{ matter: 'authorisation', rule: { eachGroup: true } }] },
  },
  'no-abstention-reasoned-no': { vote: { abstention: false } },
  'recused-leaves-room': { recusal: { leavesRoom: true } },
  'recusal-judged-by-peers': { recusal: { qualifiedBy: 'body' } },
  'recusal-to-superior': { recusal: { qualifiedBy: 'superior', within: days(3) } },
  'casting-obligatory-acting-chair': {
    vote: {
      majority: moreThanHalf,
      onTie: ['chair-casting'],
      casting: { holder: 'whoever-presides', mandatory: true, additional: true },
    },
  },
  'no-alternates': { alternates: { allowed: false } },
  'remote-recorded': { remote: { allowed: true, recorded: true, saidInMinutes: true } },
  'votes-public-even-private-session': { vote: { public: true } },
  // Read to the letter it would be cast without a tie: it is taken as on ties only, until somebody says otherwise.
  'casting-always': { vote: { onTie: ['chair-casting'], casting: { holder: 'whoever-presides' } } },
  'written-consent-no-meeting': { vote: { withoutMeeting: true, majority: moreThanHalf, base: 'all-seats' } },
  'tie-chain-scjn': { vote: { onTie: ['next-session', 'new-draft', 'chair-casting'] } },
  'concurring-and-dissenting': { dissent: { kinds: ['particular', 'concurring'], within: days(5) } },
  'vote-personal': { vote: { delegable: false } },
  'three-methods': { vote: { methods: ['roll-call', 'show-of-hands', 'secret-ballot'] } },
  'chair-votes-last': { vote: { chairVotesLast: true } },
  'tie-revote-next-session': { vote: { onTie: ['revote', 'next-session'] } },
  'quorum-challenge-recess': {
    quorum: { checkedAt: ['on-challenge'], onLoss: { recess: minutes(15) } },
  },
  'quorum-loss-ends-session': { quorum: { checkedAt: ['each-vote'], onLoss: {} } },
  'no-quorum-record': { minutes: { withoutQuorumSignedBy: 'present' } },
  'no-quorum-30min': { quorum: { tolerance: minutes(30) } },
  'joint-committees-quorum': { quorum: { threshold: moreThanHalf }, joint: { quorum: 'each' } },
  'joint-two-votes': { joint: { vote: 'each' } },
  'call-contents': { agenda: { template: ['procedural', 'minutes-approval', 'informative', 'general-matters'] } },
  'general-matters-only-ordinary': {},
  'informative-vs-voted': {},
  'urgent-inclusion-absolute-majority': {
    agenda: { amendInSession: { ordinary: { majority: moreThanHalf, urgentOnly: true } } },
  },
  'corrections-accepted': { minutes: { approvedIn: 'next-session' } },
  'dispense-reading': { minutes: { readingWaived: 'if-circulated' } },
  'vote-change-only-to-yes': { vote: { changes: { until: 'published', onlyTo: 'yes' } } },
  'absence-justification-5d': { absence: { justifiedWithin: days(5) } },
  'units-of-time': {},
  'month-end': {},
  'fea-equivalence': { electronicSignature: true },
  'parliament-publication': { published: ['call', 'minutes', 'agreements', 'attendance', 'votes', 'dissents'] },
}
