import { zoneOf } from '#commons/directory'
import type { Locale } from '#kernel/words'
import { PageHead, Section as Part, portalPage } from '#ui'
import { ancestorsOf, branchOf, type Section } from '../rules/tree.ts'
import { words } from '../words.ts'
import { News, Signposts } from './lists.tsx'
import { Onward } from './news.tsx'
import { beforeIn, newsFor, pagesFor } from './reader.ts'
import { type C, recordFor, sectionTitle, spoken, Told } from './speech.tsx'

const mostItems = 25

/** What hangs from a section: the ones below it, its pages, and what is filed in it or below it. */
export async function sectionPage(c: C, tree: readonly Section[], section: Section): Promise<Response> {
  const { locale, app } = c.var
  const said = words[locale].portal
  const paged = beforeIn(c.req.query('antes'))
  const [found, pages, zone] = await Promise.all([
    newsFor(c, { sections: branchOf(tree, section.id).map(({ id }) => id), limit: mostItems + 1, ...paged }),
    pagesFor(c),
    zoneOf(app),
  ])
  const items = found.slice(0, mostItems)
  const here = pages.filter(({ sectionId }) => sectionId === section.id)
  const filed = items.filter(({ href }) => !here.some(({ path }) => path === href))
  const below = tree.filter(({ parentId }) => parentId === section.id)
  const title = sectionTitle(locale, section)
  const summary = spoken(locale, section.summaryEs, section.summaryEn || null)
  const feed = `${section.path}/novedades.atom`
  return portalPage(
    c,
    {
      title: title.text,
      ...(summary.text ? { description: summary.text } : {}),
      live: 'public.portal',
      hidden: section.audience === 'intranet',
      record: recordFor(c, `/portal/secciones/${section.id}`, said.editSection),
      crumbs: ancestorsOf(tree, section).map((each) => ({ href: each.path, label: sectionTitle(locale, each).text })),
      also:
        section.audience === 'public'
          ? [{ href: feed, type: 'application/atom+xml', title: said.newsOf(title.text) }]
          : [],
    },
    <>
      <PageHead title={<Told {...title} />} below={summary.text ? <Told {...summary} /> : undefined} large />
      {below.length > 0 && (
        <>
          <h2 class="hidden">{said.subsections}</h2>
          <Signposts sections={below} tree={tree} locale={locale} />
        </>
      )}
      {here.length > 0 && (
        <Part id="paginas" title={said.pagesHere} large>
          <Pages pages={here} locale={locale} />
        </Part>
      )}
      {filed.length > 0 && (
        <Part id="publicado" title={said.inThisSection} large aside={<a href={feed}>{said.feed}</a>}>
          <News items={filed} zone={zone} locale={locale} />
          <Onward
            path={section.path}
            items={items}
            more={found.length > mostItems}
            paged={'before' in paged}
            locale={locale}
          />
        </Part>
      )}
      {below.length + here.length + filed.length === 0 && <p>{said.nothingYet}</p>}
    </>,
  )
}

type Page = Awaited<ReturnType<typeof pagesFor>>[number]

const Pages = ({ pages, locale }: { pages: readonly Page[]; locale: Locale }) => (
  <ul class="pages">
    {pages.map((page) => (
      <li>
        <a href={page.path}>
          <Told {...sectionTitle(locale, page)} />
        </a>
      </li>
    ))}
  </ul>
)
