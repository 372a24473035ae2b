import { areaNames, livingAreas, zoneOf } from '#commons/directory'
import { accountNames } from '#commons/identity'
import { holds } from '#kernel/actor'
import { numberIn } from '#kernel/fields'
import { localDateOf, shortDateTime } from '#kernel/pure/dates'
import {
  type Asked,
  askedOf,
  ButtonLink,
  type Column,
  Empty,
  listFile,
  listing,
  PageHead,
  pageOf,
  Select,
  State,
  staffPage,
  type Tab,
  TextInput,
  Toned,
  wholeList,
} from '#ui'
import { countRequests, listRequests, type Request, type RequestFilter } from '../queries/requests.ts'
import { duesOf } from '../queries/timing.ts'
import { kinds } from '../rules/kinds.ts'
import { openStates, states } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { wordsOf } from '../words/kinds.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { Chosen, chosenForm, selectingFor } from './chosen.tsx'
import { addressOf, type C, stateWord, tones } from './finding.ts'

const at = '/solicitudes'
const sorts = ['folio', 'title', 'state', 'kind', 'submitted_at'] as const

const asked = (c: C) => askedOf(c, at, { by: 'folio', descending: true })

/** What the address says: the list is a function of it. */
function filterOf(c: C, { query, by, descending }: Asked): Omit<RequestFilter, 'limit'> {
  const state = states.find((each) => each === query['estado'])
  return {
    states: state ? [state] : query['vista'] === 'todas' ? undefined : openStates,
    reviewer: query['vista'] === 'mias' ? c.var.actor.id : undefined,
    area: numberIn(query['area']),
    kind: kinds.find((each) => each === query['tipo']),
    text: query['q']?.slice(0, 100) || undefined,
    sort: sorts.find((each) => each === by),
    descending,
  }
}

/** `/solicitudes`: every request that one may read. */
export async function listPage(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = staffWords[locale]
  const db = app.tables<PublicationsTables>()
  const list = asked(c)
  const filter = { ...filterOf(c, list), ...pageOf(list) }
  const [rows, total, zone] = await Promise.all([
    listRequests(db, actor, filter),
    countRequests(db, actor, filter),
    zoneOf(app),
  ])
  return staffPage(
    c,
    { title: said.requests, live: 'publications.requests' },
    <>
      <PageHead
        title={said.requests}
        below={said.requestsBelow}
        actions={
          <>
            <ButtonLink href={`${at}/tiempos`}>{said.times}</ButtonLink>
            {holds(actor, 'publications.request') && (
              <ButtonLink kind="main" icon="file-plus" href={`${at}/nueva`}>
                {said.newRequest}
              </ButtonLink>
            )}
          </>
        }
      />
      {
        await listing(c, {
          ...{ asked: list, title: said.requests, rows, total },
          columns: await columnsOf(c, rows, zone),
          filters: await filtersFor(c, zone),
          tabs: tabsOf(c, list),
          empty: <Empty title={Object.keys(list.query).length > 0 ? said.none : said.noneYet} icon="inbox" />,
          selection: holds(actor, chosenForm.grant) && (await Chosen({ c, asked: list })),
          selecting: holds(actor, chosenForm.grant) ? selectingFor(c) : undefined,
          idOf: ({ folio }: Request) => folio,
        })
      }
    </>,
  )
}

function tabsOf(c: C, { query }: Asked): readonly Tab[] {
  const said = staffWords[c.var.locale]
  const view = query['vista']
  return [
    { href: at, label: said.openOnes, current: view === undefined },
    { href: `${at}?vista=mias`, label: said.mine, current: view === 'mias' },
    { href: `${at}?vista=todas`, label: said.every, current: view === 'todas' },
  ]
}

async function filtersFor(c: C, zone: string) {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const areas = await livingAreas(app, localDateOf(app.clock(), zone))
  return (
    <>
      <TextInput name="q" type="search" label={said.search} size="medium" />
      <Select
        name="estado"
        label={said.state}
        none={said.anyState}
        options={states.map((value) => ({ value, label: words[locale].states[value] }))}
      />
      <Select
        name="tipo"
        label={said.kind}
        none={said.anyKind}
        options={kinds.map((value) => ({ value, label: words[locale].kinds[value] }))}
      />
      <Select
        name="area"
        label={said.area}
        none={said.every}
        options={areas.map(({ id, acronym, name }) => ({ value: String(id), label: `${acronym}, ${name[locale]}` }))}
      />
    </>
  )
}

async function columnsOf(c: C, rows: readonly Request[], zone: string): Promise<readonly Column<Request>[]> {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const now = app.clock()
  const [areas, names, dues] = await Promise.all([
    areaNames(
      app,
      rows.map(({ area_id }) => area_id),
    ),
    accountNames(
      app,
      rows.flatMap(({ reviewer }) => reviewer ?? []),
    ),
    duesOf(app, rows, now),
  ])
  const due = ({ id }: Request) => dues.get(id)?.due
  const written = (when: Date) => shortDateTime(when, zone, locale)
  return [
    {
      key: 'folio',
      title: said.folio,
      value: ({ folio }) => folio,
      cell: (request) => <a href={addressOf(request)}>{request.folio}</a>,
      ...{ sortable: true, whole: true },
    },
    {
      key: 'title',
      title: said.subject,
      value: ({ kind, title }) => wordsOf(kind, locale).titled(title),
      sortable: true,
    },
    { key: 'kind', title: said.kind, value: ({ kind }) => words[locale].kinds[kind], sortable: true, extra: true },
    { key: 'area', title: said.area, value: ({ area_id }) => areas.get(area_id)?.acronym ?? '' },
    {
      key: 'state',
      title: said.state,
      value: (request) => stateWord(request, locale),
      cell: (request) => <State tone={tones[request.state]} word={stateWord(request, locale)} />,
      sortable: true,
    },
    { key: 'reviewer', title: said.reviewer, value: ({ reviewer }) => (reviewer && names.get(reviewer)) ?? '' },
    {
      key: 'submitted_at',
      title: said.submitted,
      value: ({ submitted_at }) => submitted_at,
      cell: ({ submitted_at: at }) => at && written(at),
      ...{ sortable: true, extra: true, whole: true },
    },
    {
      key: 'due',
      title: said.due,
      value: (request) => due(request) ?? null,
      cell: (request) => {
        const when = due(request)
        return when && <Toned tone={when < now ? 'bad' : 'plain'} icon="clock" word={written(when)} />
      },
      whole: true,
    },
  ]
}

/** The same list, whole, for a spreadsheet. */
export async function requestsFile(c: C): Promise<Response> {
  const { app, actor } = c.var
  const filter = { ...filterOf(c, asked(c)), ...wholeList }
  const rows = await listRequests(app.tables<PublicationsTables>(), actor, filter)
  return listFile(c, 'solicitudes', await columnsOf(c, rows, await zoneOf(app)), rows)
}
