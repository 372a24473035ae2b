import { institutionOf, zoneOf } from '#commons/directory'
import type { Locale } from '#kernel/words'
import { Front, Hero, portalPage, Section } from '#ui'
import { broadcastsNow } from '../queries/broadcasts.ts'
import { featuresShown, homeOf } from '../queries/home.ts'
import { words } from '../words.ts'
import { Live, Next } from './broadcasts.tsx'
import { News, Signposts } from './lists.tsx'
import { newsFor, sectionsFor } from './reader.ts'
import { type C, recordFor, spoken, Told } from './speech.tsx'
import { Today } from './today.tsx'

/** As tall as what stands beside it. */
const mostNews = 9

/** What the institution publishes, at hand: search, signposts, what is new, what comes next. */
export async function home(c: C): Promise<Response> {
  const { app, locale } = c.var
  const said = words[locale].portal
  const [setting, features, tree, items, zone, institution, broadcasts, panels] = await Promise.all([
    homeOf(app),
    featuresShown(app),
    sectionsFor(c),
    newsFor(c, { limit: mostNews }),
    zoneOf(app),
    institutionOf(app),
    broadcastsNow(app, app.clock()),
    Promise.all(app.modules.map((module) => module.homePanels?.(c) ?? [])),
  ])
  const lead = spoken(locale, setting.leadEs, setting.leadEn).text || said.lead
  const searches = locale === 'en' && setting.searchesEn.length > 0 ? setting.searchesEn : setting.searchesEs
  const live = broadcasts.live.map((broadcast) => <Live {...{ broadcast, zone, locale }} />)
  const beside = [
    ...(broadcasts.next ? [<Next broadcast={broadcasts.next} {...{ zone, locale }} />] : []),
    ...panels.flat(),
  ]
  const options = {
    title: institution?.name[locale] ?? lead,
    description: lead,
    live: 'public.portal',
    also: [feed(locale)],
    record: recordFor(c, '/portal/inicio', said.editHome),
  }
  return portalPage(
    c,
    options,
    <>
      <Hero
        title={lead}
        aside={live.length > 0 ? live : await Today({ c, zone })}
        search={{ action: '/buscar', placeholder: said.searchHint, often: { label: said.often, links: searches } }}
      />
      <h2 class="hidden">{said.guide}</h2>
      <Signposts sections={tree.filter(({ depth }) => depth === 1)} tree={tree} locale={locale} />
      {features.length > 0 && (
        <Section id="destacados" title={said.highlights} large>
          <Features features={features} locale={locale} />
        </Section>
      )}
      <Front aside={beside.length > 0 ? beside : undefined}>
        <Section id="reciente" title={said.recent} large aside={<a href="/novedades">{said.all}</a>}>
          {items.length > 0 ? <News items={items} zone={zone} locale={locale} /> : <p>{said.nothingYet}</p>}
        </Section>
      </Front>
    </>,
  )
}

const feed = (locale: Locale) => ({
  href: '/novedades.atom',
  type: 'application/atom+xml',
  title: words[locale].portal.newsTitle,
})

type Feature = Awaited<ReturnType<typeof featuresShown>>[number]

const Features = ({ features, locale }: { features: readonly Feature[]; locale: Locale }) => (
  <ul class="features">
    {features.map((feature) => (
      <li>
        {feature.image && <Picture feature={feature} locale={locale} />}
        <h3>
          <a href={feature.href}>
            <Told {...spoken(locale, feature.title_es, feature.title_en)} />
          </a>
        </h3>
        {feature.text_es && (
          <p>
            <Told {...spoken(locale, feature.text_es, feature.text_en)} />
          </p>
        )}
      </li>
    ))}
  </ul>
)

const Picture = ({ feature, locale }: { feature: Feature; locale: Locale }) => {
  const alt = feature.decorative ? { text: '' } : spoken(locale, feature.alt_es, feature.alt_en)
  const size = { width: feature.width ?? undefined, height: feature.height ?? undefined }
  return <img src={`/imagenes/${feature.image}`} alt={alt.text} lang={alt.lang} loading="lazy" {...size} />
}
