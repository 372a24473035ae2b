import type { Context } from 'hono'
import { areasOf } from '#commons/directory'
import type { Env } from '#kernel/module'
import { parseLocalDate } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import { bodyCalled, designationsOf, termsOf, todayIn } from '../queries/bodies.ts'
import type { SessionsTables } from '../tables.ts'

export type C = Context<Env>
export const at = '/comites'

/** The body of this address, with all that its seats were, and the day that the page is about. */
export async function asked(c: C) {
  const { app } = c.var
  const db = app.tables<SessionsTables>()
  const body = await bodyCalled(db, c.req.param('acronym') as string)
  if (!body) throw missing()
  const [terms, designations, today] = await Promise.all([
    termsOf(db, body.id),
    designationsOf(db, body.id),
    todayIn(app),
  ])
  const day = parseLocalDate(c.req.query('fecha') ?? '') ?? today
  return { body, terms, designations, today, day, here: `${at}/${body.acronym}` }
}

/** Areas that live, for a choice. */
export async function areaOptions({ var: { app, locale } }: C) {
  const areas = await areasOf(app)
  return areas
    .filter(({ validTo }) => validTo === null)
    .map(({ id, acronym, name }) => ({ value: String(id), label: `${acronym}, ${name[locale]}` }))
}
