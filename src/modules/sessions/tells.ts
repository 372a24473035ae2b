import { longDate } from '#kernel/pure/dates'
import type { Said } from '#kernel/words'
import type { Capacity } from './rules/composition.ts'
import type { SessionsWords } from './words.es.ts'
import { say, words } from './words.ts'

interface Named {
  readonly acronym: string
}
interface Dated {
  readonly on: string
}

/** What each event says in a record's history. */
export const tells = {
  'sessions.body-founded': ({ acronym }: Named) => say((w) => w.tells.bodyFounded(acronym)),
  'sessions.body-described': ({ acronym }: Named) => say((w) => w.tells.bodyDescribed(acronym)),
  'sessions.seat-added': ({ on }: Dated) => dated(on, (w, day) => w.tells.seatAdded(day)),
  'sessions.seat-changed': ({ on }: Dated) => dated(on, (w, day) => w.tells.seatChanged(day)),
  'sessions.seat-ended': ({ on }: Dated) => dated(on, (w, day) => w.tells.seatEnded(day)),
  'sessions.person-designated': ({ as, on }: Dated & { as: Capacity }) =>
    dated(on, (w, day) => w.tells.personDesignated(as, day)),
  'sessions.person-accredited': () => say((w) => w.tells.personAccredited),
  'sessions.designation-ended': ({ on }: Dated) => dated(on, (w, day) => w.tells.designationEnded(day)),
}

const dated = (on: string, pick: (words: SessionsWords, day: string) => string): Said => ({
  es: pick(words.es, longDate(on, 'es')),
  en: pick(words.en, longDate(on, 'en')),
})
