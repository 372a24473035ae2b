import { type Actor, holds } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import type { Entry } from '#kernel/ledger'
import type { Subject } from '#kernel/module'
import { numbersIn, subjectsOf } from '#kernel/telling'
import type { Said } from '#kernel/words'
import { sectionsOf } from '../queries/sections.ts'
import type { PortalTables } from '../tables.ts'
import { words } from '../words.ts'

/** Where each kind of entry is seen, and with which grant. */
const places = {
  page: ['/portal/paginas', 'portal.compose'],
  section: ['/portal/secciones', 'portal.compose'],
  home: ['/portal/inicio', 'portal.publish'],
  notices: ['/portal/avisos', 'portal.publish'],
  broadcasts: ['/portal/transmisiones', 'portal.publish'],
  images: ['/portal/imagenes', 'portal.compose'],
  redirects: ['/portal/redirecciones', 'portal.compose'],
  rule: ['/administrar/regla-de-paginas', 'portal.rule'],
} as const

/** The page, section, notice or other piece of the portal that each of these entries is about. */
export async function abouts(
  reader: Reader,
  actor: Actor,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Subject>> {
  const named = await namesIn(reader, entries)
  const at = (place: keyof typeof places, id?: number) => {
    const [path, grant] = places[place]
    return holds(actor, grant) ? { href: id === undefined ? path : `${path}/${id}` } : {}
  }
  const part = (name: Exclude<keyof typeof places, 'page' | 'section'>): Subject => ({
    label: { es: words.es.staff.nav[name], en: words.en.staff.nav[name] },
    ...at(name),
  })
  return subjectsOf(entries, 'portal', (event, data) => {
    const [page, section] = [Number(data['page']), Number(data['section'])]
    if (named.pages.has(page)) return { label: named.pages.get(page) as Said, ...at('page', page) }
    if (named.sections.has(section)) return { label: named.sections.get(section) as Said, ...at('section', section) }
    const [piece = ''] = event.split('-')
    const title = named.pieces.get(`${piece}-${data[piece]}`)
    if (event.startsWith('broadcast')) return { ...part('broadcasts'), title }
    if (event.startsWith('notice')) return { ...part('notices'), title }
    if (event.startsWith('feature') || event === 'home-composed') return { ...part('home'), title }
    if (event.startsWith('redirect')) return part('redirects')
    if (event === 'image-kept') return part('images')
    return event === 'rule-set' ? part('rule') : undefined
  })
}

const titled = (es: string, en: string | null): Said => ({ es, en: en || es })

/** What everything that these entries name is called now. */
async function namesIn(reader: Reader, entries: readonly Entry[]) {
  const db = reader.tables<PortalTables>()
  const of = (field: string) => [0, ...numbersIn(entries, 'portal', field)]
  const [versions, sections, features, notices, broadcasts] = await Promise.all([
    db
      .selectFrom('portal.page_version')
      .select(['page_id', 'title_es', 'title_en'])
      .where('page_id', 'in', of('page'))
      .orderBy('number')
      .execute(),
    sectionsOf(reader),
    db.selectFrom('portal.feature').select(['id', 'title_es', 'title_en']).where('id', 'in', of('feature')).execute(),
    db.selectFrom('portal.notice').select(['id', 'text_es', 'text_en']).where('id', 'in', of('notice')).execute(),
    db
      .selectFrom('portal.broadcast')
      .select(['id', 'title_es', 'title_en'])
      .where('id', 'in', of('broadcast'))
      .execute(),
  ])
  return {
    pages: new Map(versions.map(({ page_id, title_es, title_en }) => [page_id, titled(title_es, title_en)])),
    sections: new Map(sections.map(({ id, titleEs, titleEn }) => [id, titled(titleEs, titleEn)])),
    pieces: new Map<string, Said>([
      ...features.map(({ id, title_es, title_en }) => [`feature-${id}`, titled(title_es, title_en)] as const),
      ...notices.map(({ id, text_es, text_en }) => [`notice-${id}`, titled(text_es, text_en)] as const),
      ...broadcasts.map(({ id, title_es, title_en }) => [`broadcast-${id}`, titled(title_es, title_en)] as const),
    ]),
  }
}
