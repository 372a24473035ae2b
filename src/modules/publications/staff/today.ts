import { areaNames, calendarFor } from '#commons/directory'
import { accountNames } from '#commons/identity'
import { type Actor, holds } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import type { Late, TodayFigure } from '#kernel/module'
import { percentile, spentOf } from '#kernel/pure/clock'
import { count, duration } from '#kernel/pure/numbers'
import { type Said, same } from '#kernel/words'
import { type Db, type Request, requestsFor } from '../queries/requests.ts'
import { duesOf } from '../queries/timing.ts'
import { openStates } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { sayOf } from '../words/kinds.ts'
import { staffWords } from '../words/staff.ts'
import { sayToday } from '../words/today.ts'
import { addressOf } from './finding.ts'
import { countTasks } from './tasks.ts'

const dayMilliseconds = 86_400_000
/** Of those whose clocks run: more would be looked at for long, at every refresh of Hoy. */
const mostRunning = 500
const medianDays = 30

/** Requests that this person may see and for which a clock runs, those that began first before the rest. */
const runningFor = (db: Db, actor: Actor): Promise<Request[]> =>
  requestsFor(db, actor)
    .selectAll()
    .where('id', 'in', (query) =>
      query.selectFrom('publications.stretch').select('request_id').where('stopped_at', 'is', null),
    )
    .orderBy('id')
    .limit(mostRunning)
    .execute()

/** What is overdue or will be within a day, and whose turn it is. */
export async function late(reader: Reader, actor: Actor, now: Date): Promise<readonly Late[]> {
  const running = await runningFor(reader.tables<PublicationsTables>(), actor)
  const dues = await duesOf(reader, running, now)
  const soon = running.flatMap((request) => {
    const term = dues.get(request.id)
    return term && term.due.getTime() - now.getTime() < dayMilliseconds ? [{ request, term }] : []
  })
  const [names, areas] = await Promise.all([
    accountNames(
      reader,
      soon.map(({ term }) => term.owner),
    ),
    areaNames(
      reader,
      soon.map(({ request }) => request.area_id),
    ),
  ])
  const ownerOf = (owner: string, area: number): Said => {
    const { es, en } = staffWords
    if (owner === actor.id) return { es: es.you, en: en.you }
    if (owner.startsWith('area:')) return areas.get(area)?.name ?? { es: es.theArea, en: en.theArea }
    const house = owner as keyof typeof es.owners
    const name = names.get(owner) ?? owner
    return { es: es.owners[house] ?? name, en: en.owners[house] ?? name }
  }
  return soon.map(({ request, term }) => ({
    ...{
      label: same(request.folio),
      title: sayOf(request.kind, ({ titled }) => titled(request.title)),
      href: addressOf(request),
      due: term.due,
      mode: term.mode,
    },
    owner: ownerOf(term.owner, request.area_id),
    clock: sayOf(request.kind, ({ clocks }) => clocks[term.clock]),
  }))
}

/** How much there is, how much is to be reviewed, what a review takes, and how much runs late. */
export async function figures(reader: Reader, actor: Actor, now: Date): Promise<readonly TodayFigure[]> {
  if (!holds(actor, 'publications.read')) return []
  const db = reader.tables<PublicationsTables>()
  const [open, files, tasks, running, review] = await Promise.all([
    requestsFor(db, actor)
      .select(({ fn }) => fn.countAll<number>().as('requests'))
      .where('state', 'in', openStates)
      .executeTakeFirstOrThrow(),
    filesToReview(db, actor),
    countTasks(reader, actor),
    runningFor(db, actor),
    medianReview(reader, now),
  ])
  const dues = await duesOf(reader, running, now)
  const overdue = [...dues.values()].filter(({ due }) => due < now).length
  const momentary = { period: sayToday((said) => said.now), source: sayToday((said) => said.requestsSource) }
  return [
    {
      ...{ name: 'abiertas', value: same(count(open.requests)), href: '/solicitudes', ...momentary },
      said: sayToday((said) => (open.requests === 1 ? said.openRequestsOne : said.openRequests)),
      note: sayToday((said) => said.inYourTurn(tasks)),
      counts: sayToday((said) => said.openCounts),
    },
    {
      ...{ name: 'archivos', value: same(count(files.files)), href: '/solicitudes?estado=in-review', ...momentary },
      said: sayToday((said) => (files.files === 1 ? said.filesToReviewOne : said.filesToReview)),
      note: sayToday((said) => said.inRequests(files.requests)),
      counts: sayToday((said) => said.filesCount),
    },
    ...(review ? [review] : []),
    {
      ...{
        name: 'tarde',
        value: same(count(overdue)),
        href: overdue > 0 ? '#tarde' : undefined,
        period: momentary.period,
      },
      said: sayToday((said) => (overdue === 1 ? said.lateNowOne : said.lateNow)),
      note: sayToday((said) => said.everyClock(dues.size)),
      counts: sayToday((said) => said.lateCounts),
      source: sayToday((said) => said.clocksSource),
    },
  ]
}

const filesToReview = (db: Db, actor: Actor) =>
  db
    .selectFrom('publications.draft_file')
    .select(({ fn }) => [
      fn.countAll<number>().as('files'),
      fn.count<number>('publications.draft_file.request_id').distinct().as('requests'),
    ])
    .where('ended_at', 'is', null)
    .where('request_id', 'in', requestsFor(db, actor).select('id').where('state', '=', 'in-review'))
    .executeTakeFirstOrThrow()

/** What reviews that ended in the last month took; nothing where none did. */
async function medianReview(reader: Reader, now: Date): Promise<TodayFigure | undefined> {
  const since = new Date(now.getTime() - medianDays * dayMilliseconds)
  const rows = await reader
    .tables<PublicationsTables>()
    .selectFrom('publications.stretch')
    .select(['request_id', 'started_at', 'stopped_at', 'mode'])
    .where('clock', '=', 'review')
    .where('stopped_at', '>=', since)
    .execute()
  if (rows.length === 0) return undefined
  const first = new Date(Math.min(...rows.map(({ started_at }) => started_at.getTime())))
  const calendar = await calendarFor(reader, first.toISOString().slice(0, 10), now.toISOString().slice(0, 10))
  const taken = [...Map.groupBy(rows, ({ request_id }) => request_id).values()].map((own) =>
    spentOf(
      calendar,
      own.map(({ started_at, stopped_at, mode }) => ({ startedAt: started_at, stoppedAt: stopped_at, mode })),
      'working-minutes',
      now,
    ),
  )
  return {
    ...{ name: 'revision', value: same(duration(percentile(taken, 0.5) ?? 0, Number.POSITIVE_INFINITY)) },
    href: '/solicitudes/tiempos',
    said: sayToday((said) => said.medianReview),
    note: sayToday((said) => said.reviewed(taken.length)),
    counts: sayToday((said) => said.medianCounts),
    period: sayToday((said) => said.lastDays(medianDays)),
    source: sayToday((said) => said.clocksSource),
  }
}
