import { areaNames, livingAreas, zoneOf } from '#commons/directory'
import { sectionsOf } from '#commons/portal'
import { numberIn } from '#kernel/fields'
import { localDateOf, shortDate } from '#kernel/pure/dates'
import {
  type Column,
  Empty,
  exportOf,
  FilterBar,
  PageHead,
  Pager,
  Second,
  Select,
  staffPage,
  Table,
  TextInput,
  withQuery,
} from '#ui'
import { countPublished, listPublished, type Published, type PublishedFilter } from '../queries/published.ts'
import type { PublicationsTables } from '../tables.ts'
import { publishedWords } from '../words/published.ts'
import { addressOf, type C } from './finding.ts'

const at = '/solicitudes/documentos'
const perPage = 50
const mostInFile = 50_000

const pageOf = (c: C) => Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('pagina'))) || 1))

function filterOf(c: C): PublishedFilter {
  const query = c.req.query()
  return {
    ...{ grant: 'publications.read', text: query['q']?.slice(0, 100), limit: perPage },
    ...{ area: numberIn(query['area']), section: numberIn(query['seccion']), offset: (pageOf(c) - 1) * perPage },
  }
}

/** `/solicitudes/documentos`: what is published, with its page and its record. */
export async function publishedPage(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = publishedWords[locale]
  const db = app.tables<PublicationsTables>()
  const filter = filterOf(c)
  const [rows, total] = await Promise.all([listPublished(db, actor, filter), countPublished(db, actor, filter)])
  const here = withQuery(at, c.req.query())
  return staffPage(
    c,
    { title: said.title, live: 'public.publications' },
    <>
      <PageHead title={said.title} below={said.below} />
      {await Filters({ c })}
      {rows.length === 0 ? (
        <Empty title={said.none} icon="file-text" />
      ) : (
        <Table
          caption={said.title}
          columns={await columnsOf(c, rows)}
          rows={rows}
          idOf={({ id }) => `documento-${id}`}
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

async function Filters({ c }: { c: C }) {
  const { app, locale } = c.var
  const said = publishedWords[locale]
  const query = c.req.query()
  const zone = await zoneOf(app)
  const [areas, sections] = await Promise.all([livingAreas(app, localDateOf(app.clock(), zone)), sectionsOf(app)])
  return (
    <FilterBar
      action={at}
      label={said.title}
      values={query}
      clearHref={['q', 'area', 'seccion'].some((name) => query[name]) ? at : undefined}
      downloads={[{ href: withQuery(`${at}.csv`, query), label: 'CSV' }]}
    >
      <TextInput name="q" type="search" label={said.search} size="medium" />
      <Select
        name="area"
        label={said.area}
        none={said.every}
        options={areas.map(({ id, acronym, name }) => ({ value: String(id), label: `${acronym}, ${name[locale]}` }))}
      />
      <Select
        name="seccion"
        label={said.section}
        none={said.every}
        options={sections.map(({ id, titleEs, titleEn }) => ({
          value: String(id),
          label: (locale === 'en' && titleEn) || titleEs,
        }))}
      />
    </FilterBar>
  )
}

async function columnsOf(c: C, rows: readonly Published[]): Promise<readonly Column<Published>[]> {
  const { app, locale } = c.var
  const said = publishedWords[locale]
  const [areas, sections, zone] = await Promise.all([
    areaNames(
      app,
      rows.map(({ area_id }) => area_id),
    ),
    sectionsOf(app),
    zoneOf(app),
  ])
  const section = new Map(sections.map(({ id, titleEs, titleEn }) => [id, (locale === 'en' && titleEn) || titleEs]))
  return [
    {
      key: 'title',
      title: said.document,
      value: ({ title }) => title,
      cell: ({ key, title, version }) => (
        <>
          <a href={`/documentos/${key}`}>{title}</a> <Second>{said.edition(version)}</Second>
        </>
      ),
    },
    { key: 'section', title: said.section, value: ({ section_id }) => section.get(section_id) ?? '' },
    { key: 'area', title: said.area, value: ({ area_id }) => areas.get(area_id)?.acronym ?? '' },
    {
      key: 'published',
      title: said.published,
      value: ({ published_at }) => localDateOf(published_at, zone),
      cell: ({ published_at }) => <span class="nowrap">{shortDate(localDateOf(published_at, zone), locale)}</span>,
    },
    {
      key: 'record',
      title: said.record,
      value: ({ folio }) => folio,
      cell: (document) => (
        <a class="nowrap" href={addressOf(document)}>
          {document.folio}
        </a>
      ),
    },
  ]
}

/** The same list, whole, for a spreadsheet. */
export async function publishedFile(c: C): Promise<Response> {
  const { app, actor } = c.var
  const filter = { ...filterOf(c), limit: mostInFile, offset: 0 }
  const rows = await listPublished(app.tables<PublicationsTables>(), actor, filter)
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', 'attachment; filename="documentos.csv"')
  return c.body(exportOf(await columnsOf(c, rows), rows).csv())
}
