import { zoneOf } from '#commons/directory'
import { holds } from '#kernel/actor'
import { signerOf } from '#kernel/ledger'
import { listEntries } from '#kernel/ledger-reading'
import type { Task } from '#kernel/module'
import { localDateOf, localTimeOf, longDateTime, shortDateTime, weekdayDate } from '#kernel/pure/dates'
import type { Locale } from '#kernel/words'
import { ButtonLink, Changes, Empty, PageHead, Section, staffPage, type Todo, TodoList, Toned, WithAside } from '#ui'
import { namesOf, sentenceOf, tasksFor } from '../telling.ts'
import { words } from '../words.ts'
import type { C } from './ledger.tsx'

const dayMilliseconds = 86_400_000
const mostChanges = 12

/** What waits for this person, the most urgent first, and what changed. */
export async function today(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = words[locale]
  const now = app.clock()
  const zone = await zoneOf(app)
  const tasks = await tasksFor(app, actor, now)
  const [first] = tasks
  const title = said.waiting(tasks.length)
  return staffPage(
    c,
    { title, live: 'ledger' },
    <>
      <PageHead
        title={title}
        above={`${capital(weekdayDate(localDateOf(now, zone), locale))}, ${localTimeOf(now, zone)}`}
        actions={
          first && (
            <ButtonLink kind="main" href={first.href}>
              {said.start}
            </ButtonLink>
          )
        }
      />
      <WithAside asideLabel={said.changed} aside={await Changed({ c, zone, own: !holds(actor, 'ledger.read') })}>
        <Section id="espera" title={said.waitsForMe}>
          {tasks.length > 0 ? (
            <TodoList items={tasks.map((task) => todoOf(task, now, zone, locale))} />
          ) : (
            <Empty title={said.waiting(0)} text={said.nothingWaits} icon="sun" />
          )}
        </Section>
      </WithAside>
    </>,
  )
}

function todoOf({ said, why, href, due, clock }: Task, now: Date, zone: string, locale: Locale): Todo {
  const late = due !== undefined && due < now
  const when = due && shortDateTime(due, zone, locale)
  const soon = due !== undefined && due.getTime() - now.getTime() < dayMilliseconds
  return {
    title: said[locale],
    href,
    why: why[locale],
    due: when && (
      <Toned
        tone={late ? 'bad' : soon ? 'warn' : 'plain'}
        icon="clock"
        word={late ? words[locale].overdue(when) : words[locale].due(when)}
      />
    ),
    kind: clock?.[locale],
  }
}

async function Changed({ c, zone, own }: { c: C; zone: string; own: boolean }) {
  const { app, actor, locale } = c.var
  const said = words[locale]
  const since = new Date(app.clock().getTime() - dayMilliseconds)
  const entries = await listEntries(app.db, { since, limit: mostChanges, ...(own ? { actor: actor.id } : {}) })
  const names = await namesOf(app, entries)
  return (
    <Section
      id="cambios"
      title={own ? said.ownChanges : said.changed}
      aside={own ? undefined : <a href="/libro">{said.allEntries}</a>}
    >
      {entries.length === 0 && <p class="muted">{said.nothingChanged}</p>}
      <Changes
        items={entries.map((entry) => ({
          when: { iso: entry.at, text: localTimeOf(new Date(entry.at), zone) },
          text: (
            <span title={longDateTime(new Date(entry.at), zone, locale)}>
              <b>{names.get(signerOf(entry))}</b> {sentenceOf(app, entry, locale)}
            </span>
          ),
        }))}
      />
    </Section>
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
