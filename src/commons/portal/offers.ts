import type { Context } from 'hono'
import { zoneOf } from '#commons/directory'
import type { App } from '#kernel/app'
import type { Reader } from '#kernel/database'
import type { Env, PublicAsk, PublicItem, Searchable } from '#kernel/module'
import { longDateTime } from '#kernel/pure/dates'
import type { Said } from '#kernel/words'
import type { FrameParts } from '#ui'
import { hashOf } from './commands/content.ts'
import { isFor } from './portal/reader.ts'
import { sectionTitle, spoken } from './portal/speech.tsx'
import { homeOf, noticesAt } from './queries/home.ts'
import { livePages, type Title } from './queries/pages.ts'
import { sectionsOf } from './queries/sections.ts'
import { opening, plainOf } from './rules/rich-text.ts'
import type { PortalTables } from './tables.ts'
import { say, words } from './words.ts'

// What the portal lays into the slots of the house.

const mostInMasthead = 6

/** The masthead, the foot, and what must be said above every page. */
export async function frame(c: Context<Env>): Promise<FrameParts & Readonly<Record<string, unknown>>> {
  const { app, locale } = c.var
  const said = words[locale].portal
  const [tree, pages, setting, notices, zone, newest] = await Promise.all([
    sectionsOf(app),
    livePages(app),
    homeOf(app),
    noticesAt(app, app.clock()),
    zoneOf(app),
    newestOf(app),
  ])
  const top = tree.filter((section) => section.depth === 1 && isFor(c, section)).slice(0, mostInMasthead)
  const link = (each: { path: string; titleEs: string; titleEn: string | null }) => ({
    href: each.path,
    label: sectionTitle(locale, each).text,
  })
  const changed = latest([newest, setting.setAt])
  const aboutPortal = pages.filter(({ sectionId }) => sectionId === null)
  return {
    portalNav: top.map((each) => ({ href: each.path, label: sectionTitle(locale, each).text })),
    footer: [
      { title: said.consult, items: [{ href: '/novedades', label: said.newsTitle }, ...top.map(link)] },
      { title: said.thisPortal, items: [...aboutPortal.map(link), { href: '/mapa-del-sitio', label: said.siteMap }] },
    ],
    colophon:
      changed &&
      said.colophon(spoken(locale, setting.colophonEs, setting.colophonEn).text, longDateTime(changed, zone, locale)),
    banners: notices
      .filter(({ kind }) => kind !== 'informative' || c.req.path === '/')
      .map(({ kind, href, text_es, text_en }) => ({
        ...spoken(locale, text_es, text_en),
        tone: tones[kind],
        href: href || undefined,
      })),
  }
}

const newest = new WeakMap<App, { readonly version: string; readonly at: Promise<Date | undefined> }>()

/** When the newest public thing went live, whichever module holds it; asked again when one of them shows another. */
function newestOf(app: App): Promise<Date | undefined> {
  const version = app.pages.version()
  const known = newest.get(app)
  if (known?.version === version) return known.at
  const ask = { locale: 'es', limit: 1, intranet: false } as const
  const lists = app.modules.map((module) => module.publicLists?.(app, ask) ?? [])
  const at = Promise.all(lists).then((found) => latest(found.flat().map((item) => item.at)))
  newest.set(app, { version, at })
  at.catch(() => newest.delete(app))
  return at
}

const tones = { emergency: 'bad', interruption: 'warn', informative: 'info' } as const
const latest = (dates: readonly (Date | undefined)[]): Date | undefined =>
  dates.reduce((last, each) => (each && (!last || each > last) ? each : last), undefined)

/** Published pages, as part of what is new. */
export async function publicLists(reader: Reader, ask: PublicAsk): Promise<readonly PublicItem[]> {
  const [pages, tree] = [await livePages(reader), await sectionsOf(reader)]
  const titles = new Map(tree.map((section) => [section.id, sectionTitle(ask.locale, section).text]))
  return pages
    .filter((page) => isListed(page, ask))
    .map((page) => itemOf(page, titles.get(page.sectionId ?? 0), ask))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id)
    .slice(0, ask.limit)
}

function isListed(
  { audience, sectionId, publishedAt: at, page }: Title,
  { sections, before, intranet }: PublicAsk,
): boolean {
  if (audience !== 'public' && !intranet) return false
  if (sections && (sectionId === null || !sections.includes(sectionId))) return false
  if (!before) return true
  return at < before.at || (at.getTime() === before.at.getTime() && page < before.id)
}

function itemOf(page: Title, section: string | undefined, { locale }: PublicAsk): PublicItem {
  const { text, lang } = sectionTitle(locale, page)
  return {
    ...{ id: page.page, at: page.publishedAt, href: page.path, title: text, formats: ['HTML'] },
    ...(lang ? { lang } : {}),
    meta: section ?? words[locale].staff.page,
    ...(page.sectionId === null ? {} : { sectionId: page.sectionId }),
  }
}

export async function* sitemap(reader: Reader): AsyncGenerator<{ readonly path: string; readonly at: Date }> {
  const [tree, pages] = [await sectionsOf(reader), await livePages(reader)]
  const open = pages.filter(({ audience }) => audience === 'public')
  const changed = latest(open.map(({ publishedAt }) => publishedAt)) ?? new Date(0)
  for (const path of ['/', '/novedades', '/mapa-del-sitio']) yield { path, at: changed }
  for (const { path, audience } of tree) if (audience === 'public') yield { path, at: changed }
  for (const { path, publishedAt } of open) yield { path, at: publishedAt }
}

/** Pages and sections, for the search. */
export async function* searchables(reader: Reader, since?: Date): AsyncGenerator<Searchable> {
  const db = reader.tables<PortalTables>()
  const [tree, pages] = [await sectionsOf(reader), await livePages(reader)]
  for (const page of pages) {
    if (since && page.publishedAt < since) continue
    const { body_es, body_en } = await db
      .selectFrom('portal.page_version')
      .select(['body_es', 'body_en'])
      .where('page_id', '=', page.page)
      .where('number', '=', page.number)
      .executeTakeFirstOrThrow()
    const body = [page.titleEn ?? '', plainOf(body_es), plainOf(body_en ?? '')].join('\n').trim()
    const { titleEs: title, titleEn } = page
    const about = { kind: 'portal.page', key: String(page.page), href: page.path, title, titleEn }
    yield { ...about, summary: opening(body_es), body, at: page.publishedAt, audience: page.audience }
  }
  const opened = since
    ? []
    : await db.selectFrom('portal.section').select(['id', 'opened_at']).where('closed_at', 'is', null).execute()
  for (const { id, opened_at: at } of opened) {
    const section = tree.find((each) => each.id === id)
    if (!section) continue
    const { titleEs: title, titleEn } = section
    const about = { kind: 'portal.section', key: String(section.id), href: section.path, title, titleEn }
    const body = [section.titleEn ?? '', section.summaryEn].join('\n').trim()
    yield { ...about, summary: section.summaryEs, body, at, audience: section.audience }
  }
}

/** Pictures of the library are kept: a withdrawn page may be published again. */
export async function holds(reader: Reader, hashes: readonly string[]): Promise<readonly string[]> {
  if (hashes.length === 0) return []
  const db = reader.tables<PortalTables>()
  const rows = await db.selectFrom('portal.image').select('sha256').where('sha256', 'in', hashes).execute()
  return rows.map(({ sha256 }) => sha256)
}

/** What is published is still what its author wrote and another person read. */
export async function* verify(app: App): AsyncGenerator<Said> {
  const rows = await app.tables<PortalTables>().selectFrom('portal.page_version').selectAll().orderBy('id').execute()
  for (const { page_id, number, hash, title_es, body_es, title_en, body_en } of rows) {
    const found = hashOf({ titleEs: title_es, bodyEs: body_es, titleEn: title_en, bodyEn: body_en })
    if (found !== hash) yield say((words) => words.pageAltered(`${page_id}/${number}`))
  }
}
