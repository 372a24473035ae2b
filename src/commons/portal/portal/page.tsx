import { raw } from 'hono/html'
import { zoneOf } from '#commons/directory'
import { localDateOf, longDate } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import type { Locale } from '#kernel/words'
import { Hash, Notice, PageHead, portalPage, Time, Versions } from '#ui'
import { crumbsOf, findVersion, type Live, versionsOf } from '../queries/pages.ts'
import { opening } from '../rules/rich-text.ts'
import type { Section } from '../rules/tree.ts'
import type { PortalTables } from '../tables.ts'
import { words } from '../words.ts'
import { type C, recordFor, sectionTitle, spoken, Told } from './speech.tsx'

interface Place {
  readonly tree: readonly Section[]
  readonly section: Section | undefined
  readonly live: Live
}

/** A page that people of the institution wrote. */
export async function pageView(c: C, { tree, section, live }: Place): Promise<Response> {
  const { locale, app } = c.var
  const said = words[locale].portal
  const zone = await zoneOf(app)
  const title = sectionTitle(locale, live)
  const body = spoken(locale, live.bodyEs, live.bodyEn)
  return portalPage(
    c,
    {
      title: title.text,
      description: opening(body.text),
      live: 'public.portal',
      hidden: live.audience === 'intranet',
      record: recordFor(c, `/portal/paginas/${live.page}`, said.editPage),
      crumbs: stepsTo(locale, tree, section),
    },
    <>
      <PageHead title={<Told {...title} />} large />
      {body.lang && <Notice icon="languages">{said.onlySpanish}</Notice>}
      <Body {...body} />
      <p class="page-foot">
        {said.published} <Time {...when(live.publishedAt, zone, locale)} /> ·{' '}
        <a href={`${live.path}/versiones`}>
          {said.versions} ({live.number})
        </a>
      </p>
    </>,
  )
}

/** The versions that readers saw, newest first; drafts are nobody's business. */
export async function versionsView(c: C, { tree, section, live }: Place): Promise<Response> {
  const { locale, app } = c.var
  const said = words[locale].portal
  const [zone, all] = await Promise.all([zoneOf(app), versionsOf(app.tables<PortalTables>(), live.page)])
  const title = sectionTitle(locale, live)
  const items = all.flatMap(({ number, published_at, superseded_at, hash }) => {
    if (!published_at) return []
    const from = said.from(when(published_at, zone, locale).text)
    const until = superseded_at ? said.until(when(superseded_at, zone, locale).text) : said.current.toLowerCase()
    const text = <a href={`${live.path}/versiones/${number}`}>{`${from}, ${until}`}</a>
    return [{ number, text, meta: <Hash value={hash} /> }]
  })
  return portalPage(
    c,
    {
      title: `${said.versions}: ${title.text}`,
      hidden: true,
      crumbs: [...stepsTo(locale, tree, section), stepOf(live, title.text)],
    },
    <>
      <PageHead title={said.versions} below={said.fingerprint} large />
      <Versions items={items} />
    </>,
  )
}

export async function versionView(c: C, { tree, section, live }: Place, number: number): Promise<Response> {
  const { locale, app } = c.var
  const said = words[locale].portal
  const version = await findVersion(app.tables<PortalTables>(), live.page, number)
  if (!version?.published_at) throw missing()
  const title = spoken(locale, version.title_es, version.title_en)
  return portalPage(
    c,
    {
      title: `${title.text} · ${said.versionTitle(number)}`,
      hidden: true,
      canonical: live.path,
      crumbs: [...stepsTo(locale, tree, section), stepOf(live, sectionTitle(locale, live).text)],
    },
    <>
      {number !== live.number && (
        <Notice tone="warn">
          {said.earlierNotice} <a href={live.path}>{said.seeCurrent}</a>
        </Notice>
      )}
      <PageHead above={said.versionTitle(number)} title={<Told {...title} />} large />
      <Body {...spoken(locale, version.body_es, version.body_en)} />
      <p class="page-foot">{said.fingerprint}</p>
      <Hash value={version.hash} />
    </>,
  )
}

/** Sanitised when it was written, and kept so. */
const Body = ({ text, lang }: { text: string; lang?: string }) => (
  <div class="prose" lang={lang}>
    {raw(text)}
  </div>
)

const stepOf = (live: Live, label: string) => ({ href: live.path, label })
const stepsTo = (locale: Locale, tree: readonly Section[], section: Section | undefined) =>
  crumbsOf(tree, section).map((each) => ({ href: each.path, label: sectionTitle(locale, each).text }))

const when = (at: Date, zone: string, locale: Locale) => ({
  iso: at.toISOString(),
  text: longDate(localDateOf(at, zone), locale),
})
