import { zoneOf } from '#commons/directory'
import { accountNames } from '#commons/identity'
import { holds } from '#kernel/actor'
import { numberIn } from '#kernel/fields'
import { type Entry, historyOf, signerOf } from '#kernel/ledger'
import { shortDateTime } from '#kernel/pure/dates'
import { count } from '#kernel/pure/numbers'
import { deedOf } from '#kernel/telling'
import { type Entry as Line, PageHead, Section, staffPage, Timeline } from '#ui'
import { topicOfRequest } from '../events.ts'
import type { Request } from '../queries/requests.ts'
import { staffWords } from '../words/staff.ts'
import { addressOf, type C, requestAsked } from './finding.ts'

const mostBeside = 5
/** Two hundred files that arrive at once are two hundred entries and one line. */
const mostRead = 1_500
const perPage = 100

interface Props {
  readonly c: C
  readonly request: Request
  readonly zone: string
}

/** What happened last, what one person did within a minute in one line; and where all of it is told. */
export async function History({ c, request, zone }: Props) {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const entries = await historyOf(app.db, topicOfRequest(request.id), mostRead)
  const gathered = gather(entries)
  return (
    <Section id="historia" title={said.history}>
      <Timeline entries={await linesOf({ c, request, zone }, gathered.slice(0, mostBeside))} />
      {entries.length > Math.min(gathered.length, mostBeside) && (
        <p>
          <a href={`${addressOf(request)}/historia`}>{said.everyEntry(count(entries.length))}</a>
        </p>
      )}
    </Section>
  )
}

/** Entries of the same minute and person, one after another. */
function gather(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups: Entry[][] = []
  const markOf = (entry: Entry) => `${entry.at.slice(0, 16)} ${signerOf(entry)}`
  for (const entry of entries) {
    const last = groups.at(-1)
    if (last?.[0] && markOf(last[0]) === markOf(entry)) last.push(entry)
    else groups.push([entry])
  }
  return groups
}

async function linesOf({ c, request, zone }: Props, groups: readonly (readonly Entry[])[]): Promise<readonly Line[]> {
  const { app, actor, locale } = c.var
  const said = staffWords[locale]
  const names = await accountNames(app, groups.flat().map(signerOf))
  const reads = holds(actor, 'ledger.read')
  return groups.map((group, at) => {
    const [newest, oldest] = [group[0] as Entry, group.at(-1) as Entry]
    const { named, did } = deedOf(app, group.toReversed(), locale)
    const signer = signerOf(newest)
    const one = newest === oldest
    return {
      when: { iso: newest.at, text: shortDateTime(new Date(newest.at), zone, locale) },
      text: (
        <>
          {named && <b>{names.get(signer) ?? (signer === 'system' ? 'Pregonero' : signer)} </b>}
          {did}
        </>
      ),
      tone: at === 0 ? 'now' : undefined,
      seal: one
        ? { text: said.entry(count(newest.id)), href: reads ? `/libro/${newest.id}` : undefined }
        : {
            text: said.entriesFrom(count(oldest.id), count(newest.id)),
            href: `${addressOf(request)}/historia?antes=${newest.id + 1}`,
          },
    }
  })
}

/** `/solicitudes/{folio}/historia`: every entry about the request, newest first. */
export async function historyPage(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const request = await requestAsked(c)
  const before = numberIn(c.req.query('antes'))
  const here = `${addressOf(request)}/historia`
  const [zone, found] = await Promise.all([
    zoneOf(app),
    historyOf(app.db, topicOfRequest(request.id), perPage + 1, before),
  ])
  const entries = found.slice(0, perPage)
  const lines = await linesOf(
    { c, request, zone },
    entries.map((entry) => [entry]),
  )
  const last = entries.at(-1)
  const title = said.historyOf(request.folio)
  return staffPage(
    c,
    {
      title,
      live: before ? undefined : topicOfRequest(request.id),
      crumbs: [
        { href: '/solicitudes', label: said.requests },
        { href: addressOf(request), label: request.folio },
      ],
    },
    <>
      <PageHead title={title} below={request.title} />
      <Timeline entries={lines} />
      <nav class="pager" aria-label={said.history}>
        {before && <a href={here}>{said.newest}</a>}
        {found.length > perPage && last && (
          <a href={`${here}?antes=${last.id}`} rel="next">
            {said.older}
          </a>
        )}
      </nav>
    </>,
  )
}
