import { areaNames, livingAreas, zoneOf } from '#commons/directory'
import { accountNames } from '#commons/identity'
import { holds } from '#kernel/actor'
import { numberIn } from '#kernel/fields'
import { localDateOf, shortDateTime } from '#kernel/pure/dates'
import {
  ButtonLink,
  type Column,
  Empty,
  exportOf,
  FilterBar,
  PageHead,
  Pager,
  Select,
  State,
  staffPage,
  Table,
  Tabs,
  TextInput,
  Toned,
  withQuery,
} from '#ui'
import { countRequests, listRequests, type Request, type RequestFilter } from '../queries/requests.ts'
import { duesOf } from '../queries/timing.ts'
import { openStates, states } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { wordsOf } from '../words/kinds.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import { addressOf, type C, stateWord, tones } from './finding.ts'

const perPage = 50
const mostInFile = 50_000
const at = '/solicitudes'
const sorts = ['folio', 'title', 'state', 'submitted_at'] as const

/** What the address says: the list is a function of it. */
function filterOf(c: C): RequestFilter {
  const query = c.req.query()
  const view = query['vista']
  const state = states.find((each) => each === query['estado'])
  const sort = sorts.find((each) => each === query['orden'])
  const kind = (['publish', 'update', 'withdraw', 'correct-metadata'] as const).find((each) => each === query['tipo'])
  return {
    states: state ? [state] : view === 'todas' ? undefined : openStates,
    reviewer: view === 'mias' ? c.var.actor.id : undefined,
    area: numberIn(query['area']),
    kind,
    text: query['q']?.slice(0, 100) || undefined,
    sort,
    descending: query['sentido'] !== 'asc',
    limit: perPage,
    offset: (pageOf(c) - 1) * perPage,
  }
}
const pageOf = (c: C) => Math.min(10_000, Math.max(1, Number(c.req.query('pagina')) || 1))

/** `/solicitudes`: every request that one may read. */
export async function listPage(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = staffWords[locale]
  const db = app.tables<PublicationsTables>()
  const filter = filterOf(c)
  const [rows, total, zone] = await Promise.all([
    listRequests(db, actor, filter),
    countRequests(db, actor, filter),
    zoneOf(app),
  ])
  const columns = await columnsOf(c, rows, zone)
  const here = withQuery(at, c.req.query())
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
      <Views c={c} />
      {await Filters({ c, zone })}
      {rows.length === 0 ? (
        <Empty title={Object.keys(c.req.query()).length > 0 ? said.none : said.noneYet} icon="inbox" />
      ) : (
        <Table
          caption={said.requests}
          columns={columns}
          rows={rows}
          idOf={({ folio }) => folio}
          sorting={{
            by: filter.sort ?? 'folio',
            descending: filter.descending ?? true,
            hrefOf: (key, descending) =>
              withQuery(here, { orden: key, sentido: descending ? 'desc' : 'asc', pagina: undefined }),
          }}
        />
      )}
      <Pager
        page={pageOf(c)}
        pages={Math.ceil(total / perPage)}
        hrefOf={(page) => withQuery(here, { pagina: page === 1 ? undefined : page })}
      />
    </>,
  )
}

const Views = ({ c }: { c: C }) => {
  const said = staffWords[c.var.locale]
  const view = c.req.query('vista')
  return (
    <Tabs
      items={[
        { href: at, label: said.openOnes, current: view === undefined },
        { href: `${at}?vista=mias`, label: said.mine, current: view === 'mias' },
        { href: `${at}?vista=todas`, label: said.every, current: view === 'todas' },
      ]}
    />
  )
}

async function Filters({ c, zone }: { c: C; zone: string }) {
  const { app, locale } = c.var
  const said = staffWords[locale]
  const kinds = words[locale].kinds
  const query = c.req.query()
  const areas = await livingAreas(app, localDateOf(app.clock(), zone))
  const filtered = ['q', 'estado', 'area', 'tipo'].some((name) => query[name])
  return (
    <FilterBar
      action={at}
      label={said.requests}
      values={query}
      hidden={{ vista: query['vista'], orden: query['orden'], sentido: query['sentido'] }}
      clearHref={filtered ? withQuery(at, { vista: query['vista'] }) : undefined}
      downloads={[{ href: withQuery('/solicitudes.csv', query), label: 'CSV' }]}
    >
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
        options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="area"
        label={said.area}
        none={said.every}
        options={areas.map(({ id, acronym, name }) => ({ value: String(id), label: `${acronym}, ${name[locale]}` }))}
      />
    </FilterBar>
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
  return [
    {
      key: 'folio',
      title: said.folio,
      value: ({ folio }) => folio,
      cell: (request) => (
        <a class="nowrap" href={addressOf(request)}>
          {request.folio}
        </a>
      ),
      sortable: true,
    },
    {
      key: 'title',
      title: said.subject,
      value: ({ kind, title }) => wordsOf(kind, locale).titled(title),
      sortable: true,
    },
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
      key: 'due',
      title: said.due,
      value: (request) => due(request)?.toISOString() ?? '',
      cell: (request) => {
        const when = due(request)
        return when ? (
          <span class="nowrap">
            <Toned tone={when < now ? 'bad' : 'plain'} icon="clock" word={shortDateTime(when, zone, locale)} />
          </span>
        ) : null
      },
    },
  ]
}

/** The same list, whole, for a spreadsheet. */
export async function listFile(c: C): Promise<Response> {
  const { app, actor } = c.var
  const filter = { ...filterOf(c), limit: mostInFile, offset: 0 }
  const rows = await listRequests(app.tables<PublicationsTables>(), actor, filter)
  const zone = await zoneOf(app)
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', 'attachment; filename="solicitudes.csv"')
  return c.body(exportOf(await columnsOf(c, rows, zone), rows).csv())
}
