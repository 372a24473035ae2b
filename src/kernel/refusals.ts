import type { Issue } from './command.ts'
import { type Reason, Refusal } from './refusal.ts'
import { en } from './words.en.ts'
import { es, type KernelWords } from './words.es.ts'
import { phrases } from './words.ts'

export const say = phrases<KernelWords>({ es, en })
type Pick = (words: KernelWords) => string

export const forbidden = (grant: string) =>
  new Refusal(
    'forbidden',
    say((words) => words.forbidden(grant)),
  )
export const missing = (pick: Pick = (words) => words.missing) => new Refusal('missing', say(pick))
export const conflict = (pick: Pick = (words) => words.stale) => new Refusal('conflict', say(pick))

export function invalid(issues: readonly Issue[]): Refusal {
  const unseen = issues.some(({ message }) => message === 'unseen')
  const reasons = issues.map(
    (issue): Reason => ({ field: issue.path.join('.'), said: say((words) => words.issue(issue)) }),
  )
  return unseen
    ? new Refusal(
        'invalid',
        say((words) => words.unseen),
        reasons,
        428,
      )
    : new Refusal(
        'invalid',
        say((words) => words.invalid),
        reasons,
      )
}
