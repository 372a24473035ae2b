import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { zoneOf } from '#commons/directory'
import type { Env } from '#kernel/module'
import { addDays, type LocalDate, localDateOf, longDate, shortDate, weekdayOf } from '#kernel/pure/dates'
import { count } from '#kernel/pure/numbers'
import { Bars, BigFigure, Section, SourcePopover } from '#ui'
import { figuresOf } from '../queries/figures.ts'
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
  const { documents, days } = await figuresOf(app)
  if (documents === 0) return []
  const weeks = Array.from({ length: weeksShown }, (_, at) => addDays(since, 7 * at))
  const perWeek = Map.groupBy(
    days.filter(({ day }) => day >= since),
    ({ day }) => mondayOf(day),
  )
  const values = weeks.map((week) => (perWeek.get(week) ?? []).reduce((sum, { editions }) => sum + editions, 0))
  const published = values.reduce((sum, value) => sum + value, 0)
  const said = portalWords[locale]
  const byWeek = weeks.map((week, at) => `${shortDate(week, locale)}, ${values[at]}`).join('; ')
  return [
    <Section id="cifras" title={said.figures} large>
      <BigFigure
        value={count(documents)}
        label={said.documentsPublic(documents)}
        note={said.publishedSince(published, longDate(since, locale))}
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
