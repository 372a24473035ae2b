import { reaches } from '#kernel/actor'
import { Notice, Pairs } from '#ui'
import type { Request } from '../queries/requests.ts'
import { editable } from '../rules/machine.ts'
import { staffWords } from '../words/staff.ts'
import { addressOf, type C } from './finding.ts'
import { handMoves, type Offered } from './moves.ts'

/** The fields in which people write, by the names of their forms. */
const written = [
  'title',
  'summary',
  'reference',
  'timingReason',
  'changeNote',
  'withdrawalNote',
  'reason',
  'note',
  'text',
]

interface Props {
  readonly c: C
  readonly request: Request
  readonly moves: readonly Offered[]
}

/**
 * Somebody moved the request on while another wrote about it, and the form that was sent is no longer on its page:
 * what was typed is shown, so that nobody writes it twice.
 */
export const Unsent = ({ c, request, moves }: Props) => {
  const { attempt, locale } = c.var
  if (!attempt || isOffered(c, request, moves)) return null
  const said = staffWords[locale]
  const typed = written.flatMap((name) => {
    const value = attempt.input[name]
    return typeof value === 'string' && value.trim() !== '' ? [{ term: said.written[name as 'text'], value }] : []
  })
  if (typed.length === 0) return null
  return (
    <Notice tone="warn">
      <p>{said.unsent}</p>
      <Pairs items={typed} />
    </Notice>
  )
}

/** Whether the form that was sent stands on the page as it is now, where it was filled in again. */
function isOffered(c: C, request: Request, moves: readonly Offered[]): boolean {
  const { actor } = c.var
  const able = (grant: string) => reaches(actor, grant, request.area_id)
  const form = c.req.path.slice(addressOf(request).length + 1)
  if ((handMoves as readonly string[]).includes(form)) {
    return moves.some(({ move, objections }) => move === form && objections.length === 0)
  }
  if (form === 'datos') return able('publications.request') && editable.includes(request.state)
  if (/^observaciones(\/\d+\/resultado)?$/.test(form)) {
    return request.state === 'in-review' && able('publications.review')
  }
  if (form.endsWith('/respuesta')) return request.state === 'with-observations' && able('publications.request')
  return false
}
