import { institutionOf } from '#commons/directory'
import { answerDocument } from '#kernel/documents'
import type { PublicItem } from '#kernel/module'
import { localised } from '#kernel/pure/localised'
import { branchOf, type Section } from '../rules/tree.ts'
import { words } from '../words.ts'
import { newestFirst } from './reader.ts'
import { type C, sectionTitle } from './speech.tsx'
import { escapeXml } from './xml.ts'

const mostEntries = 50

/** What is new as Atom (RFC 4287). A feed is read by machines without a session: it holds only what is public. */
export async function feed(c: C, tree: readonly Section[] = [], section?: Section): Promise<Response> {
  const { app, locale } = c.var
  const asked = section ? { sections: branchOf(tree, section.id).map(({ id }) => id) } : {}
  const ask = { ...asked, locale, limit: mostEntries, intranet: false }
  const lists = await Promise.all(app.modules.map((module) => module.publicLists?.(app, ask) ?? []))
  const items = lists.flat().toSorted(newestFirst).slice(0, mostEntries)
  const name = (await institutionOf(app))?.name[locale] ?? 'Pregonero'
  const place = section ? sectionTitle(locale, section).text : name
  c.header('cache-control', 'public, max-age=300')
  const told = { title: words[locale].portal.feedOf(place), name, page: section?.path ?? '/novedades', items }
  return answerDocument(c, atom(c, told), 'application/atom+xml; charset=utf-8')
}

interface Feed {
  readonly title: string
  readonly name: string
  /** The page that shows the same. */
  readonly page: string
  readonly items: readonly PublicItem[]
}

function atom(c: C, { title, name, page, items }: Feed): string {
  const { app, locale } = c.var
  const absolute = (path: string) => escapeXml(app.config.baseUrl + encodeURI(localised(path, locale)))
  // An empty feed has not changed since any moment in particular; the beginning of time is as good as another.
  const updated = (items[0]?.at ?? new Date(0)).toISOString()
  const entries = items.map(
    (item) => `<entry>
<id>${absolute(item.href)}#${item.id}-${item.at.getTime()}</id>
<title${item.lang ? ` xml:lang="${item.lang}"` : ''}>${escapeXml(item.title)}</title>
<updated>${item.at.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${absolute(item.href)}"/>
<summary>${escapeXml([item.meta, ...item.formats].filter(Boolean).join(' · '))}</summary>
</entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
<id>${absolute(c.req.path)}</id>
<title>${escapeXml(title)}</title>
<updated>${updated}</updated>
<author><name>${escapeXml(name)}</name></author>
<link rel="self" type="application/atom+xml" href="${absolute(c.req.path)}"/>
<link rel="alternate" type="text/html" href="${absolute(page)}"/>
${entries.join('\n')}
</feed>
`
}
