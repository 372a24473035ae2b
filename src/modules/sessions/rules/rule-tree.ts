import { cases, choice, flag, group, label, lines, maybe, type NodeOf, order, rows, several, whole } from './nodes.ts'
import type {
  AgendaParams,
  AlternateParams,
  MinutesParams,
  NoticeParams,
  QuorumParams,
  RecusalParams,
  RuleParams,
  VoteParams,
} from './parameters.ts'
import type { Requirement, Sitting } from './quorum.ts'
import type { Span } from './spans.ts'
import type { Threshold } from './thresholds.ts'
import type { Casting, Majority, VoteRule } from './verdict.ts'

// Everything that a rule set says, part by part, in the order in which a form asks for it.

const span = group<Span>({ amount: whole(0, 9_999), unit: choice('spanUnit') }, 'span')
const number = whole(1, 9_999)
const enough = {
  'half-plus-one': { rounding: choice('rounding') },
  'more-than-half': {},
  fraction: { num: number, den: number, strict: flag },
  'at-least': { n: number },
  any: {},
  all: {},
}
const threshold = cases<Threshold>('threshold', enough)
const majority = cases<Majority>('majority', { ...enough, relative: {}, consensus: {} })
const requires = rows(
  cases<Requirement>('requirement', {
    function: { function: choice('needed'), orAlternate: flag },
    group: { group: label(60), atLeast: number },
    'group-majority': { group: label(60) },
    'each-group': { atLeast: number },
  }),
  20,
)

const quorum = group<QuorumParams>({
  basis: choice('basis'),
  threshold,
  requires,
  remoteCounts: flag,
  secondCall: maybe(group<Sitting>({ threshold, requires })),
  secondCallIn: maybe(group<{ after?: Span; within?: Span }>({ after: maybe(span), within: maybe(span) })),
  declaredBy: choice('declaredBy'),
  checkedAt: several('checkedAt'),
  tolerance: span,
  onLoss: group<{ recess?: Span }>({ recess: maybe(span) }),
})

const notice = group<NoticeParams>(
  {
    amount: whole(0, 9_999),
    unit: choice('noticeUnit'),
    counting: choice('counting'),
    receiptRequired: flag,
    urgentBy: maybe(choice('urgentBy')),
  },
  'notice',
)

type Added = NonNullable<AgendaParams['amendInSession']['ordinary']>
const added = maybe(group<Added>({ majority, urgentOnly: flag }))
const until = maybe(span)
const natures = several('nature')
const agenda = group<AgendaParams>({
  template: order('nature'),
  natures: group<AgendaParams['natures']>({
    ...{ ordinary: natures, extraordinary: natures, urgent: natures, solemn: natures, joint: natures },
    written: natures,
  }),
  amendUntil: group<AgendaParams['amendUntil']>({
    ...{ ordinary: until, extraordinary: until, urgent: until, solemn: until, joint: until, written: until },
  }),
  amendInSession: group<AgendaParams['amendInSession']>({
    ...{ ordinary: added, extraordinary: added, urgent: added, solemn: added, joint: added, written: added },
  }),
  generalMattersDecide: flag,
})

const casting = group<Casting>({ holder: choice('holder'), mandatory: flag, additional: flag }, 'casting')
const onTie = order('tieStep')
const otherwise = group<Partial<VoteRule>>({
  ...{ majority: maybe(majority), base: maybe(choice('base')), abstention: maybe(flag), eachGroup: maybe(flag) },
  ...{ casting: maybe(casting), onTie: maybe(onTie) },
})
const vote = group<VoteParams>({
  ...{ majority, base: choice('base'), abstention: flag, eachGroup: flag, casting, onTie },
  special: rows(group<VoteParams['special'][number]>({ matter: label(100), rule: otherwise }), 20),
  methods: several('method'),
  rollCallOnRequestOf: whole(1, 999),
  rollCallOrder: choice('rollCallOrder'),
  chairVotesLast: flag,
  reasonsAgainst: lines,
  changes: group<VoteParams['changes']>({ until: choice('changeUntil'), onlyTo: maybe(choice('changeTo')) }),
  channels: several('channel'),
  ...{ withoutMeeting: flag, public: flag, delegable: flag },
})

const alternates = group<AlternateParams>({
  allowed: flag,
  mostPerSeat: whole(0, 20),
  accreditation: choice('accreditation'),
  titularArrives: choice('arrival'),
  rank: choice('rank'),
})
const recusal = group<RecusalParams>({
  effectOnQuorum: choice('recusalEffect'),
  qualifiedBy: choice('recusalJudge'),
  within: maybe(span),
  ...{ leavesRoom: flag, alternateMayVote: flag },
})
const minutes = group<MinutesParams>({
  kind: choice('minutesKind'),
  draftedWithin: span,
  observedWithin: span,
  approvedIn: choice('approvedIn'),
  approvers: choice('approvers'),
  signers: choice('signers'),
  publishedWithin: span,
  readingWaived: choice('reading'),
  withoutQuorumSignedBy: choice('withoutQuorum'),
})

export const ruleTree = {
  quorum,
  notice: group<RuleParams['notice']>({
    ...{ ordinary: notice, extraordinary: notice, urgent: notice, solemn: notice, joint: notice },
  }),
  agenda,
  vote,
  chair: group<RuleParams['chair']>({ absent: choice('absentChair') }),
  alternates,
  remote: group<RuleParams['remote']>({ allowed: flag, recorded: flag, saidInMinutes: flag }),
  recusal,
  minutes,
  dissent: group<RuleParams['dissent']>({ kinds: several('dissent'), within: span }),
  absence: group<RuleParams['absence']>({ justifiedWithin: span }),
  joint: group<RuleParams['joint']>({ quorum: choice('each'), vote: choice('each') }),
  electronicSignature: flag,
  published: several('published'),
} satisfies { readonly [Key in keyof RuleParams]: NodeOf<RuleParams[Key]> }
