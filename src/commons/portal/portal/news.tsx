import { zoneOf } from '#commons/directory'
import type { PublicItem } from '#kernel/module'
import type { Locale } from '#kernel/words'
import { PageHead, portalPage, WithAside, withQuery } from '#ui'
import { branchOf } from '../rules/tree.ts'
import { words } from '../words.ts'
import { News } from './lists.tsx'
import { beforeIn, newsFor, placeOf, sectionsFor } from './reader.ts'
import { type C, sectionTitle, Told } from './speech.tsx'

const mostItems = 30

/** Everything that is published, newest first; of one section and those below it, if asked. */
export async function news(c: C): Promise<Response> {
  const { locale, app } = c.var
  const said = words[locale].portal
  const [tree, zone] = await Promise.all([sectionsFor(c), zoneOf(app)])
  const chosen = tree.find(({ id }) => String(id) === c.req.query('seccion'))
  const paged = beforeIn(c.req.query('antes'))
  const sections = chosen && { sections: branchOf(tree, chosen.id).map(({ id }) => id) }
  const found = await newsFor(c, { ...sections, limit: mostItems + 1, ...paged })
  const items = found.slice(0, mostItems)
  const path = withQuery('/novedades', { seccion: chosen?.id })
  const feed = chosen ? `${chosen.path}/novedades.atom` : '/novedades.atom'
  const title = chosen ? said.newsOf(sectionTitle(locale, chosen).text) : said.newsTitle
  return portalPage(
    c,
    {
      title,
      description: said.newsBelow,
      live: 'public.portal',
      also: [{ href: feed, type: 'application/atom+xml', title }],
    },
    <>
      <PageHead title={title} below={said.newsBelow} actions={<a href={feed}>{said.feed}</a>} large />
      <WithAside asideLabel={said.bySection} aside={<BySection tree={tree} chosen={chosen?.id} locale={locale} />}>
        {items.length > 0 ? <News items={items} zone={zone} locale={locale} /> : <p>{said.nothingYet}</p>}
        <Onward path={path} items={items} more={found.length > mostItems} paged={'before' in paged} locale={locale} />
      </WithAside>
    </>,
  )
}

interface BySectionProps {
  readonly tree: Awaited<ReturnType<typeof sectionsFor>>
  readonly chosen: number | undefined
  readonly locale: Locale
}

const BySection = ({ tree, chosen, locale }: BySectionProps) => (
  <nav aria-label={words[locale].portal.bySection}>
    <ul class="pages">
      <li>
        <a href="/novedades" aria-current={chosen === undefined ? 'page' : undefined}>
          {words[locale].portal.everySection}
        </a>
      </li>
      {tree
        .filter(({ depth }) => depth === 1)
        .map((section) => (
          <li>
            <a href={`/novedades?seccion=${section.id}`} aria-current={section.id === chosen ? 'page' : undefined}>
              <Told {...sectionTitle(locale, section)} />
            </a>
          </li>
        ))}
    </ul>
  </nav>
)

interface OnwardProps {
  readonly path: string
  readonly items: readonly PublicItem[]
  readonly more: boolean
  readonly paged: boolean
  readonly locale: Locale
}

/** Older ones, and the way back to the newest. */
export const Onward = ({ path, items, more, paged, locale }: OnwardProps) => {
  const said = words[locale].portal
  const last = items.at(-1)
  if (!paged && !more) return null
  return (
    <nav class="pager" aria-label={said.newsTitle}>
      {paged && <a href={path}>{said.newest}</a>}
      {more && last && (
        <a href={withQuery(path, { antes: placeOf(last) })} rel="next">
          {said.seeMore}
        </a>
      )}
    </nav>
  )
}
