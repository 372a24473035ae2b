import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '#kernel/module'
import { Button, ButtonLink } from '../button.tsx'
import { FormDialog } from '../dialog.tsx'
import { FilterBar } from '../filter-bar.tsx'
import { TextInput } from '../inputs.tsx'
import { type Column, chosenColumns, exportOf, withQuery } from '../list.ts'
import { Pager } from '../pager.tsx'
import { useWords, wordsOf } from '../speaking.ts'
import { type Selecting, Table } from '../table.tsx'
import { type Tab, Tabs } from '../tabs.tsx'
import { type Asked, hrefOf, manners, plainQuery, rowsPerPage } from './asked.ts'
import { partsOf } from './gather.ts'
import type { SavedViews } from './parts.ts'

type C = Context<Env>

interface Listed<Row> {
  readonly asked: Asked
  readonly title: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** How many there are on all its pages; without it, the rows are all. */
  readonly total?: number | undefined
  /** The fields by which it is narrowed. */
  readonly filters?: Child
  /** Views that the house itself offers, besides the whole list. */
  readonly tabs?: readonly Tab[] | undefined
  /** Shown when there is nothing. */
  readonly empty: Child
  /** Stands above the table: what can be done at once with the rows that were chosen. */
  readonly selection?: Child
  readonly selecting?: Selecting<Row> | undefined
  readonly idOf?: ((row: Row) => string) | undefined
}

/** A list of the desk. What it shows stands in its address: it can be kept under a name, sent, and taken as a sheet. */
export async function listing<Row>(c: C, listed: Listed<Row>): Promise<Child> {
  const { asked, title, columns, rows, filters, empty } = listed
  const { views } = await partsOf(c)
  const viewed = { asked, views, tabs: listed.tabs }
  const narrowed = Object.keys(asked.query).some((name) => !isManner(name) && asked.query[name])
  return (
    <>
      <Views {...viewed} />
      <FilterBar
        action={asked.at}
        label={title}
        values={asked.query}
        hidden={Object.fromEntries(manners.map((name) => [name, asked.query[name]]))}
        clearHref={narrowed ? withQuery(asked.at, kept(asked)) : undefined}
        tools={<Tools {...viewed} />}
        downloads={['csv', 'xlsx'].map((format) => ({
          href: hrefOf({ ...asked, at: `${asked.at}.${format}` }, { pagina: undefined }),
          label: format.toUpperCase(),
        }))}
      >
        {filters}
      </FilterBar>
      <ColumnChoice asked={asked} columns={columns} />
      <KeepView {...viewed} c={c} />
      {rows.length === 0 ? empty : <Rows {...listed} />}
      <Pager
        page={asked.page}
        pages={Math.ceil((listed.total ?? 0) / rowsPerPage)}
        hrefOf={(page) => hrefOf(asked, { pagina: page === 1 ? undefined : page })}
      />
    </>
  )
}

const isManner = (name: string) => name === 'pagina' || manners.some((each) => each === name)
const kept = ({ query }: Asked) => Object.fromEntries(manners.map((name) => [name, query[name]]))

const Rows = <Row,>({ asked, title, columns, rows, selection, selecting, idOf }: Listed<Row>) => (
  <div>
    {selection}
    <Table
      caption={title}
      columns={chosenColumns(columns, asked.columns)}
      rows={rows}
      idOf={idOf}
      selecting={selecting}
      sorting={{
        by: asked.by,
        descending: asked.descending,
        hrefOf: (key, descending) =>
          hrefOf(asked, { orden: key, sentido: descending ? 'desc' : 'asc', pagina: undefined }),
      }}
    />
  </div>
)

interface Viewed {
  readonly asked: Asked
  readonly tabs: readonly Tab[] | undefined
  readonly views: SavedViews | undefined
}

const Views = ({ asked, tabs, views }: Viewed) => {
  const words = useWords()
  const now = plainQuery(asked.query)
  const own = (views?.own ?? []).map(({ name, query }) => ({
    ...{ href: query ? `${asked.at}?${query}` : asked.at, label: name, current: plainQuery(query) === now },
  }))
  const chosen = own.some(({ current }) => current)
  const offered = tabs ?? (own.length > 0 ? [{ href: asked.at, label: words.everything, current: true }] : [])
  if (offered.length === 0) return null
  return <Tabs items={[...offered.map((tab) => (chosen ? { ...tab, current: false } : tab)), ...own]} />
}

const columnsPlace = 'columnas'
const viewPlace = 'guardar-vista'

/** A view is worth a name when it shows something of its own that has none. */
function isNew({ asked, tabs = [], views }: Viewed): boolean {
  const named = [
    '',
    ...tabs.map(({ href }) => href.split('?')[1] ?? ''),
    ...(views?.own ?? []).map(({ query }) => query),
  ]
  return views !== undefined && !named.map((query) => plainQuery(query)).includes(plainQuery(asked.query))
}

const Tools = (viewed: Viewed) => {
  const words = useWords()
  return (
    <>
      <Button size="small" icon="sliders-horizontal" opens={columnsPlace}>
        {words.columns}
      </Button>
      {isNew(viewed) && (
        <ButtonLink size="small" href={`#${viewPlace}`} dialog>
          {words.keepView}
        </ButtonLink>
      )}
      {viewed.views && viewed.views.own.length > 0 && <a href={viewed.views.href}>{words.ownViews}</a>}
    </>
  )
}

const ColumnChoice = <Row,>({ asked, columns }: { asked: Asked; columns: readonly Column<Row>[] }) => {
  const words = useWords()
  const shown = new Set(chosenColumns(columns, asked.columns).map(({ key }) => key))
  const { columnas: _, pagina: __, ...rest } = asked.query
  return (
    <form class="pop" popover="auto" id={columnsPlace} method="get" action={asked.at} aria-label={words.columns}>
      {Object.entries(rest).map(([name, value]) => value && <input type="hidden" name={name} value={value} />)}
      <div class="choices">
        {columns.map(({ key, title }, at) =>
          at === 0 ? (
            <input type="hidden" name="columnas" value={key} />
          ) : (
            title && (
              <div class="choice">
                <input type="checkbox" name="columnas" value={key} id={`columna-${key}`} checked={shown.has(key)} />
                <label for={`columna-${key}`}>{title}</label>
              </div>
            )
          ),
        )}
      </div>
      <div class="form-end">
        <Button size="small">{words.showColumns}</Button>
      </div>
    </form>
  )
}

const KeepView = ({ c, ...viewed }: Viewed & { c: C }) => {
  const words = wordsOf(c.var.locale)
  const { asked, views } = viewed
  if (!views || !isNew(viewed)) return null
  return (
    <FormDialog
      place={viewPlace}
      title={words.keepView}
      text={words.keepViewText}
      action={views.href}
      hidden={{ list: asked.at, query: plainQuery(asked.query) }}
    >
      <TextInput name="name" label={words.viewName} longest={40} />
    </FormDialog>
  )
}

/** The same list as a sheet: the columns that are shown, and every row of what is looked for. */
export async function listFile<Row>(c: C, name: string, columns: readonly Column<Row>[], rows: readonly Row[]) {
  const asked = c.req.queries('columnas')?.flatMap((each) => each.split('.'))
  const exported = exportOf(chosenColumns(columns, asked), rows)
  const { zone = 'UTC' } = await partsOf(c)
  const [format, type, body] = c.req.path.endsWith('.xlsx')
    ? ([
        'xlsx',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        exported.xlsx(name, zone),
      ] as const)
    : (['csv', 'text/csv; charset=utf-8', exported.csv()] as const)
  c.header('content-type', type)
  c.header('content-disposition', `attachment; filename="${name}.${format}"`)
  return c.body(typeof body === 'string' ? body : new Uint8Array(body))
}
