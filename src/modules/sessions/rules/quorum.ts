import { neededOf, type Threshold } from './thresholds.ts'

export const seatFunctions = ['chair', 'secretary', 'member', 'adviser', 'observer'] as const
export type SeatFunction = (typeof seatFunctions)[number]

/** A place in a body, whoever holds it. A seat is not a person. */
export interface Seat {
  readonly id: number
  readonly function: SeatFunction
  /** Whom it represents among those that a norm wants represented: a sector, an authority. */
  readonly group: string | undefined
  readonly voice: boolean
  readonly vote: boolean
  readonly countsForQuorum: boolean
  /** Without it the body cannot sit. */
  readonly required: boolean
  /** Somebody is appointed to it. */
  readonly filled: boolean
}
/** A seat that is represented at this minute, by one person. */
export interface Represented {
  readonly seat: number
  readonly by: 'titular' | 'alternate'
  readonly remote: boolean
}

export type Requirement =
  | { readonly kind: 'function'; readonly function: 'chair' | 'secretary'; readonly orAlternate: boolean }
  | { readonly kind: 'group'; readonly group: string; readonly atLeast: number }
  /** More than half of those present belong to the group (LDCMPME, art. 20). */
  | { readonly kind: 'group-majority'; readonly group: string }
  /** Every group that has a seat is represented (LRITF, art. 35). */
  | { readonly kind: 'each-group'; readonly atLeast: number }

export interface Sitting {
  readonly threshold: Threshold
  readonly requires: readonly Requirement[]
}
export interface QuorumRule extends Sitting {
  /** Of which seats the threshold is taken: vacant ones count, or not; or only those that vote. */
  readonly basis: 'all-seats' | 'filled-seats' | 'voting-seats'
  readonly remoteCounts: boolean
  /** What is enough when a first call failed; absent: there is no second call. */
  readonly secondCall?: Sitting
}

/** Something that the rule asks for and is not there. */
export type Lack =
  | { readonly kind: 'count'; readonly needed: number; readonly present: number }
  | { readonly kind: 'seat'; readonly seat: number }
  | { readonly kind: 'function'; readonly function: 'chair' | 'secretary'; readonly orAlternate: boolean }
  | { readonly kind: 'group'; readonly group: string; readonly needed: number; readonly present: number }
  | { readonly kind: 'group-majority'; readonly group: string; readonly present: number; readonly of: number }

export interface Quorum {
  readonly met: boolean
  /** Seats of which the threshold is taken. */
  readonly base: number
  readonly needed: number
  /** Seats that count and are represented. */
  readonly present: readonly number[]
  readonly lacking: readonly Lack[]
  /** How many seats have to be left, in the worst order, for it to be lost; 0 where there is none. */
  readonly departures: number
  /** Seats that lose it by leaving alone. */
  readonly indispensable: readonly number[]
}

/** Whether the body may sit with those who are there; `call` is 2 when it was called again for want of a quorum. */
export function quorumOf(
  rule: QuorumRule,
  seats: readonly Seat[],
  represented: readonly Represented[],
  call: 1 | 2 = 1,
): Quorum {
  const sitting = (call === 2 ? rule.secondCall : undefined) ?? rule
  const counting = seats.filter(({ countsForQuorum }) => countsForQuorum)
  const base = baseOf(rule, counting)
  const needed = neededOf(sitting.threshold, base)
  const conditions = conditionsOf(sitting, needed, seats)
  const here = represented.filter(({ remote }) => rule.remoteCounts || !remote)
  const look = (those: readonly Represented[]) => {
    const there = thereOf(those)
    return conditions.map((condition) => condition(there))
  }
  const findings = look(here)
  const lacking = findings.flatMap((finding) => ('lack' in finding ? [finding.lack] : []))
  const spare = findings.flatMap((finding) => ('spare' in finding ? [finding.spare] : []))
  const met = lacking.length === 0
  const losesAlone = ({ seat }: Represented) =>
    look(here.filter((one) => one.seat !== seat)).some((one) => 'lack' in one)
  return {
    ...{ met, base, needed, lacking, departures: met ? Math.min(...spare) : 0 },
    present: thereOf(here)
      .among(counting)
      .map(({ id }) => id),
    indispensable: met ? here.filter(losesAlone).map(({ seat }) => seat) : [],
  }
}

/** A joint session sits if each of its bodies may (Reglamento de la Cámara de Diputados, art. 174). */
export const jointQuorum = (each: readonly Pick<Quorum, 'met'>[]): boolean => each.every(({ met }) => met)

function baseOf({ basis }: QuorumRule, counting: readonly Seat[]): number {
  if (basis === 'filled-seats') return counting.filter(({ filled }) => filled).length
  return basis === 'voting-seats' ? counting.filter(({ vote }) => vote).length : counting.length
}

/** What one condition says of those who are there: what lacks, or how many departures it stands. */
type Finding = { readonly lack: Lack } | { readonly spare: number }
type Condition = (there: There) => Finding

/** Who is there: seats that count, and how each is represented. */
interface There {
  readonly by: ReadonlyMap<number, Represented>
  among(seats: readonly Seat[]): readonly Seat[]
}
const thereOf = (represented: readonly Represented[]): There => {
  const by = new Map(represented.map((one) => [one.seat, one]))
  return { by, among: (seats) => seats.filter(({ id }) => by.has(id)) }
}

function conditionsOf({ requires }: Sitting, needed: number, seats: readonly Seat[]): readonly Condition[] {
  const counting = seats.filter(({ countsForQuorum }) => countsForQuorum)
  const required = seats.filter((seat) => seat.required)
  return [
    enough(counting, needed, (present) => ({ kind: 'count', needed, present })),
    ...required.map((seat) => enough([seat], 1, () => ({ kind: 'seat', seat: seat.id }))),
    ...requires.flatMap((requirement) => asked(requirement, seats, counting)),
  ]
}

function asked(requirement: Requirement, seats: readonly Seat[], counting: readonly Seat[]): readonly Condition[] {
  const atLeast = (group: string, needed: number) =>
    enough(inGroup(counting, group), needed, (present) => ({ kind: 'group', group, needed, present }))
  if (requirement.kind === 'function') return [held(requirement, seats)]
  if (requirement.kind === 'group') return [atLeast(requirement.group, requirement.atLeast)]
  if (requirement.kind === 'group-majority') return [mostOf(requirement, counting)]
  const groups = new Set(counting.flatMap(({ group }) => group ?? []))
  return [...groups].map((group) => atLeast(group, requirement.atLeast))
}

/** So many of these seats are represented. */
const enough =
  (of: readonly Seat[], needed: number, lack: (present: number) => Lack): Condition =>
  ({ among }) => {
    const present = among(of).length
    return present < needed ? { lack: lack(present) } : { spare: present - needed + 1 }
  }

const held =
  (asks: Requirement & { readonly kind: 'function' }, seats: readonly Seat[]): Condition =>
  ({ among, by }) => {
    const fit = among(seats.filter((seat) => seat.function === asks.function)).filter(
      ({ id }) => asks.orAlternate || by.get(id)?.by === 'titular',
    )
    return fit.length === 0 ? { lack: asks } : { spare: fit.length }
  }

const mostOf =
  (asks: Requirement & { readonly kind: 'group-majority' }, counting: readonly Seat[]): Condition =>
  ({ among }) => {
    const [present, of] = [among(inGroup(counting, asks.group)).length, among(counting).length]
    return present * 2 > of ? { spare: present * 2 - of } : { lack: { ...asks, present, of } }
  }

const inGroup = (seats: readonly Seat[], group: string) => seats.filter((seat) => seat.group === group)
