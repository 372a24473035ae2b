import { zoneOf } from '#commons/directory'
import type { Reader } from '#kernel/database'
import { localDateOf } from '#kernel/pure/dates'
import { Refusal } from '#kernel/refusal'
import type { Request } from '../queries/requests.ts'
import { say } from '../words.ts'

interface Days {
  readonly reviewOn?: string | undefined
  readonly validUntil?: string | undefined
}

/** A day that somebody sets is still to come; one that passed since it was set stays until it is changed. */
export async function refusePastDays(
  work: Reader & { readonly now: Date },
  { review_on, valid_until }: Pick<Request, 'review_on' | 'valid_until'>,
  { reviewOn, validUntil }: Days,
): Promise<void> {
  const today = localDateOf(work.now, await zoneOf(work))
  const past = [
    ...(reviewOn && reviewOn !== review_on && reviewOn <= today ? ['reviewOn'] : []),
    ...(validUntil && validUntil !== valid_until && validUntil < today ? ['validUntil'] : []),
  ]
  if (past.length === 0) return
  throw new Refusal(
    'invalid',
    say((words) => words.checkFields),
    past.map((field) => ({
      field,
      said: say((words) => (field === 'reviewOn' ? words.reviewInPast : words.validityInPast)),
    })),
  )
}
