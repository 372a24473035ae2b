import { neededOf, type Threshold } from './thresholds.ts'

/** `relative`: more for than against. `consensus`: nobody against. Unanimity is the threshold `all`. */
export type Majority = Threshold | { readonly kind: 'relative' } | { readonly kind: 'consensus' }

/**
 * Of what the majority is taken. With those present an abstention weighs as a vote against; of what was cast for or
 * against it weighs nothing (Reglamento del Senado, art. 93): the same 3, 2 and 2 passes or does not.
 */
export const bases = ['cast-yes-no', 'cast-with-abstentions', 'present-entitled', 'all-seats', 'filled-seats'] as const
export type Base = (typeof bases)[number]

export const tieSteps = ['revote', 'next-session', 'new-draft', 'chair-casting', 'rejected'] as const
export type TieStep = (typeof tieSteps)[number]

export interface Casting {
  readonly holder: 'titular-chair' | 'whoever-presides' | 'none'
  /** Whoever holds it must cast it (LMTR, art. 24). */
  readonly mandatory: boolean
  /** Cast beside one's own vote; else who holds it votes only when there is a tie. */
  readonly additional: boolean
}
export interface VoteRule {
  readonly majority: Majority
  readonly base: Base
  readonly abstention: boolean
  /** Nothing passes without a vote for from every group (LRITF, art. 35). */
  readonly eachGroup: boolean
  readonly casting: Casting
  /** What is done of a tie, in order. */
  readonly onTie: readonly TieStep[]
}

export interface Tally {
  readonly yes: number
  readonly no: number
  readonly abstain: number
}
export interface VoteFacts {
  readonly tally: Tally
  /** Seats that were there and could vote: the picture taken when the vote was opened. */
  readonly entitled: number
  readonly allSeats: number
  readonly filledSeats: number
  /** Votes for, by group; what is not named had none. */
  readonly groupsYes?: ReadonlyMap<string, number>
  readonly groups?: readonly string[]
  readonly casting?: { readonly option: 'yes' | 'no'; readonly by: 'titular-chair' | 'acting-chair' }
  /** Steps of the chain that were already taken. */
  readonly tiesBefore?: number
}

export type Flaw = 'abstention-not-allowed' | 'more-votes-than-seats' | 'casting-not-due' | 'casting-not-theirs'
export type Outcome = 'approved' | 'rejected' | 'not-approved' | 'tied' | 'invalid'
/** Why it came out so: words make of it the rule, the facts, the arithmetic and the result. */
export interface Verdict {
  readonly outcome: Outcome
  /** With the casting vote, if it was cast. */
  readonly tally: Tally
  readonly of: number
  /** Votes for that were enough; of a relative majority one more than those against. */
  readonly needed: number
  readonly byCasting: boolean
  /** Everybody who was there and could vote voted for. An abstention is not one of them. */
  readonly unanimous: boolean
  /** Of a tie, what comes next. */
  readonly next?: TieStep
  /** Groups without a vote for, where each must have one. */
  readonly groupsLacking: readonly string[]
  readonly flaws: readonly Flaw[]
}

export function verdictOf(rule: VoteRule, facts: VoteFacts): Verdict {
  const flaws = flawsOf(rule, facts)
  const tied = facts.tally.yes === facts.tally.no && rule.majority.kind !== 'consensus'
  const cast = tied ? facts.casting : undefined
  const tally = cast ? { ...facts.tally, [cast.option]: facts.tally[cast.option] + 1 } : facts.tally
  const of = countOf(rule.base, tally, facts)
  const groupsLacking = rule.eachGroup ? (facts.groups ?? []).filter((group) => !facts.groupsYes?.get(group)) : []
  const found = {
    ...{
      tally,
      of,
      needed: neededFor(rule.majority, of, tally.no),
      byCasting: cast !== undefined,
      groupsLacking,
      flaws,
    },
    unanimous: facts.entitled > 0 && facts.tally.yes === facts.entitled,
  }
  if (flaws.length > 0) return { ...found, outcome: 'invalid' }
  if (tied && !cast) return ofTie(rule, facts, found)
  return { ...found, outcome: decided(rule, tally, of, groupsLacking) }
}

function ofTie(rule: VoteRule, facts: VoteFacts, found: Omit<Verdict, 'outcome'>): Verdict {
  const next = rule.onTie[facts.tiesBefore ?? 0]
  if (next === undefined) return { ...found, outcome: 'not-approved' }
  return next === 'rejected' ? { ...found, outcome: 'rejected' } : { ...found, outcome: 'tied', next }
}

/** What fails both ways is not approved; what those against carried is rejected. */
function decided(rule: VoteRule, tally: Tally, of: number, groupsLacking: readonly string[]): Outcome {
  const { yes, no } = tally
  if (carries(rule.majority, yes, no, of)) return groupsLacking.length > 0 ? 'not-approved' : 'approved'
  return carries(rule.majority, no, yes, of) ? 'rejected' : 'not-approved'
}

function carries(majority: Majority, votes: number, against: number, of: number): boolean {
  if (majority.kind === 'consensus') return against === 0 && votes > 0
  return votes >= neededFor(majority, of, against)
}

const neededFor = (majority: Majority, of: number, against: number): number => {
  if (majority.kind === 'relative') return against + 1
  return majority.kind === 'consensus' ? 1 : neededOf(majority, of)
}

function countOf(base: Base, { yes, no, abstain }: Tally, facts: VoteFacts): number {
  switch (base) {
    case 'cast-yes-no':
      return yes + no
    case 'cast-with-abstentions':
      return yes + no + abstain
    case 'present-entitled':
      return facts.entitled
    case 'all-seats':
      return facts.allSeats
    case 'filled-seats':
      return facts.filledSeats
  }
}

function flawsOf({ abstention, casting, onTie }: VoteRule, facts: VoteFacts): readonly Flaw[] {
  const { yes, no, abstain } = facts.tally
  const cast = facts.casting
  const due = yes === no && onTie[facts.tiesBefore ?? 0] === 'chair-casting'
  const flaws: readonly (Flaw | false | undefined)[] = [
    abstain > 0 && !abstention && 'abstention-not-allowed',
    yes + no + abstain > facts.entitled && 'more-votes-than-seats',
    cast && !due && 'casting-not-due',
    cast &&
      (casting.holder === 'none' || (casting.holder === 'titular-chair' && cast.by === 'acting-chair')) &&
      'casting-not-theirs',
  ]
  return flaws.filter((flaw) => flaw !== false && flaw !== undefined)
}
