import { z } from 'zod'
import { holds } from '#kernel/actor'
import { id, optional, text, whole } from '#kernel/fields'
import { resource } from '#kernel/module'
import { cut, cutWhole, paged, pageOf } from '#kernel/paging'
import { missing } from '#kernel/refusals'
import { comingBroadcasts } from './queries/broadcasts.ts'
import { homeOf, listImages, listNotices, samePersonRule, standingFeatures } from './queries/home.ts'
import { findPage, findVersion, listPages, versionsOf } from './queries/pages.ts'
import { standingRedirects } from './queries/redirects.ts'
import { sectionsOf } from './queries/sections.ts'
import type { PortalTables } from './tables.ts'

const compose = 'portal.compose'
const publish = 'portal.publish'
const iso = (at: Date | null) => at?.toISOString() ?? null

export const sections = resource('/sections', {
  name: 'portal.list-sections',
  summary:
    'The tree of sections, in order: the public ones, open to everyone, and those of the intranet for its people.',
  grant: undefined,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        ...{ id: z.number(), path: z.string(), titleEs: z.string(), titleEn: z.string().nullable() },
        ...{ parent: z.number().nullable(), depth: z.number(), portal: z.string(), version: z.number() },
      }),
    ),
  }),
  async read(app, _, actor) {
    const inside = holds(actor, 'intranet.read')
    const tree = (await sectionsOf(app)).filter(({ audience }) => inside || audience === 'public')
    return {
      items: tree.map(({ id, path, titleEs, titleEn, parentId, depth, portal, version }) => ({
        ...{ id, path, titleEs, titleEn, parent: parentId, depth, portal, version },
      })),
    }
  },
})

const shortcut = z.object({ label: z.string(), href: z.string() })
const between = { from: z.string(), until: z.string() }

export const home = resource('/home', {
  name: 'portal.get-home',
  summary: 'The home page as its staff composed it: its words, features and the broadcasts to come.',
  grant: publish,
  input: z.object({}),
  output: z.object({
    ...{ leadEs: z.string(), leadEn: z.string(), searchesEs: z.array(shortcut), searchesEn: z.array(shortcut) },
    ...{ colophonEs: z.string(), colophonEn: z.string(), securityContact: z.string() },
    features: z.array(
      z.object({ id: z.number(), titleEs: z.string(), titleEn: z.string().nullable(), href: z.string() }),
    ),
    broadcasts: z.array(
      z.object({ id: z.number(), titleEs: z.string(), titleEn: z.string(), href: z.string(), ...between }),
    ),
  }),
  async read(app) {
    const db = app.tables<PortalTables>()
    const [{ setAt: _, searchesEs, searchesEn, ...words }, features, coming] = await Promise.all([
      homeOf(app),
      standingFeatures(db),
      comingBroadcasts(app, app.clock()),
    ])
    return {
      ...{ ...words, searchesEs: [...searchesEs], searchesEn: [...searchesEn] },
      features: features.map(({ id, title_es, title_en, href }) => ({
        id,
        titleEs: title_es,
        titleEn: title_en,
        href,
      })),
      broadcasts: coming.map(({ id, title_es, title_en, href, from_at, until_at }) => ({
        ...{ id, titleEs: title_es, titleEn: title_en, href },
        ...{ from: from_at.toISOString(), until: until_at.toISOString() },
      })),
    }
  },
})

export const notices = resource('/home/notices', {
  name: 'portal.list-notices',
  summary: 'Notices put above the portal, newest first.',
  grant: publish,
  input: z.object(paged),
  output: pageOf(
    z.object({
      ...{ id: z.number(), kind: z.string(), textEs: z.string(), textEn: z.string(), href: z.string(), ...between },
      retiredAt: z.string().nullable(),
    }),
  ),
  read: async (app, input) =>
    cutWhole(
      await listNotices(app.tables<PortalTables>()),
      input,
      ({ id, kind, text_es, text_en, href, from_at, until_at, retired_at }) => ({
        ...{ id, kind, textEs: text_es, textEn: text_en, href, retiredAt: iso(retired_at) },
        ...{ from: from_at.toISOString(), until: until_at.toISOString() },
      }),
    ),
})

export const images = resource('/home/images', {
  name: 'portal.list-images',
  summary: 'Pictures that pages and features may show, the last kept first.',
  grant: compose,
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        ...{ sha256: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() },
        ...{ width: z.number(), height: z.number(), keptAt: z.string() },
      }),
    ),
  }),
  async read(app) {
    const rows = await listImages(app.tables<PortalTables>())
    return {
      items: rows.map(({ sha256, name, media_type, bytes, width, height, kept_at }) => ({
        ...{ sha256, name, mediaType: media_type, bytes, width, height, keptAt: kept_at.toISOString() },
      })),
    }
  },
})

export const pages = resource('/pages', {
  name: 'portal.list-pages',
  summary: 'Pages with their newest version and the published one, the last opened first.',
  grant: compose,
  input: z.object(paged),
  output: pageOf(
    z.object({
      ...{ id: z.number(), titleEs: z.string(), section: z.number().nullable(), slug: z.string() },
      ...{ newest: z.number(), published: z.number().nullable(), withdrawnAt: z.string().nullable() },
    }),
  ),
  read: async (app, input) =>
    cutWhole(
      await listPages(app.tables<PortalTables>()),
      input,
      ({ id, title_es, section_id, slug, number, standing, withdrawn_at }) => ({
        ...{ id, titleEs: title_es, section: section_id, slug, newest: number, published: standing },
        withdrawnAt: iso(withdrawn_at),
      }),
    ),
})

const versionShape = z.object({
  ...{ number: z.number(), titleEs: z.string(), hash: z.string(), author: z.string(), writtenAt: z.string() },
  ...{ publishedAt: z.string().nullable(), supersededAt: z.string().nullable() },
})
type Version = Awaited<ReturnType<typeof versionsOf>>[number]
type Dated = Pick<Version, 'number' | 'title_es' | 'hash' | 'author' | 'written_at' | 'published_at' | 'superseded_at'>
const shapeOf = ({ number, title_es, hash, author, written_at, published_at, superseded_at }: Dated) => ({
  ...{ number, titleEs: title_es, hash, author, writtenAt: written_at.toISOString() },
  ...{ publishedAt: iso(published_at), supersededAt: iso(superseded_at) },
})

export const page = resource('/pages/:page', {
  name: 'portal.get-page',
  summary: 'One page with every version of it, newest first, without their texts.',
  grant: compose,
  input: z.object({ page: id }),
  output: z.object({ id: z.number(), slug: z.string(), version: z.number(), versions: z.array(versionShape) }),
  async read(app, { page: asked }) {
    const db = app.tables<PortalTables>()
    const [found, versions] = await Promise.all([findPage(db, asked), versionsOf(db, asked)])
    if (!found) throw missing()
    return { id: found.id, slug: found.slug, version: found.version, versions: versions.map(shapeOf) }
  },
})

export const version = resource('/pages/:page/versions/:number', {
  name: 'portal.get-version',
  summary: 'One version of a page, with its text.',
  grant: compose,
  input: z.object({ page: id, number: whole(1, 1_000_000) }),
  output: versionShape.extend({
    ...{ bodyEs: z.string(), titleEn: z.string().nullable(), bodyEn: z.string().nullable() },
  }),
  async read(app, { page: asked, number }) {
    const found = await findVersion(app.tables<PortalTables>(), asked, number)
    if (!found) throw missing()
    return { ...shapeOf(found), bodyEs: found.body_es, titleEn: found.title_en, bodyEn: found.body_en }
  },
})

export const redirects = resource('/redirects', {
  name: 'portal.list-redirects',
  summary: 'Addresses that lead elsewhere or are gone, the newest first; `holding` narrows them by their text.',
  grant: compose,
  input: z.object({ holding: optional(text(200)), ...paged }),
  output: pageOf(
    z.object({ id: z.number(), from: z.string(), to: z.string().nullable(), kind: z.string(), since: z.string() }),
  ),
  async read(app, { holding, after, limit }) {
    const rows = await standingRedirects(app.tables<PortalTables>(), holding, { below: after, limit: limit + 1 })
    const shape = ({ id, old_path, target_path, kind, created_at }: (typeof rows)[number]) => ({
      ...{ id, from: old_path, to: target_path, kind, since: created_at.toISOString() },
    })
    return cut(rows, limit, shape, ({ id }) => id)
  },
})

export const rule = resource('/portal-rules/same-person', {
  name: 'portal.get-rule',
  summary: "The institution's written rule on publishing one's own text, if it has one.",
  grant: 'portal.rule',
  input: z.object({}),
  output: z.object({ allowed: z.boolean(), source: z.string() }),
  read: async (app) => (await samePersonRule(app.tables<PortalTables>())) ?? { allowed: false, source: '' },
})
