import type { Context } from 'hono'
import { holds } from '#kernel/actor'
import { otherLanguage } from '#kernel/addresses'
import type { App } from '#kernel/app'
import { heardBy } from '#kernel/live-stream'
import type { Env, NavItem as Offered } from '#kernel/module'
import { localised } from '#kernel/pure/localised'
import { inWords } from '#kernel/refusals'
import type { FooterColumn, Frame, NavGroup, NavItem, PortalFrame, Saying, Setting } from '../frame.ts'
import { icons } from '../icons.generated.ts'
import type { IconName } from '../icons.tsx'
import type { FrameParts } from './parts.ts'
import { framingWords } from './words.ts'

type C = Context<Env>

/** What a page adds to the frame. */
export interface PageOptions {
  readonly title: string
  /** Topics whose changes refresh the open page. */
  readonly live?: string | undefined
  readonly flash?: Saying | undefined
}
export interface PortalOptions extends PageOptions {
  /** Path of the page's own address, where several lead to it. */
  readonly canonical?: string | undefined
  /** Where the desk keeps what this page shows, if this reader may open it. */
  readonly record?: { readonly href: string; readonly label: string } | undefined
  /** What whoever works here may ask of it. */
  readonly asks?: readonly { readonly href: string; readonly label: string }[] | undefined
}

const gathered = new WeakMap<C, Promise<FrameParts>>()
const lastKnown = new WeakMap<App, FrameParts>()

/** Everything the modules lay into the frame of this request's page. Asked once per request. */
export function partsOf(c: C): Promise<FrameParts> {
  const known = gathered.get(c)
  if (known) return known
  const asked = gather(c)
  gathered.set(c, asked)
  return asked
}

/** Whose house it is, as last seen: for the page that must stand while the database does not answer. */
export const rememberedParts = (c: C): FrameParts => lastKnown.get(c.var.app) ?? {}

async function gather(c: C): Promise<FrameParts> {
  const givers = c.var.app.modules.filter(({ frame }) => frame)
  const given = (await Promise.all(givers.map((module) => module.frame?.(c)))) as FrameParts[]
  const joined = <Item>(pick: (parts: FrameParts) => readonly Item[] | undefined) =>
    given.flatMap((each) => pick(each) ?? [])
  const parts: FrameParts = {
    ...Object.assign({}, ...given),
    portalNav: joined((each) => each.portalNav),
    footer: joined((each) => each.footer),
    banners: joined((each) => each.banners),
  }
  const { institution, themeHref, zone } = parts
  lastKnown.set(c.var.app, { institution, themeHref, zone })
  return parts
}

/** What every kind of page shares. */
export function settingOf(c: C, parts: FrameParts, options: PageOptions, home: string): Setting {
  const { locale, attempt } = c.var
  return {
    locale,
    institution: { ...(parts.institution ?? { name: framingWords[locale].unnamed }), href: home },
    theme: parts.theme,
    themeHref: parts.themeHref,
    alternate: otherLanguage(c),
    live: options.live && heardBy(c, options.live),
    flash: options.flash ?? parts.flash,
    refusal: attempt && inWords(attempt.refusal, c.var.app.grants),
  }
}

export async function staffFrame(c: C, options: PageOptions): Promise<Frame> {
  const [parts, groups] = await Promise.all([partsOf(c), groupsOf(c)])
  return {
    ...settingOf(c, parts, options, '/'),
    groups,
    home: groups[0]?.items[0]?.href ?? '/',
    person: parts.person && { ...parts.person, initials: initialsOf(parts.person.name) },
    notices: parts.notices,
    search: { action: '/encontrar', value: c.req.query('q') },
  }
}

export async function portalFrame(c: C, options: PortalOptions): Promise<PortalFrame> {
  const parts = await partsOf(c)
  const { baseUrl } = c.var.app.config
  const current = currentOf(
    c.req.path,
    (parts.portalNav ?? []).map(({ href }) => href),
  )
  return {
    ...settingOf(c, { ...parts, theme: undefined }, options, '/'),
    canonical: baseUrl + localised(options.canonical ?? c.req.path, c.var.locale),
    nav: (parts.portalNav ?? []).map((item) => ({ ...item, current: item.href === current })),
    search: c.req.path === '/' || c.req.path === '/buscar' ? undefined : { action: '/buscar' },
    contact: parts.contact ?? [],
    columns: columnsOf(parts.footer ?? []),
    desk: parts.person && { name: parts.person.name, record: options.record, asks: options.asks },
    colophon: parts.colophon ?? '',
  }
}

/** What brings no title of its own stands under the last one: a column of one link is no column. */
function columnsOf(given: readonly FooterColumn[]): readonly FooterColumn[] {
  const columns: FooterColumn[] = []
  for (const column of given) {
    const last = columns.at(-1)
    if (column.title !== undefined || !last) columns.push(column)
    else columns[columns.length - 1] = { ...last, items: [...last.items, ...column.items] }
  }
  return columns
}

const order = ['today', 'publish', 'sit', 'transparency', 'measure', 'report', 'administer'] as const

/** What the actor may open, by what people do. Hoy stands first, without a title. */
async function groupsOf(c: C): Promise<NavGroup[]> {
  const { app, actor, locale } = c.var
  const offered = app.modules.flatMap(({ nav }) => nav ?? []).filter(({ grant }) => holds(actor, grant))
  const current = currentOf(
    c.req.path,
    offered.map(({ href }) => href),
  )
  const counts = await Promise.all(offered.map((item) => item.count?.(app, actor)))
  const items = offered.map((item, at) => ({
    group: item.group,
    first: item.first ?? false,
    item: shown(item, counts[at], current, locale),
  }))
  return order.flatMap((group) => {
    const held = items
      .filter((each) => each.group === group)
      .toSorted((a, b) => Number(b.first) - Number(a.first))
      .map(({ item }) => item)
    const title = group === 'today' ? undefined : framingWords[locale].groups[group]
    return held.length > 0 ? [{ title, items: held }] : []
  })
}

const shown = (
  offered: Offered,
  count: number | undefined,
  current: string | undefined,
  locale: 'es' | 'en',
): NavItem => ({
  href: offered.href,
  label: offered.said[locale],
  icon: offered.icon in icons ? (offered.icon as IconName) : undefined,
  count,
  current: offered.href === current,
})

/** The address that this path stands at or under; the longest wins. */
function currentOf(path: string, hrefs: readonly string[]): string | undefined {
  const under = hrefs.filter((href) => path === href || path.startsWith(href === '/' ? '//' : `${href}/`))
  return under.toSorted((a, b) => b.length - a.length)[0]
}

/** The first letters of the first and the last of its words: `IC` for `Inés Carranza`. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('')
}
