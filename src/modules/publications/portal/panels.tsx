import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { zoneOf } from '#commons/directory'
import type { Env } from '#kernel/module'
import { addDays, instantOf, type LocalDate, localDateOf, longDate, shortDate, weekdayOf } from '#kernel/pure/dates'
import { count } from '#kernel/pure/numbers'
import { Bars, BigFigure, Section, SourcePopover } from '#ui'
import type { PublicationsTables } from '../tables.ts'
import { portalWords } from '../words/portal.ts'

const weeksShown = 9
/** A drawing of one or two bars says nothing that the figure does not. */
const leastBars = 3
/** The Monday of its week. */
const mondayOf = (day: LocalDate): LocalDate => addDays(day, -((weekdayOf(day) + 6) % 7))

/** Beside what is new: how much there is, and how much went live each week. */
export async function homePanels(c: Context<Env>): Promise<readonly Child[]> {
  const { app, locale } = c.var
  const zone = await zoneOf(app)
  const today = localDateOf(app.clock(), zone)
  const since = addDays(mondayOf(today), 7 * (1 - weeksShown))
  const { documents, published } = await figuresSince(c, instantOf(since, '00:00', zone))
  if (documents === 0) return []
  const perWeek = Map.groupBy(published, (at) => mondayOf(localDateOf(at, zone)))
  const weeks = Array.from({ length: weeksShown }, (_, at) => addDays(since, 7 * at))
  const values = weeks.map((week) => perWeek.get(week)?.length ?? 0)
  const said = portalWords[locale]
  const byWeek = weeks.map((week, at) => `${shortDate(week, locale)}, ${values[at]}`).join('; ')
  return [
    <Section id="cifras" title={said.figures} large>
      <BigFigure
        value={count(documents)}
        label={said.documentsPublic(documents)}
        note={said.publishedSince(published.length, longDate(since, locale))}
      />
      {values.filter(Boolean).length >= leastBars && <Bars label={said.byWeek(byWeek)} values={values} />}
      <SourcePopover
        id="cifras-origen"
        title={said.figureTitle}
        counts={said.figureCounts}
        period={said.figurePeriod(longDate(since, locale), longDate(today, locale))}
        source={said.figureSource}
        query={countsQuery}
      />
    </Section>,
  ]
}

const countsQuery = `select count(*) from publications.live_document
where portal = 'internet'`

async function figuresSince({ var: { app } }: Context<Env>, since: Date) {
  const db = app.tables<PublicationsTables>()
  const [{ documents }, published] = await Promise.all([
    db
      .selectFrom('publications.live_document')
      .select(({ fn }) => fn.countAll<number>().as('documents'))
      .where('portal', '=', 'internet')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('publications.edition')
      .innerJoin('publications.revision', 'publications.revision.id', 'publications.edition.revision_id')
      .select('publications.edition.published_at')
      .where('publications.revision.portal', '=', 'internet')
      .where('publications.edition.published_at', '>=', since)
      .execute(),
  ])
  return { documents, published: published.map(({ published_at }) => published_at) }
}
