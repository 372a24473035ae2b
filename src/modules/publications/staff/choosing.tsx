import type { Locale } from '#kernel/words'
import { Button, Empty, PageHead, Second, staffPage, Tabs, TextInput, withQuery } from '#ui'
import { countPublished, listPublished } from '../queries/published.ts'
import { type Kind, kinds } from '../rules/kinds.ts'
import type { PublicationsTables } from '../tables.ts'
import { publishedWords } from '../words/published.ts'
import { staffWords } from '../words/staff.ts'
import { words } from '../words.ts'
import type { C } from './finding.ts'

const mostShown = 20

/** What is asked, each kind with its own beginning. */
export const KindTabs = ({ kind, locale }: { kind: Kind; locale: Locale }) => (
  <Tabs
    items={kinds.map((each) => ({
      href: each === 'publish' ? '/solicitudes/nueva' : `/solicitudes/nueva?tipo=${each}`,
      label: words[locale].kinds[each],
      current: each === kind,
    }))}
  />
)

/** Which published document is updated, corrected or withdrawn: searched and chosen, not typed. */
export async function choosingPage(c: C, kind: Exclude<Kind, 'publish'>): Promise<Response> {
  const { app, actor, locale } = c.var
  const said = publishedWords[locale]
  const db = app.tables<PublicationsTables>()
  const text = c.req.query('q')?.slice(0, 100)
  const filter = { grant: 'publications.request', text, limit: mostShown } as const
  const [found, all] = await Promise.all([listPublished(db, actor, filter), countPublished(db, actor, filter)])
  return staffPage(
    c,
    { title: said.choose[kind], crumbs: [{ href: '/solicitudes', label: staffWords[locale].requests }] },
    <>
      <PageHead title={said.choose[kind]} below={said.chooseHint} />
      <KindTabs kind={kind} locale={locale} />
      <form class="filters" method="get" action="/solicitudes/nueva">
        <input type="hidden" name="tipo" value={kind} />
        <TextInput name="q" type="search" label={said.search} size="medium" value={text} />
        <div class="filters-end">
          <Button icon="search">{said.find}</Button>
        </div>
      </form>
      {found.length === 0 && <Empty title={said.none} icon="search" />}
      <ul class="todo">
        {found.map(({ key, title, folio, version }) => (
          <li>
            <p class="t">
              <a href={withQuery('/solicitudes/nueva', { tipo: kind, documento: key })}>{title}</a>
            </p>
            <p class="why">
              {folio} · {said.edition(version)} <Second>/documentos/{key}</Second>
            </p>
          </li>
        ))}
      </ul>
      {all > found.length && <p class="muted">{said.more(found.length, all)}</p>}
    </>,
  )
}
