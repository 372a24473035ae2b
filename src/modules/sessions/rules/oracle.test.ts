import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type QuorumRule, quorumOf, type Represented, type Requirement, type Seat, seatFunctions } from './quorum.ts'
import type { Threshold } from './thresholds.ts'
import { bases, type Majority, tieSteps, type VoteFacts, type VoteRule, verdictOf } from './verdict.ts'

// The rules against second ones, written from the sentences of the norms and not from the code: they count everything
// again at every event, and try every order of departures.

/** The same numbers each time (mulberry32). */
function dice(seed: number) {
  let state = seed
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(roll() * n)
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
  return { below, one, chance: (share: number) => roll() < share }
}
type Dice = ReturnType<typeof dice>

const groups = ['A', 'B', 'C']
const thresholds = (by: Dice, most: number): Threshold =>
  by.one<Threshold>([
    { kind: 'half-plus-one', rounding: by.one(['up', 'down'] as const) },
    { kind: 'more-than-half' },
    { kind: 'fraction', num: by.one([1, 2]), den: by.one([3, 4]), strict: by.chance(0.5) },
    { kind: 'at-least', n: 1 + by.below(most) },
    { kind: 'any' },
    { kind: 'all' },
  ])

/** Whether so many of so many satisfy it, in the words of the norm. */
function satisfies(threshold: Threshold, some: number, of: number): boolean {
  if (some < 1) return false
  switch (threshold.kind) {
    case 'half-plus-one': {
      const exactly = of / 2 + 1
      return some >= (threshold.rounding === 'down' ? Math.floor(exactly) : exactly)
    }
    case 'more-than-half':
      return some * 2 > of
    case 'fraction': {
      const [mine, theirs] = [some * threshold.den, of * threshold.num]
      return threshold.strict ? mine > theirs : mine >= theirs
    }
    case 'at-least':
      return some >= threshold.n
    case 'any':
      return true
    case 'all':
      return some >= of
  }
}

function requirement(by: Dice): Requirement {
  return by.one<Requirement>([
    { kind: 'function', function: by.one(['chair', 'secretary'] as const), orAlternate: by.chance(0.5) },
    { kind: 'group', group: by.one(groups), atLeast: 1 + by.below(2) },
    { kind: 'group-majority', group: by.one(groups) },
    { kind: 'each-group', atLeast: 1 },
  ])
}

function body(by: Dice) {
  const size = 1 + by.below(9)
  const seats = Array.from(
    { length: size },
    (_, at): Seat => ({
      ...{ id: at + 1, function: at === 0 ? 'chair' : by.one(seatFunctions), voice: true },
      group: by.chance(0.7) ? by.one(groups) : undefined,
      ...{ vote: by.chance(0.8), countsForQuorum: by.chance(0.85), required: by.chance(0.05), filled: by.chance(0.9) },
    }),
  )
  const rule: QuorumRule = {
    ...{ basis: by.one(['all-seats', 'filled-seats', 'voting-seats'] as const), remoteCounts: by.chance(0.7) },
    threshold: thresholds(by, size),
    requires: by.chance(0.5) ? [requirement(by)] : [],
    ...(by.chance(0.4) ? { secondCall: { threshold: thresholds(by, size), requires: [] } } : {}),
  }
  return { seats, rule }
}

function sits(rule: QuorumRule, seats: readonly Seat[], there: readonly Represented[], call: 1 | 2): boolean {
  const { threshold, requires } = call === 2 && rule.secondCall ? rule.secondCall : rule
  const inRoom = (seat: Seat) => there.some((one) => one.seat === seat.id && (!one.remote || rule.remoteCounts))
  const quorate = seats.filter((seat) => seat.countsForQuorum)
  const here = quorate.filter(inRoom)
  const whole = quorate.filter((seat) =>
    rule.basis === 'filled-seats' ? seat.filled : rule.basis === 'voting-seats' ? seat.vote : true,
  ).length
  if (!satisfies(threshold, here.length, whole) || seats.some((seat) => seat.required && !inRoom(seat))) return false
  return requires.every((asks) => {
    if (asks.kind === 'function') {
      const fits = (seat: Seat) => asks.orAlternate || there.find((one) => one.seat === seat.id)?.by === 'titular'
      return seats.some((seat) => seat.function === asks.function && inRoom(seat) && fits(seat))
    }
    const of = (group: string) => here.filter((seat) => seat.group === group).length
    if (asks.kind === 'group') return of(asks.group) >= asks.atLeast
    if (asks.kind === 'group-majority') return of(asks.group) > here.length - of(asks.group)
    return quorate.every(({ group }) => group === undefined || of(group) >= asks.atLeast)
  })
}

/** The fewest departures after which it does not sit, by trying all. */
function fewest(rule: QuorumRule, seats: readonly Seat[], there: readonly Represented[], call: 1 | 2): number {
  let least = Number.POSITIVE_INFINITY
  for (let subset = 1; subset < 2 ** there.length; subset++) {
    const left = there.filter((_, at) => subset & (1 << at)).length
    if (left >= least) continue
    const stay = there.filter((_, at) => !(subset & (1 << at)))
    if (!sits(rule, seats, stay, call)) least = left
  }
  return least
}

const sequences = 20_000

test(`Quorum through time agrees with a recount from nothing in ${sequences} sequences of arrivals and departures`, () => {
  const by = dice(20_171_115)
  let [looks, met] = [0, 0]
  for (let sequence = 0; sequence < sequences; sequence++) {
    const { seats, rule } = body(by)
    const there = new Map<number, Represented>()
    for (let event = 0; event < 6; event++) {
      const seat = by.one(seats).id
      if (there.has(seat) && by.chance(0.5)) there.delete(seat)
      else there.set(seat, { seat, by: by.one(['titular', 'alternate'] as const), remote: by.chance(0.2) })
      const call = by.chance(0.2) ? 2 : 1
      const now = [...there.values()]
      const found = quorumOf(rule, seats, now, call)
      const context = () => JSON.stringify({ rule, seats, now, call, found })
      assert.equal(found.met, sits(rule, seats, now, call), context())
      looks++
      if (!found.met) continue
      met++
      // Trying every order costs; one sequence in eight is enough to find a formula that is wrong.
      if (sequence % 8 === 0) assert.equal(found.departures, fewest(rule, seats, now, call), context())
      const alone = now.filter(
        (one) =>
          !sits(
            rule,
            seats,
            now.filter((other) => other !== one),
            call,
          ),
      )
      assert.deepEqual(new Set(found.indispensable), new Set(alone.map(({ seat }) => seat)), context())
    }
  }
  assert.ok(met > looks / 10 && met < looks * 0.9, `${met} of ${looks} sat: the sequences prove little`)
})

const majorities = (by: Dice): Majority =>
  by.chance(0.2) ? by.one<Majority>([{ kind: 'relative' }, { kind: 'consensus' }]) : thresholds(by, 8)

function ballot(by: Dice): { readonly rule: VoteRule; readonly facts: VoteFacts } {
  const entitled = 1 + by.below(9)
  const yes = by.below(entitled + 1)
  const no = by.chance(0.3) ? Math.min(yes, entitled - yes) : by.below(entitled - yes + 1)
  const abstain = by.below(entitled - yes - no + 1)
  const by2 = by.one(['titular-chair', 'acting-chair'] as const)
  const holder = by.one(['titular-chair', 'whoever-presides', 'none'] as const)
  return {
    rule: {
      ...{ majority: majorities(by), base: by.one(bases), abstention: by.chance(0.8), eachGroup: by.chance(0.15) },
      casting: { holder, mandatory: by.chance(0.5), additional: by.chance(0.5) },
      onTie: by.chance(0.2) ? [] : [by.one(tieSteps), by.one(tieSteps)],
    },
    facts: {
      ...{
        tally: { yes, no, abstain },
        entitled,
        allSeats: entitled + by.below(3),
        filledSeats: entitled + by.below(2),
      },
      ...{
        groups: ['A', 'B'],
        groupsYes: new Map([
          ['A', by.below(2)],
          ['B', by.below(3)],
        ]),
      },
      ...(by.chance(0.3) ? { casting: { option: by.one(['yes', 'no'] as const), by: by2 } } : {}),
      ...(by.chance(0.3) ? { tiesBefore: by.below(3) } : {}),
    },
  }
}

/** The result in the words of the norms. */
function result({ rule, facts }: ReturnType<typeof ballot>): string {
  const { yes, no, abstain } = facts.tally
  const tie = yes === no
  const step = rule.onTie[facts.tiesBefore ?? 0]
  if (!rule.abstention && abstain > 0) return 'invalid'
  if (yes + no + abstain > facts.entitled) return 'invalid'
  if (facts.casting) {
    if (!tie || step !== 'chair-casting' || rule.casting.holder === 'none') return 'invalid'
    if (rule.casting.holder === 'titular-chair' && facts.casting.by !== 'titular-chair') return 'invalid'
  }
  // Under consensus nobody may be against: a tie is an objection, or silence.
  if (tie && !facts.casting && rule.majority.kind !== 'consensus') {
    if (step === undefined) return 'not-approved'
    return step === 'rejected' ? 'rejected' : `tied ${step}`
  }
  const counted = rule.majority.kind === 'consensus' ? undefined : facts.casting
  const [forIt, against] = [yes + (counted?.option === 'yes' ? 1 : 0), no + (counted?.option === 'no' ? 1 : 0)]
  const whole = {
    'cast-yes-no': forIt + against,
    'cast-with-abstentions': forIt + against + abstain,
    'present-entitled': facts.entitled,
    'all-seats': facts.allSeats,
    'filled-seats': facts.filledSeats,
  }[rule.base]
  const wins = (mine: number, theirs: number) => {
    if (rule.majority.kind === 'relative') return mine > theirs
    if (rule.majority.kind === 'consensus') return mine > 0 && theirs === 0
    return satisfies(rule.majority, mine, whole)
  }
  const everyGroup = !rule.eachGroup || (facts.groups ?? []).every((group) => (facts.groupsYes?.get(group) ?? 0) > 0)
  if (wins(forIt, against)) return everyGroup ? 'approved' : 'not-approved'
  return wins(against, forIt) ? 'rejected' : 'not-approved'
}

test('Verdicts agree with a reading of the norms in 50,000 votes', () => {
  const by = dice(1_904)
  const seen = new Map<string, number>()
  for (let vote = 0; vote < 50_000; vote++) {
    const drawn = ballot(by)
    const { outcome, next } = verdictOf(drawn.rule, drawn.facts)
    const mine = outcome === 'tied' ? `tied ${next}` : outcome
    assert.equal(
      mine,
      result(drawn),
      JSON.stringify(drawn, (_, value) => (value instanceof Map ? [...value] : value)),
    )
    seen.set(mine, (seen.get(mine) ?? 0) + 1)
  }
  for (const outcome of [
    'approved',
    'rejected',
    'not-approved',
    'invalid',
    ...tieSteps.slice(0, 4).map((step) => `tied ${step}`),
  ])
    assert.ok((seen.get(outcome) ?? 0) > 200, `${outcome}: ${seen.get(outcome)}`)
})
