import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { officeWeek, type WorkCalendar } from '#kernel/pure/calendar'
import { holidaysOf } from '#kernel/pure/holidays'
import { mayStand } from './agenda.ts'
import { noticeOf } from './notice.ts'
import { type ItemNature, type SessionKind, startingRules } from './parameters.ts'
import { seatedTwice } from './presence.ts'
import { jointQuorum, type QuorumRule, quorumOf, type Represented, type Seat } from './quorum.ts'
import { lastDayOf } from './spans.ts'
import { written } from './testing/written.ts'
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
