import type { Issue } from './command.ts'
import type { Grant } from './module.ts'
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
    [],
    { lacks: grant },
  )

/** Names the grant that is lacking as people know it; inside a command only its code is at hand. */
export function inWords(refusal: Refusal, grants: ReadonlyMap<string, Grant>): Refusal {
  const grant = refusal.lacks === undefined ? undefined : grants.get(refusal.lacks)
  if (!grant) return refusal
  const said = { es: es.forbidden(grant.es), en: en.forbidden(grant.en) }
  return new Refusal('forbidden', said, refusal.reasons, { lacks: refusal.lacks })
}
export const missing = (pick: Pick = (words) => words.missing) => new Refusal('missing', say(pick))
export const conflict = (pick: Pick = (words) => words.stale) => new Refusal('conflict', say(pick))

/** Why the input does not fit its schema; `raw` tells what is missing from what is wrong. */
export function invalid(issues: readonly Issue[], raw: unknown): Refusal {
  const unseen = issues.some(({ message }) => message === 'unseen')
  const reasons = issues.map((issue): Reason => {
    const empty = isEmpty(issue.path.reduce(partOf, raw))
    const said = say((words) => (empty && issue.message !== 'unseen' ? words.missingField : words.issue(issue)))
    return { field: issue.path.join('.'), found: empty ? 'nothing' : 'unfit', said }
  })
  return unseen
    ? new Refusal(
        'invalid',
        say((words) => words.unseen),
        reasons,
        { status: 428 },
      )
    : new Refusal(
        'invalid',
        say((words) => words.invalid),
        reasons,
      )
}

const partOf = (whole: unknown, name: PropertyKey): unknown =>
  typeof whole === 'object' && whole !== null ? (whole as Record<PropertyKey, unknown>)[name] : undefined
const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
