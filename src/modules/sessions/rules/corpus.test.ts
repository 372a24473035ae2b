import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { officeWeek, type WorkCalendar } from '#kernel/pure/calendar'
import { holidaysOf } from '#kernel/pure/holidays'
import { mayStand } from './agenda.ts'
import { noticeOf } from './notice.ts'
import { type ItemNature, type RuleParams, type SessionKind, startingRules } from './parameters.ts'
import { seatedTwice } from './presence.ts'
import { jointQuorum, type QuorumRule, quorumOf, type Represented, type Requirement, type Seat } from './quorum.ts'
import { lastDayOf } from './spans.ts'
import { type VoteRule, verdictOf } from './verdict.ts'

// Fifty literal rules of Mexican law, each written as the parameters of a rule set, with the results that it must give.

interface Case {
  readonly kind: 'quorum' | 'vote' | 'notice' | 'joint_quorum' | 'agenda' | 'deadline'
  readonly [fact: string]: unknown
}
interface Rule {
  readonly id: string
  readonly law: string
  readonly article: string
  readonly quote: string
  readonly cases: readonly Case[]
}
const corpus: readonly Rule[] = JSON.parse(readFileSync('test/conformance/mx-rules/rule-corpus.json', 'utf8'))

type Parts<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [K in keyof T]?: Parts<T[K]> } : T
const half = { kind: 'half-plus-one', rounding: 'down' } as const
const moreThanHalf = { kind: 'more-than-half' } as const
const chair = (orAlternate: boolean): Requirement => ({ kind: 'function', function: 'chair', orAlternate })
const working = (amount: number) => ({ amount, unit: 'working-days' }) as const
const days = (amount: number) => ({ amount, unit: 'calendar-days' }) as const
const minutes = (amount: number) => ({ amount, unit: 'minutes' }) as const

/** What each says, in the words of a rule set. */
const written: Readonly<Record<string, Parts<RuleParams>>> = {
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

const calendar: WorkCalendar = {
  ...{ zone: 'America/Mexico_City', week: officeWeek, working: new Map() },
  holidays: new Set([2017, 2026].flatMap((year) => holidaysOf(year).map(({ day }) => day))),
}

test('Every rule of the corpus is written as parameters', () => {
  assert.equal(corpus.length, 50)
  assert.deepEqual(corpus.map(({ id }) => id).toSorted(), Object.keys(written).toSorted())
})

for (const { id, law, article, cases } of corpus) {
  for (const [at, facts] of cases.entries()) {
    test(`${law}, art. ${article} (${id}), case ${at + 1}`, () => assert.deepEqual(given(id, facts), facts['expect']))
  }
}

function given(id: string, facts: Case): unknown {
  const parts = written[id] ?? {}
  const quorum = { ...startingRules.quorum, requires: [], ...parts.quorum } as QuorumRule
  const special = parts.vote?.special?.[0]?.rule
  switch (facts.kind) {
    case 'quorum':
      return seated(quorum, facts).met
    case 'joint_quorum':
      return jointQuorum((facts['committees'] as readonly Case[]).map((each) => seated(quorum, each)))
    case 'vote':
      return outcomeOf({ ...startingRules.vote, ...parts.vote, ...special } as VoteRule, facts)
    case 'notice':
      return {
        excludingBoth: notice('between', facts),
        excludingSentIncludingSession: notice('with-session-day', facts),
      }
    case 'agenda': {
      const nature = (facts['item'] as string).replace('_', '-') as ItemNature
      return mayStand(startingRules.agenda, facts['session'] as SessionKind, nature) ? 'allowed' : 'forbidden'
    }
    case 'deadline':
      return lastDayOf(calendar, facts['start'] as string, { amount: 1, unit: 'months' })
  }
}

function notice(counting: 'with-session-day' | 'between', facts: Case): number {
  const [sentAt, sessionAt] = [new Date(facts['sentAt'] as string), new Date(facts['sessionAt'] as string)]
  const { counted, days } = noticeOf({ ...startingRules.notice.ordinary, counting }, calendar, sentAt, sessionAt)
  const listed = (facts['daysCounted'] as readonly string[]).filter(
    (day) => counting !== 'between' || !day.startsWith('('),
  )
  assert.deepEqual(
    days,
    listed.map((day) => day.replace(/[()]/g, '')),
  )
  return counted
}

/** A body of so many seats, of which the first ones are represented. */
function seated(rule: QuorumRule, facts: Case) {
  const groups = Object.entries((facts['groups'] ?? {}) as Record<string, number>)
  const [members, present] = [facts['members'] as number, facts['present'] as number]
  const chairHere = facts['chairPresent'] !== false
  const seats: Seat[] = []
  const represented: Represented[] = []
  const groupOf = groups.flatMap(([group, here]) => Array.from({ length: here }, () => group))
  const absentGroups = groups.filter(([, here]) => here === 0).map(([group]) => group)
  for (let id = 1; id <= members; id++) {
    const here = chairHere ? id <= present : id > 1 && id <= present + 1
    const group = groupOf[chairHere ? id - 1 : id - 2] ?? (id > present ? absentGroups.pop() : undefined)
    const kind = id === 1 ? 'chair' : 'member'
    seats.push({
      ...{ id, function: kind, group },
      voice: true,
      vote: true,
      countsForQuorum: true,
      required: false,
      filled: true,
    })
    if (here) represented.push({ seat: id, by: 'titular', remote: false })
  }
  return quorumOf(rule, seats, represented, facts['call'] === 2 ? 2 : 1)
}

function outcomeOf(rule: VoteRule, facts: Case): string {
  const tally = { yes: facts['yes'] as number, no: facts['no'] as number, abstain: facts['abstain'] as number }
  const present = (facts['present'] ?? tally.yes + tally.no + tally.abstain) as number
  const groups = Object.entries((facts['groupsYes'] ?? {}) as Record<string, number>)
  const by = facts['actingChair'] ? 'acting-chair' : 'titular-chair'
  const option = (facts['actingChair'] ?? facts['chair']) as 'yes' | 'no' | undefined
  const { outcome, next, flaws } = verdictOf(rule, {
    ...{ tally, entitled: present, allSeats: present, filledSeats: present },
    ...{ groups: groups.map(([group]) => group), groupsYes: new Map(groups) },
    ...(option ? { casting: { option, by } } : {}),
  })
  if (outcome === 'invalid') return flaws.includes('abstention-not-allowed') ? 'invalid_ballot' : 'invalid'
  return outcome === 'tied' && next === 'revote' ? 'revote' : outcome.replace('-', '_')
}

test('Nobody sits for two seats', () => {
  const [ana, luis] = [1, 2]
  assert.deepEqual(
    seatedTwice([
      { person: ana, seat: 1 },
      { person: luis, seat: 2 },
      { person: luis, seat: undefined },
    ]),
    [],
  )
  assert.deepEqual(
    seatedTwice([
      { person: ana, seat: 1 },
      { person: ana, seat: 2 },
    ]),
    [ana],
  )
})
