import { calendarFor } from '#commons/directory'
import { accountsWith, comingsAndGoings, holdsNoRole, Keepers } from '#commons/identity'
import { holds } from '#kernel/actor'
import { type Entry, signerOf } from '#kernel/ledger'
import { listEntries } from '#kernel/ledger-reading'
import type { Late, Subject, Task, TodayFigure } from '#kernel/module'
import type { WorkCalendar } from '#kernel/pure/calendar'
import { localDateOf, localTimeOf, longDateTime, weekdayDate } from '#kernel/pure/dates'
import { deedOf } from '#kernel/telling'
import type { Locale } from '#kernel/words'
import {
  BigFigure,
  ButtonLink,
  Changes,
  type Column,
  Empty,
  Notice,
  PageHead,
  Second,
  Section,
  SourcePopover,
  Stack,
  Strip,
  staffPage,
  Table,
  type Todo,
  TodoList,
  Toned,
  WithAside,
} from '#ui'
import { aboutsOf, figuresFor, lateFor, namesOf, tasksFor } from '../telling.ts'
import { words } from '../words.ts'
import { delayOf, dueWords } from './delay.ts'
import type { C } from './ledger.tsx'
import { SubjectLink } from './subject.tsx'

const dayMilliseconds = 86_400_000
const mostChanges = 12
const mostRead = 60
const mostTasks = 12
const mostLate = 8

/** What it takes to say when something is due. */
interface Timed {
  readonly calendar: WorkCalendar
  readonly now: Date
  readonly locale: Locale
}

/** What waits for this person, the most urgent first; what runs late, and with whom; and what changed. */
export async function today(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = words[locale]
  const now = app.clock()
  const [tasks, late, figures] = await Promise.all([
    tasksFor(app, actor, now),
    lateFor(app, actor, now),
    figuresFor(app, actor, now),
  ])
  const dues = [...tasks.flatMap(({ due }) => due ?? []), ...late.map(({ due }) => due), now]
  const earliest = new Date(Math.min(...dues.map((due) => due.getTime())))
  const calendar = await calendarFor(app, earliest.toISOString().slice(0, 10), now.toISOString().slice(0, 10))
  const timed: Timed = { calendar, now, locale }
  const [first] = tasks
  const title = said.waiting(tasks.length)
  return staffPage(
    c,
    { title, live: 'ledger', forKeepers: holds(actor, 'directory.manage') },
    <>
      <PageHead
        large
        title={title}
        above={`${capital(weekdayDate(localDateOf(now, calendar.zone), locale))}, ${localTimeOf(now, calendar.zone)}`}
        actions={
          first && (
            <ButtonLink kind="main" href={first.href}>
              {said.start}
            </ButtonLink>
          )
        }
      />
      {figures.length > 0 && <Figures figures={figures} locale={locale} />}
      {holdsNoRole(actor) && (await NoRole({ c }))}
      <WithAside asideLabel={said.changed} aside={await Changed({ c, zone: calendar.zone })}>
        <Stack size="l">
          <Waiting tasks={tasks} timed={timed} />
          {late.length > 0 && <RunningLate late={late} timed={timed} />}
        </Stack>
      </WithAside>
    </>,
  )
}

/** Whoever has an account and nothing to do is told so, and by whom it is mended. */
async function NoRole({ c }: { c: C }) {
  const { app, locale } = c.var
  const said = words[locale]
  return (
    <Notice tone="warn">
      <p>
        {said.noRole} <Keepers keepers={await accountsWith(app, 'identity.manage')} said={said.askForRole} />
      </p>
      <p>
        <a href="/cuenta">{said.ownAccount}</a>
      </p>
    </Notice>
  )
}

const Figures = ({ figures, locale }: { figures: readonly TodayFigure[]; locale: Locale }) => (
  <Strip>
    {figures.map(({ name, value, said, note, href, counts, period, source }) => (
      <BigFigure
        value={value[locale]}
        label={said[locale]}
        note={note?.[locale]}
        href={href}
        source={
          <SourcePopover
            id={`fuente-${name}`}
            title={capital(said[locale])}
            counts={counts[locale]}
            period={period[locale]}
            source={source[locale]}
          />
        }
      />
    ))}
  </Strip>
)

const Waiting = ({ tasks, timed }: { tasks: readonly Task[]; timed: Timed }) => {
  const said = words[timed.locale]
  return (
    <Section id="espera" title={said.waitsForMe} count={tasks.length > 0 ? tasks.length : undefined}>
      {tasks.length > 0 ? (
        <TodoList items={tasks.slice(0, mostTasks).map((task) => todoOf(task, timed))} />
      ) : (
        <Empty title={said.waiting(0)} text={said.nothingWaits} icon="sun" />
      )}
      {tasks.length > mostTasks && (
        <details id="espera-lo-demas">
          <summary>{said.otherTasks(tasks.length - mostTasks)}</summary>
          <TodoList items={tasks.slice(mostTasks).map((task) => todoOf(task, timed))} />
        </details>
      )}
    </Section>
  )
}

function todoOf({ said, why, href, due, clock, mode = 'working' }: Task, timed: Timed): Todo {
  const { calendar, now, locale } = timed
  const late = due !== undefined && due < now
  const soon = due !== undefined && due.getTime() - now.getTime() < dayMilliseconds
  return {
    title: said[locale],
    href,
    why: why[locale],
    due: due && (
      <Toned
        tone={late ? 'bad' : soon ? 'warn' : 'plain'}
        icon="clock"
        word={
          late
            ? words[locale].overdue(delayOf(calendar, due, now, mode, locale))
            : words[locale].due(dueWords(due, now, calendar.zone, locale))
        }
      />
    ),
    kind: clock?.[locale],
  }
}

const RunningLate = ({ late, timed }: { late: readonly Late[]; timed: Timed }) => {
  const { calendar, now, locale } = timed
  const said = words[locale]
  const columns: readonly Column<Late>[] = [
    {
      key: 'label',
      title: said.folio,
      value: ({ label }) => label[locale],
      cell: (each) => <SubjectLink about={each} locale={locale} />,
    },
    { key: 'title', title: said.matter, value: ({ title }) => title?.[locale] ?? '' },
    {
      key: 'owner',
      title: said.whoseTurn,
      value: ({ owner }) => owner[locale],
      cell: ({ owner, clock }) => (
        <>
          {capital(owner[locale])} <Second>{clock[locale]}</Second>
        </>
      ),
    },
    {
      key: 'delay',
      title: said.delay,
      value: ({ due }) => due.toISOString(),
      cell: ({ due, mode }) =>
        due < now ? (
          <Toned tone="bad" word={delayOf(calendar, due, now, mode, locale)} />
        ) : (
          <Toned tone="warn" word={said.due(dueWords(due, now, calendar.zone, locale))} />
        ),
      numeric: true,
    },
  ]
  return (
    <Section id="tarde" title={said.runsLate} count={late.length}>
      <Table caption={said.runsLate} columns={columns} rows={late.slice(0, mostLate)} />
      {late.length > mostLate && <p class="muted">{said.andMore(late.length - mostLate)}</p>}
    </Section>
  )
}

async function Changed({ c, zone }: { c: C; zone: string }) {
  const { app, actor, locale } = c.var
  const said = words[locale]
  const own = !holds(actor, 'ledger.read')
  const now = app.clock()
  const found = await listEntries(app.db, {
    ...{ since: new Date(now.getTime() - dayMilliseconds), without: comingsAndGoings, byTime: true },
    ...{ limit: mostRead, actor: own ? actor.id : undefined },
  })
  const [names, abouts] = await Promise.all([namesOf(app, found), aboutsOf(app, actor, found)])
  // What the house does by itself is told where it touches a record: each check of each file is not news.
  const entries = found.filter(({ id, actor }) => actor !== 'system' || abouts.has(id)).slice(0, mostChanges)
  const whenOf = (at: Date) =>
    localDateOf(at, zone) === localDateOf(now, zone) ? localTimeOf(at, zone) : capital(said.yesterday)
  return (
    <Section id="cambios" title={own ? said.ownChanges : said.changed}>
      {entries.length === 0 && <p class="muted">{said.nothingChanged}</p>}
      <Changes
        items={entries.map((entry) => ({
          when: { iso: entry.at, text: whenOf(new Date(entry.at)) },
          text: (
            <span title={longDateTime(new Date(entry.at), zone, locale)}>
              <Deed c={c} entry={entry} name={names.get(signerOf(entry))} about={abouts.get(entry.id)} />
            </span>
          ),
        }))}
      />
      {!own && (
        <p>
          <a href="/libro">{said.allEntries}</a>
        </p>
      )}
    </Section>
  )
}

interface DeedProps {
  readonly c: C
  readonly entry: Entry
  readonly name: string | undefined
  readonly about: Subject | undefined
}

/** Who did what, and to which record. */
const Deed = ({ c, entry, name, about }: DeedProps) => {
  const { named, did } = deedOf(c.var.app, [entry], c.var.locale)
  return (
    <>
      {named && <b>{name} </b>}
      {did} {about && <SubjectLink about={about} locale={c.var.locale} titled />}
    </>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
