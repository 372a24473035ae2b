import { Refusal, type RefusalKind } from '#kernel/refusal'
import { phrases } from '#kernel/words'
import { en } from './words.en.ts'
import { es, type SessionsWords } from './words.es.ts'

export const words = { es, en }
export const say = phrases<SessionsWords>(words)

/** A refusal that points at a field of the form. */
export function objection(kind: RefusalKind, field: string, pick: (words: SessionsWords) => string): Refusal {
  const said = say(pick)
  return new Refusal(kind, said, [{ field, said }])
}
