import { areaNames, livingAreas, zoneOf } from '#commons/directory'
import { sectionsOf } from '#commons/portal'
import { numberIn } from '#kernel/fields'
import { localDateOf, shortDate } from '#kernel/pure/dates'
import {
  type Asked,
  askedOf,
  type Column,
  Empty,
  listFile,
  listing,
  PageHead,
  pageOf,
  Second,
  Select,
  staffPage,
  TextInput,
  wholeList,
} from '#ui'
import {
  countPublished,
  listPublished,
  type Published,
  type PublishedFilter,
  publishedOrders,
} from '../queries/published.ts'
import type { PublicationsTables } from '../tables.ts'
import { publishedWords } from '../words/published.ts'
import { addressOf, type C } from './finding.ts'

const at = '/solicitudes/documentos'

const asked = (c: C) => askedOf(c, at, { by: 'published', descending: true })

const filterOf = ({ query, by, descending }: Asked): Omit<PublishedFilter, 'limit'> => ({
  ...{ grant: 'publications.read', text: query['q']?.slice(0, 100) },
  ...{ area: numberIn(query['area']), section: numberIn(query['seccion']) },
  ...{ sort: publishedOrders.find((each) => each === by), descending },
})

/** `/solicitudes/documentos`: what is published, with its page and its record. */
export async function publishedPage(c: C): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = publishedWords[locale]
  const db = app.tables<PublicationsTables>()
  const list = asked(c)
  const filter = { ...filterOf(list), ...pageOf(list) }
  const [rows, total] = await Promise.all([listPublished(db, actor, filter), countPublished(db, actor, filter)])
  return staffPage(
    c,
    { title: said.title, live: 'public.publications' },
    <>
      <PageHead title={said.title} below={said.below} />
      {
        await listing(c, {
          ...{ asked: list, title: said.title, rows, total, filters: await filtersFor(c) },
          columns: await columnsOf(c, rows),
          empty: <Empty title={said.none} icon="file-text" />,
          idOf: ({ id }: Published) => `documento-${id}`,
        })
      }
    </>,
  )
}

async function filtersFor(c: C) {
  const { app, locale } = c.var
  const said = publishedWords[locale]
  const zone = await zoneOf(app)
  const [areas, sections] = await Promise.all([livingAreas(app, localDateOf(app.clock(), zone)), sectionsOf(app)])
  return (
    <>
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
    </>
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
      sortable: true,
    },
    { key: 'section', title: said.section, value: ({ section_id }) => section.get(section_id) ?? '' },
    { key: 'area', title: said.area, value: ({ area_id }) => areas.get(area_id)?.acronym ?? '' },
    {
      key: 'published',
      title: said.published,
      value: ({ published_at }) => localDateOf(published_at, zone),
      cell: ({ published_at }) => shortDate(localDateOf(published_at, zone), locale),
      ...{ sortable: true, whole: true },
    },
    {
      key: 'review',
      title: said.review,
      value: ({ review_on }) => review_on,
      cell: ({ review_on: on }) => on && shortDate(on, locale),
      ...{ sortable: true, extra: true, whole: true },
    },
    {
      key: 'folio',
      title: said.record,
      value: ({ folio }) => folio,
      cell: (document) => <a href={addressOf(document)}>{document.folio}</a>,
      ...{ sortable: true, whole: true },
    },
  ]
}

/** The same list, whole, for a spreadsheet. */
export async function publishedFile(c: C): Promise<Response> {
  const { app, actor } = c.var
  const rows = await listPublished(app.tables<PublicationsTables>(), actor, { ...filterOf(asked(c)), ...wholeList })
  return listFile(c, 'documentos', await columnsOf(c, rows), rows)
}
