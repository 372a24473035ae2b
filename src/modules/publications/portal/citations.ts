import { institutionOf, zoneOf } from '#commons/directory'
import type { App } from '#kernel/app'
import { localDateOf } from '#kernel/pure/dates'
import type { Locale } from '#kernel/words'
import type { Edition, PublicDocument } from '../queries/public.ts'
import { bibtexOf, type Cited, risOf } from '../rules/citation.ts'
import { asked, type C } from './finding.ts'
import { gone } from './gone.tsx'

export async function citedOf(app: App, { key }: PublicDocument, edition: Edition, locale: Locale): Promise<Cited> {
  const [institution, zone] = await Promise.all([institutionOf(app), zoneOf(app)])
  return {
    institution: institution?.name[locale] ?? '',
    year: localDateOf(edition.published_at, zone).slice(0, 4),
    title: edition.title,
    version: edition.version,
    address: `${app.config.baseUrl}/documentos/${key}/v/${edition.version}`,
    key,
  }
}

/** The citation for a reference manager. */
export async function citation(c: C): Promise<Response> {
  const document = await asked(c)
  if (!document.readable) return gone(c, document)
  const cited = await citedOf(c.var.app, document, document.current, c.var.locale)
  const format = c.req.param('citation') === 'cita.bib' ? 'bib' : 'ris'
  c.header(
    'content-type',
    format === 'bib' ? 'application/x-bibtex; charset=utf-8' : 'application/x-research-info-systems',
  )
  c.header('content-disposition', `attachment; filename="${document.key}.${format}"`)
  return c.body(format === 'bib' ? bibtexOf(cited) : risOf(cited))
}
