import type { Disposition, ItemState } from '../machines/item.ts'
import type { SessionState } from '../machines/session.ts'
import type { VoteState } from '../machines/vote.ts'
import type { Method } from '../parameters.ts'
import type { Represented, Seat } from '../quorum.ts'
import type { Outcome, Tally, Verdict } from '../verdict.ts'
import type { AttendanceAs, Convened, Item, Option } from './events.ts'

/** Somebody in the room, from an instant on. */
export interface Presence {
  readonly person: number
  readonly as: AttendanceAs
  /** The seat that they represent; undefined of guests, and of a titular whose alternate still sits. */
  readonly seat: number | undefined
  readonly remote: boolean
  readonly since: Date
}
/** One line of the attendance: a person, in one capacity, for a time. */
export interface Interval extends Presence {
  readonly until: Date | undefined
}
export interface ItemRoom {
  readonly item: Item
  readonly state: ItemState
  readonly disposition?: Disposition
  /** The place in which it was taken up. */
  readonly openedAs?: number
  readonly votes: readonly number[]
  readonly recused: ReadonlySet<number>
}
export interface VoteRoom {
  readonly vote: number
  readonly state: VoteState
  readonly items: readonly number[]
  readonly method: Method
  readonly text: string
  readonly repeats?: number
  /** The seats that could vote when it was opened, less those that left or excused themselves since. */
  readonly entitled: ReadonlySet<number>
  /** Of a secret ballot the option is not known here. */
  readonly ballots: ReadonlyMap<number, Option | undefined>
  readonly counted?: Tally
  readonly casting?: 'yes' | 'no'
  readonly verdict?: Verdict
  readonly declared?: Outcome
}

/** The session as its record leaves it. */
export interface Room {
  readonly convened: Convened
  readonly state: SessionState
  readonly call: 1 | 2
  readonly present: ReadonlyMap<number, Presence>
  readonly attendance: readonly Interval[]
  /** The seat whose holder presides. */
  readonly presiding: number | undefined
  readonly agendaApproved: boolean
  readonly items: ReadonlyMap<number, ItemRoom>
  readonly votes: ReadonlyMap<number, VoteRoom>
  readonly open: number | undefined
  readonly taken: number
}

export function roomOf(convened: Convened): Room {
  return {
    ...{ convened, state: 'called', call: 1, present: new Map(), attendance: [], agendaApproved: false },
    ...{ votes: new Map(), open: undefined, taken: 0 },
    presiding: convened.seats.find((seat) => seat.function === 'chair')?.id,
    items: new Map(convened.items.map((item) => [item.id, itemRoom(item)])),
  }
}

export const itemRoom = (item: Item): ItemRoom => ({ item, state: 'included', votes: [], recused: new Set() })

/** Who sits in each seat now, as the quorum is counted of it. */
export const representedIn = ({ present }: Pick<Room, 'present'>): readonly Represented[] =>
  [...present.values()].flatMap(({ seat, as, remote }) =>
    seat !== undefined && (as === 'titular' || as === 'alternate') ? [{ seat, by: as, remote }] : [],
  )

export const holderOf = ({ present }: Pick<Room, 'present'>, seat: number): Presence | undefined =>
  [...present.values()].find((presence) => presence.seat === seat)

export const seatIn = ({ convened }: Room, id: number): Seat | undefined =>
  convened.seats.find((seat) => seat.id === id)

/** Seats that may vote on these items now: represented, with a vote, and not recused from any of them. */
export function entitledTo(room: Room, items: readonly number[]): ReadonlySet<number> {
  const recused = new Set(items.flatMap((item) => [...(room.items.get(item)?.recused ?? [])]))
  const remoteVotes = room.convened.rules.vote.channels.includes('remote')
  return new Set(
    representedIn(room)
      .filter(({ seat, remote }) => seatIn(room, seat)?.vote && !recused.has(seat) && (remoteVotes || !remote))
      .map(({ seat }) => seat),
  )
}
