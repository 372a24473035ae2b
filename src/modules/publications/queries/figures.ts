import { sql } from 'kysely'
import { zoneOf } from '#commons/directory'
import type { LocalDate } from '#kernel/pure/dates'
import { remembered } from '#kernel/remembered'
import type { PublicationsTables } from '../tables.ts'

/** How many documents there are, and of every day on which something went live how much did. */
export const figuresOf = remembered(['publications', 'directory'], async (reader) => {
  const db = reader.tables<PublicationsTables>()
  const zone = await zoneOf(reader)
  // By hand: the day of an instant in the zone of the institution, told where the rows are.
  const day = sql<LocalDate>`(e.published_at at time zone ${zone})::date`
  const [{ documents }, days] = await Promise.all([
    db
      .selectFrom('publications.live_document')
      .select(({ fn }) => fn.countAll<number>().as('documents'))
      .where('portal', '=', 'internet')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('publications.edition as e')
      .innerJoin('publications.revision as r', 'r.id', 'e.revision_id')
      .select(({ fn }) => [day.as('day'), fn.countAll<number>().as('editions')])
      .where('r.portal', '=', 'internet')
      .groupBy('day')
      .execute(),
  ])
  return { documents, days }
})
