import { type Context, Hono } from 'hono'
import { zoneOf } from '#commons/directory'
import { holds } from '#kernel/actor'
import type { Env, Order, Routes } from '#kernel/module'
import { localDateOf, shortDate } from '#kernel/pure/dates'
import { reading } from '#kernel/web'
import { IndexList, PageHead, Pager, portalPage, SearchBox, Section, Stack, staffPage, Tabs, withQuery } from '#ui'
import { type Findings, find, type Looker, nothing } from './queries/finding.ts'
import { placesFor } from './queries/places.ts'
import { words } from './words.ts'

type C = Context<Env>

const perPage = 20
const mostPages = 50
const longestQuery = 200

const pageOf = (c: C) => Math.min(mostPages, Math.max(1, Number(c.req.query('pagina')) || 1))
const queryOf = (c: C) => (c.req.query('q') ?? '').slice(0, longestQuery).trim()

async function findFor(c: C, looker: Looker): Promise<Findings> {
  const query = queryOf(c)
  if (query === '') return nothing
  const kind = c.req.query('tipo') || undefined
  return find(c.var.app, looker, { query, kind, limit: perPage, offset: (pageOf(c) - 1) * perPage })
}

/** `/buscar`: what everybody may read, inside the text of files too. */
async function portalSearch(c: C): Promise<Response> {
  const { actor, locale } = c.var
  const said = words[locale]
  const query = queryOf(c)
  const found = await findFor(c, holds(actor, 'intranet.read') ? 'intranet' : 'public')
  const title = query === '' ? said.search : said.results(found.total, found.instead ?? query)
  return portalPage(
    c,
    { title, hidden: true },
    <>
      <PageHead title={title} large />
      <SearchBox action="/buscar" placeholder={said.hint} value={query} />
      {await Results({ c, found, address: '/buscar' })}
    </>,
  )
}

/** `/encontrar`: everything that this person may see. A whole folio leads straight to its record. */
async function staffSearch(c: C): Promise<Response> {
  const { actor, locale } = c.var
  const said = words[locale]
  const query = queryOf(c)
  const found = await findFor(c, actor)
  const [first] = found.items
  if (first && /^[A-Z]{2,4}-\d{4}-\d{4,}$/i.test(query) && first.key === query.toUpperCase()) {
    return c.redirect(first.href, 303)
  }
  const places = c.req.query('tipo') || pageOf(c) > 1 ? [] : placesFor(c.var.app, actor, query)
  // What is only alike is no news beside a page that is called so.
  const shown = places.length === 0 || (found.items.length > 0 && !found.instead)
  const total = (shown ? found.total : 0) + places.length
  const asked = shown && found.total > 0 ? (found.instead ?? query) : query
  const title = query === '' ? said.search : said.results(total, asked)
  return staffPage(
    c,
    { title },
    <>
      <PageHead title={title} />
      <Stack>
        {places.length > 0 && <Places c={c} places={places} />}
        {shown && (await Results({ c, found, address: '/encontrar' }))}
      </Stack>
    </>,
  )
}

/** Where one may go, by name. */
const Places = ({ c, places }: { c: C; places: readonly Order[] }) => (
  <Section id="paginas" title={words[c.var.locale].places} count={places.length}>
    <ul class="row">
      {places.map(({ href, said }) => (
        <li>
          <a href={href}>{said[c.var.locale]}</a>
        </li>
      ))}
    </ul>
  </Section>
)

/** Sections and people have no day of their own. */
const whenOf = ({ kind, at }: Findings['items'][number], zone: string, locale: 'es' | 'en') =>
  kind === 'portal.section' || at.getTime() === 0
    ? undefined
    : { iso: at.toISOString(), text: shortDate(localDateOf(at, zone), locale) }

interface ResultsProps {
  readonly c: C
  readonly found: Findings
  readonly address: string
}

async function Results({ c, found, address }: ResultsProps) {
  const { app, locale } = c.var
  const said = words[locale]
  const query = queryOf(c)
  const kind = c.req.query('tipo')
  const zone = await zoneOf(app)
  const here = withQuery(address, { q: query, tipo: kind })
  if (query === '') return <p class="instead">{said.type}</p>
  return (
    <>
      {found.instead && <p class="instead">{said.instead(query, found.instead)}</p>}
      {found.kinds.size > 1 && <Kinds c={c} kinds={found.kinds} address={address} />}
      {found.items.length === 0 && (
        <p class="instead">
          {said.nothing} <a href="/mapa-del-sitio">{said.allSections}</a>
        </p>
      )}
      <IndexList
        entries={found.items.map((item) => ({
          when: whenOf(item, zone, locale),
          title: (locale === 'en' && item.titleEn) || item.title,
          href: item.href,
          excerpt: <Marked text={item.excerpt} />,
          meta: said.kinds[item.kind] ?? item.kind,
        }))}
      />
      <Pager
        page={pageOf(c)}
        pages={Math.min(mostPages, Math.ceil(found.total / perPage))}
        hrefOf={(page) => withQuery(here, { pagina: page === 1 ? undefined : page })}
      />
    </>
  )
}

interface KindsProps {
  readonly c: C
  readonly kinds: Findings['kinds']
  readonly address: string
}

/** What was found, by kind: only those of which there is something that this reader may see. */
const Kinds = ({ c, kinds, address }: KindsProps) => {
  const said = words[c.var.locale]
  const query = queryOf(c)
  const asked = c.req.query('tipo') || undefined
  return (
    <Tabs
      label={said.filter}
      items={[undefined, ...Object.keys(said.kinds).filter((kind) => kinds.has(kind))].map((kind) => ({
        href: withQuery(address, { q: query, tipo: kind }),
        label: kind ? (said.plurals[kind] ?? kind) : said.everything,
        count: kind ? kinds.get(kind) : undefined,
        current: kind === asked,
      }))}
    />
  )
}

/** What was found stands between two marks that no text has. */
const Marked = ({ text }: { text: string }) => (
  <>
    {text
      .replaceAll('\u0003', '\u0002')
      .split('\u0002')
      .map((part, index) => (index % 2 === 1 ? <mark>{part}</mark> : part))}
  </>
)

export const portalRoutes: Routes = new Hono<Env>().get('/buscar', portalSearch)
export const staffRoutes: Routes = new Hono<Env>().get('/encontrar', reading('search.staff'), staffSearch)
