import type { Context } from 'hono'
import { reaches } from '#kernel/actor'
import type { Env } from '#kernel/module'
import { missing } from '#kernel/refusals'
import type { Locale } from '#kernel/words'
import { findByFolio, type Request } from '../queries/requests.ts'
import type { State } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { wordsOf } from '../words/kinds.ts'
import { words } from '../words.ts'

export type C = Context<Env>

/** Whoever may read the requests of its area, or made it. Anybody else is told that it does not exist. */
export function mayRead({ actor }: C['var'], request: Request): boolean {
  const reading = ['publications.read', 'publications.request', 'publications.review']
  return request.requested_by === actor.id || reading.some((grant) => reaches(actor, grant, request.area_id))
}

export async function requestAsked(c: C): Promise<Request> {
  const found = await findByFolio(c.var.app.tables<PublicationsTables>(), c.req.param('folio') ?? '')
  if (!found || !mayRead(c.var, found)) throw missing()
  return found
}

/** What the forms of a record send to its commands: the number behind the folio, and what was typed. */
export const ofRequest = async (sent: Record<string, unknown>, c: C): Promise<Record<string, unknown>> => ({
  ...sent,
  request: (await requestAsked(c)).id,
})

/** What every form of a record carries unseen: the version of the request that its reader has before them. */
export const seenOf = ({ version }: Pick<Request, 'version'>) => ({ version })

export const addressOf = ({ folio }: Pick<Request, 'folio'>) => `/solicitudes/${folio}`

export const tones: Readonly<Record<State, 'ok' | 'warn' | 'bad' | 'on' | 'plain'>> = {
  draft: 'plain',
  submitted: 'on',
  'in-review': 'on',
  'with-observations': 'warn',
  approved: 'ok',
  scheduled: 'on',
  'publication-failed': 'bad',
  'published-pending-ratification': 'warn',
  published: 'ok',
  'in-revalidation': 'warn',
  superseded: 'plain',
  withdrawn: 'plain',
  archived: 'plain',
  abandoned: 'plain',
}

/** An import that was undone was never abandoned by anybody. */
export const stateWord = (
  { state, kind, import_batch_id }: Pick<Request, 'state' | 'kind' | 'import_batch_id'>,
  locale: Locale,
): string =>
  state === 'abandoned' && import_batch_id
    ? words[locale].undoneImport(import_batch_id)
    : wordsOf(kind, locale).states[state]
