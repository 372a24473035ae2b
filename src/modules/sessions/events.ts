import type { Event } from '#kernel/command'
import { topicsUnder } from '#kernel/pure/topics'
import type { Capacity } from './rules/composition.ts'

export const topicOfBody = topicsUnder('sessions.body-')

/** Every fact about a body names it. People stand in it by their number alone. */
interface OfBody {
  readonly body: number
  readonly acronym: string
}
const aboutBody = <Data extends OfBody>(name: string): Event<Data> => ({
  name: `sessions.${name}`,
  topics: ({ body }) => [topicOfBody(body), 'sessions.bodies'],
})

export const bodyFounded = aboutBody<OfBody>('body-founded')
export const bodyDescribed = aboutBody<OfBody>('body-described')
interface OfSeat extends OfBody {
  readonly seat: number
  readonly on: string
}
export const seatAdded = aboutBody<OfSeat>('seat-added')
export const seatChanged = aboutBody<OfSeat>('seat-changed')
export const seatEnded = aboutBody<OfSeat>('seat-ended')
interface OfDesignation extends OfSeat {
  readonly designation: number
  readonly person: number
}
export const personDesignated = aboutBody<OfDesignation & { readonly as: Capacity }>('person-designated')
export const personAccredited = aboutBody<OfDesignation>('person-accredited')
export const designationEnded = aboutBody<OfDesignation>('designation-ended')
