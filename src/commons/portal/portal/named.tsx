import { Hono } from 'hono'
import type { Env, Routes } from '#kernel/module'
import { missing } from '#kernel/refusals'
import { PageHead, portalPage, SearchBox } from '#ui'
import { livePageAt } from '../queries/pages.ts'
import { redirectFor } from '../queries/redirects.ts'
import type { Section } from '../rules/tree.ts'
import { words } from '../words.ts'
import { feed } from './feed.ts'
import { fresh } from './fresh.ts'
import { pageView, versionsView, versionView } from './page.tsx'
import { isFor, sectionsFor } from './reader.ts'
import { sectionPage } from './section.tsx'
import type { C } from './speech.tsx'

/** Addresses that people gave: sections, pages, and where old ones lead. Asked when nobody else in the house answers. */
export const named: Routes = new Hono<Env>().get('*', fresh, async (c) => (await standing(c)) ?? elsewhere(c))

/** What stands at this address for this reader. */
async function standing(c: C): Promise<Response | undefined> {
  const parts = c.req.path.split('/').filter(Boolean)
  const tree = await sectionsFor(c)
  const { section, rest } = descend(tree, parts)
  if (rest.length === 0 && section) return sectionPage(c, tree, section)
  if (section?.audience === 'public' && rest.join('/') === 'novedades.atom') return feed(c, tree, section)
  const [slug, history, number] = rest
  if (!slug || rest.length > 3 || (history !== undefined && history !== 'versiones')) return undefined
  const live = await livePageAt(c.var.app, section, slug)
  if (!live || !isFor(c, live)) return undefined
  const place = { tree, section, live }
  if (history === undefined) return pageView(c, place)
  if (number === undefined) return versionsView(c, place)
  return /^[1-9]\d{0,8}$/.test(number) ? versionView(c, place, Number(number)) : undefined
}

/** Walks down the sections as far as the address goes. */
function descend(
  tree: readonly Section[],
  parts: readonly string[],
): { section: Section | undefined; rest: readonly string[] } {
  const byPath = new Map(tree.map((section) => [section.path, section]))
  for (let length = parts.length; length > 0; length--) {
    const section = byPath.get(`/${parts.slice(0, length).join('/')}`)
    if (section) return { section, rest: parts.slice(length) }
  }
  return { section: undefined, rest: parts }
}

/** Where it is now, that it is gone, or that it never was. */
async function elsewhere(c: C): Promise<Response> {
  const query = c.req.url.includes('?') ? c.req.url.slice(c.req.url.indexOf('?')) : ''
  const answer = await redirectFor(c.var.app, c.req.path + query)
  if (answer?.status === 301) return c.redirect(encodeURI(answer.target), 301)
  if (!answer) throw missing()
  const said = words[c.var.locale].portal
  c.status(410)
  return portalPage(
    c,
    { title: said.goneTitle, hidden: true },
    <>
      <PageHead title={said.goneTitle} below={said.goneText} large />
      <SearchBox action="/buscar" placeholder={said.searchHint} />
    </>,
  )
}
