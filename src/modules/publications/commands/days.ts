import { zoneOf } from '#commons/directory'
import type { Reader } from '#kernel/database'
import { localDateOf } from '#kernel/pure/dates'
import { Refusal } from '#kernel/refusal'
import type { Request } from '../queries/requests.ts'
import { type WithdrawalReason, withdrawalRules } from '../rules/withdrawals.ts'
import type { PublicationsWords } from '../words.es.ts'
import { say } from '../words.ts'
import { invalidField } from './desk.ts'

interface Days {
  readonly withdrawalEndsOn?: string | undefined
  readonly reviewOn?: string | undefined
  readonly validUntil?: string | undefined
}

/** A day that somebody sets is still to come; one that passed since it was set stays until it is changed. */
export async function refusePastDays(
  work: Reader & { readonly now: Date },
  { review_on, valid_until, withdrawal_ends_on }: Pick<Request, 'review_on' | 'valid_until' | 'withdrawal_ends_on'>,
  { reviewOn, validUntil, withdrawalEndsOn: endsOn }: Days,
): Promise<void> {
  const today = localDateOf(work.now, await zoneOf(work))
  const past: [boolean | '' | undefined, keyof Days][] = [
    [reviewOn && reviewOn !== review_on && reviewOn <= today, 'reviewOn'],
    [validUntil && validUntil !== valid_until && validUntil < today, 'validUntil'],
    [endsOn && endsOn !== withdrawal_ends_on && endsOn <= today, 'withdrawalEndsOn'],
  ]
  const faults = past.filter(([is]) => is)
  if (faults.length === 0) return
  throw new Refusal(
    'invalid',
    say((words) => words.checkFields),
    faults.map(([, field]) => ({
      field,
      said: say((words) => pastWord(words)[field]),
    })),
  )
}

const pastWord = (words: PublicationsWords): Record<keyof Days, string> => ({
  ...{ reviewOn: words.reviewInPast, validUntil: words.validityInPast, withdrawalEndsOn: words.orderEndsInPast },
})

/** Only what an authority orders ends on a day: the rest stays as it was decided. */
export function refuseEnd(reason: WithdrawalReason | undefined, endsOn: string | undefined, field: string): void {
  if (endsOn && !(reason && withdrawalRules[reason].mayEnd)) throw invalidField(field, (words) => words.onlyOrdersEnd)
}
