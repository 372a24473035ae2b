import type { LocalDate } from '#kernel/pure/dates'
import type { Seat, SeatFunction } from './quorum.ts'

// A seat is not a person: who represents it is read for a day, and at each minute of a session.

/** What a seat is from one day to another; the day it ends is the first without it. */
export interface SeatTerm {
  readonly seat: number
  readonly position: number
  readonly function: SeatFunction
  readonly group: string | null
  readonly voice: boolean
  readonly vote: boolean
  readonly countsForQuorum: boolean
  readonly required: boolean
  readonly from: LocalDate
  readonly to: LocalDate | null
}
export const bodyKinds = ['council', 'committee', 'subcommittee'] as const
export type BodyKind = (typeof bodyKinds)[number]
export const capacities = ['titular', 'alternate'] as const
export type Capacity = (typeof capacities)[number]

/** A person in a seat, as its titular or as one of its alternates. */
export interface Designation {
  readonly id: number
  readonly seat: number
  readonly person: number
  readonly as: Capacity
  /** Among alternates, the first is called first. */
  readonly order: number
  /** Somebody saw the document that accredits it; until then an alternate is a guest. */
  readonly accredited: boolean
  readonly from: LocalDate
  readonly to: LocalDate | null
}
/** A seat on a day, with who may represent it. */
export interface Place<Term extends SeatTerm = SeatTerm, Held extends Designation = Designation> {
  readonly term: Term
  readonly titular: Held | undefined
  readonly alternates: readonly Held[]
}

interface Span {
  readonly from: LocalDate
  readonly to: LocalDate | null
}
const standsOn = ({ from, to }: Span, day: LocalDate): boolean => from <= day && (to === null || day < to)
const meet = (one: Span, other: Span): boolean =>
  (one.to === null || other.from < one.to) && (other.to === null || one.from < other.to)

export function compositionOn<Term extends SeatTerm, Held extends Designation>(
  day: LocalDate,
  terms: readonly Term[],
  designations: readonly Held[],
): readonly Place<Term, Held>[] {
  const held = Map.groupBy(
    designations.filter((one) => standsOn(one, day)),
    ({ seat }) => seat,
  )
  return terms
    .filter((term) => standsOn(term, day))
    .toSorted((a, b) => a.position - b.position || a.seat - b.seat)
    .map((term) => {
      const own = held.get(term.seat) ?? []
      const alternates = own.filter(({ as }) => as === 'alternate')
      return {
        term,
        titular: own.find(({ as }) => as === 'titular'),
        alternates: alternates.toSorted((a, b) => a.order - b.order || a.id - b.id),
      }
    })
}

/** The seats as quorum and votes are counted of them. A seat without a titular is vacant, whoever its alternates are. */
export const seatsOf = (places: readonly Place[]): readonly Seat[] =>
  places.map(({ term: { seat, group, function: does, voice, vote, countsForQuorum, required }, titular }) => ({
    ...{ id: seat, function: does, group: group ?? undefined, voice, vote, countsForQuorum, required },
    filled: titular !== undefined,
  }))

export type Clash =
  /** Somebody else is its titular in those days. */
  | { readonly kind: 'seat-held'; readonly by: number }
  /** The person already represents that seat in those days. */
  | { readonly kind: 'already-there' }
  /** The person sits elsewhere in the same body in those days: nobody sits twice (LGTAIP, art. 39). */
  | { readonly kind: 'sits-elsewhere'; readonly seat: number }
  | { readonly kind: 'too-many-alternates'; readonly most: number }

type Wanted = Pick<Designation, 'seat' | 'person' | 'as' | 'from' | 'to'>

/** Why a designation cannot stand beside those of the same body. */
export function clashesOf(wanted: Wanted, others: readonly Designation[], mostAlternates: number): readonly Clash[] {
  const during = others.filter((other) => meet(wanted, other))
  const here = during.filter(({ seat }) => seat === wanted.seat)
  const titular = here.find(({ as }) => as === 'titular')
  const elsewhere = during.find(({ person, seat }) => person === wanted.person && seat !== wanted.seat)
  const alternates = here.filter(({ as }) => as === 'alternate').length
  const clashes: readonly (Clash | false | undefined)[] = [
    here.some(({ person }) => person === wanted.person) && { kind: 'already-there' },
    wanted.as === 'titular' && titular && titular.person !== wanted.person && { kind: 'seat-held', by: titular.person },
    elsewhere && { kind: 'sits-elsewhere', seat: elsewhere.seat },
    wanted.as === 'alternate' && alternates >= mostAlternates && { kind: 'too-many-alternates', most: mostAlternates },
  ]
  return clashes.filter((clash) => clash !== false && clash !== undefined)
}
