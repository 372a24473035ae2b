import type { Generated } from 'kysely'
import type { BodyKind, Capacity } from './rules/composition.ts'
import type { SeatFunction } from './rules/quorum.ts'

export interface SessionsTables {
  'sessions.body': {
    id: Generated<number>
    acronym: string
    name_es: string
    name_en: string
    kind: BodyKind
    /** The norm that founds it. */
    ground: string
    founded_on: string
  }
  'sessions.seat': { id: Generated<number>; body_id: number; position: number }
  /** Lives from `valid_from` until the day before `valid_to`. */
  'sessions.seat_term': {
    id: Generated<number>
    seat_id: number
    function: SeatFunction
    title_es: string
    title_en: string
    area_id: number | null
    group_name: string | null
    voice: boolean
    vote: boolean
    counts_for_quorum: boolean
    required: boolean
    valid_from: string
    valid_to: string | null
  }
  'sessions.designation': {
    id: Generated<number>
    seat_id: number
    person_id: number
    capacity: Capacity
    turn: number
    /** The letter by which it was made, by its number and date. */
    document: string
    accredited_by: string | null
    accredited_at: Date | null
    valid_from: string
    valid_to: string | null
  }
}
