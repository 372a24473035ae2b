import type { Disposition } from '../machines/item.ts'
import type { ItemNature, Method, RuleParams, SessionKind } from '../parameters.ts'
import type { Seat } from '../quorum.ts'
import type { Outcome, Tally } from '../verdict.ts'

// What happens in a session, in the order in which it is recorded. Everything else, who is there, the quorum, the
// agenda's progress, the minutes, is read from this.

/** What was fixed when the session was called: the rules under which it sits, its seats, its agenda. */
export interface Convened {
  readonly kind: SessionKind
  readonly rules: RuleParams
  readonly seats: readonly Seat[]
  readonly items: readonly Item[]
}
export interface Item {
  readonly id: number
  /** As it is printed; the order in which items are opened is another. */
  readonly number: string
  readonly nature: ItemNature
  /** What another majority is asked for: `authorisation`, `normative`. */
  readonly matter?: string
}

export const attendances = ['titular', 'alternate', 'guest', 'support'] as const
/** Only a titular and an accredited alternate represent a seat; whoever waits for an accreditation is a guest. */
export type AttendanceAs = (typeof attendances)[number]
export type Option = 'yes' | 'no' | 'abstain'

export type SessionEvent =
  | { readonly type: 'attendance-opened' }
  | {
      readonly type: 'arrived'
      readonly person: number
      readonly as: AttendanceAs
      readonly seat?: number
      readonly remote: boolean
    }
  /** `lost`: the line fell; they left when they were last heard of. */
  | { readonly type: 'left'; readonly person: number; readonly lost?: true }
  /** Somebody who is there begins to represent the seat, in the place of whoever did. */
  | {
      readonly type: 'seat-taken'
      readonly seat: number
      readonly person: number
      readonly as: 'titular' | 'alternate'
    }
  | { readonly type: 'chair-passed'; readonly seat: number; readonly reason: string }
  | { readonly type: 'quorum-declared' }
  | { readonly type: 'quorum-denied' }
  | { readonly type: 'called-again'; readonly sitsAt: string }
  | { readonly type: 'recessed'; readonly until: string; readonly place: string }
  | { readonly type: 'resumed' }
  | { readonly type: 'quorum-lost'; readonly challengedBy?: number }
  | { readonly type: 'quorum-restored' }
  | { readonly type: 'adjourned-for-quorum' }
  | { readonly type: 'closed' }
  | { readonly type: 'record-reopened'; readonly authority: string; readonly reason: string }
  | { readonly type: 'agenda-approved'; readonly vote: number }
  | { readonly type: 'item-added'; readonly item: Item; readonly vote: number }
  | { readonly type: 'item-withdrawn'; readonly item: number; readonly reason: string }
  | { readonly type: 'item-opened'; readonly item: number }
  | { readonly type: 'item-presented'; readonly item: number; readonly person: number; readonly text: string }
  | { readonly type: 'intervened'; readonly item: number; readonly person: number; readonly text: string }
  | {
      readonly type: 'recused'
      readonly item: number
      readonly seat: number
      readonly cause: string
      readonly leftRoom: boolean
    }
  | {
      readonly type: 'item-disposed'
      readonly item: number
      readonly disposition: Disposition
      readonly vote?: number
      readonly reason?: string
    }
  | {
      readonly type: 'vote-prepared'
      readonly vote: number
      /** Several where minutes or agreements are voted together; anyone may ask for them apart. */
      readonly items: readonly number[]
      readonly method: Method
      /** SHA-256 of the text that is voted. */
      readonly text: string
      readonly repeats?: number
    }
  | { readonly type: 'vote-opened'; readonly vote: number }
  /** Of a secret ballot only that the seat voted: what it says lies apart. */
  | { readonly type: 'ballot-cast'; readonly vote: number; readonly seat: number; readonly option?: Option }
  | { readonly type: 'hands-counted'; readonly vote: number; readonly tally: Tally }
  | { readonly type: 'vote-closed'; readonly vote: number; readonly secretTally?: Tally }
  | { readonly type: 'casting-vote'; readonly vote: number; readonly option: 'yes' | 'no' }
  | {
      readonly type: 'vote-declared'
      readonly vote: number
      readonly declared: Outcome
      /** Why it is not what was computed. */
      readonly reason?: string
    }
  | { readonly type: 'vote-voided'; readonly vote: number; readonly reason: string }
export type EventType = SessionEvent['type']

export interface Happened {
  readonly seq: number
  /** When it happened, as whoever records it says; when it was written is the ledger's. */
  readonly at: Date
  readonly event: SessionEvent
}
