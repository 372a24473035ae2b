import { areaNames, institutionOf, zoneOf } from '#commons/directory'
import { ancestorsOf, findSection, sectionsOf } from '#commons/portal'
import { reaches } from '#kernel/actor'
import { localDateOf, longDate } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import type { Locale } from '#kernel/words'
import { DocumentHead, Notice, portalPage, State, WithAside } from '#ui'
import type { Edition, PublicDocument } from '../queries/public.ts'
import { portalWords } from '../words/portal.ts'
import { words } from '../words.ts'
import { Beside, mainDownload } from './beside.tsx'
import { citedOf } from './citations.ts'
import { type C, editionsFor, isFor, wasObjectedTo } from './finding.ts'
import { gone, objectedTo } from './gone.tsx'
import { Cite, Past } from './past.tsx'
import { Beginning } from './preview.tsx'
import { type Sheet, sheetOf } from './sheet.ts'
import { mayOpen } from './standing.ts'

/** `/documentos/{key}`: the document as it is in force. */
export const documentPage = (c: C): Promise<Response> => shown(c, '')

/** `/documentos/{key}/v/{n}`: one edition, for ever. */
export const versionPage = (c: C): Promise<Response> => shown(c, String(Number(c.req.param('number'))))

/** Everything that one page of a document says. */
export interface Showing extends Sheet {
  /** Those that this reader may see. */
  readonly editions: readonly Edition[]
  readonly cited: Awaited<ReturnType<typeof citedOf>>
  readonly area: string
  readonly section: { readonly title: string; readonly path: string } | undefined
  readonly licence: string
  readonly zone: string
  readonly locale: Locale
}

async function shown(c: C, version: string): Promise<Response> {
  const sheet = await sheetOf(c.var.app, `${c.req.param('key')}/${version}`)
  if (!sheet || !isFor(c, sheet.document.current)) throw missing()
  const { document, edition } = sheet
  if (!document.readable) return gone(c, document)
  if (version && wasObjectedTo(c, document)) return objectedTo(c, document)
  if (edition.ended_at !== null || !isFor(c, edition)) throw missing()
  const showing = await gather(c, sheet)
  const { locale, zone } = showing
  const said = portalWords[locale]
  const main = mainDownload(showing)
  const date = longDate(localDateOf(edition.published_at, zone), locale)
  return portalPage(
    c,
    {
      title: edition.title,
      description: edition.summary,
      live: 'public.publications',
      hidden: edition.portal === 'intranet' || edition !== document.current,
      crumbs: await crumbsOf(c, edition),
      record: mayOpen(c.var.actor, showing.standing)
        ? { href: `/solicitudes/${showing.standing.folio}`, label: said.record(showing.standing.folio) }
        : undefined,
      asks: asksOf(c, document, edition),
    },
    <>
      <Warnings showing={showing} />
      <DocumentHead
        title={edition.title}
        state={<InForce showing={showing} />}
        facts={[
          ...(edition.ground_kind === 'other' ? [] : [words[locale].grounds[edition.ground_kind]]),
          ...[said.version(edition.version), said.publishedOn(date)],
        ]}
        summary={edition.summary}
        download={main && { href: main.href, label: `${main.label}, ${main.size}` }}
      />
      <WithAside wideAside asideLabel={said.beside} aside={<Beside showing={showing} />}>
        <Beginning showing={showing} />
        <Past showing={showing} />
        <Cite showing={showing} />
      </WithAside>
    </>,
  )
}

/** What a liaison of its area may ask of what readers see now. */
function asksOf(c: C, { key, withdrawal, current }: PublicDocument, edition: Edition) {
  const { actor, locale } = c.var
  if (edition !== current || withdrawal || !reaches(actor, 'publications.request', edition.area_id)) return []
  return (['update', 'correct-metadata', 'withdraw'] as const).map((kind) => ({
    href: `/solicitudes/nueva?tipo=${kind}&documento=${key}`,
    label: words[locale].kinds[kind],
  }))
}

async function gather(c: C, sheet: Sheet): Promise<Showing> {
  const { app, locale } = c.var
  const { document, edition } = sheet
  const [cited, areas, section, institution, zone] = await Promise.all([
    citedOf(app, document, edition, locale),
    areaNames(app, [edition.area_id]),
    findSection(app, edition.section_id),
    institutionOf(app),
    zoneOf(app),
  ])
  return {
    ...{ ...sheet, editions: editionsFor(c, document), cited, zone, locale },
    area: areas.get(edition.area_id)?.name[locale] ?? '',
    section: section && { title: (locale === 'en' && section.titleEn) || section.titleEs, path: section.path },
    licence: institution?.licence ?? '',
  }
}

async function crumbsOf(c: C, { section_id }: Edition) {
  const tree = await sectionsOf(c.var.app)
  const section = tree.find(({ id }) => id === section_id)
  const steps = section ? [...ancestorsOf(tree, section), section] : []
  return steps.map(({ path, titleEs, titleEn }) => ({
    href: path,
    label: (c.var.locale === 'en' && titleEn) || titleEs,
  }))
}

/** Why the reader should look twice: another edition is in force, or none is, or nobody else has confirmed this one. */
const Warnings = ({ showing: { document, edition, standing, zone, locale } }: { showing: Showing }) => {
  const said = portalWords[locale]
  const { withdrawal } = document
  const date = longDate(localDateOf(edition.published_at, zone), locale)
  return (
    <>
      {standing.how === 'pending' && (
        <Notice tone="warn">
          <p>{said.urgent(standing.by ?? '', date)}</p>
        </Notice>
      )}
      {withdrawal && (
        <Notice tone="warn">
          <p>
            {said.withdrawn[withdrawal.reason]} {withdrawal.note}
          </p>
        </Notice>
      )}
      {edition !== document.current && (
        <Notice tone="warn">
          <p>
            {said.newer} <a href={`/documentos/${document.key}`}>{said.seeCurrent}</a>
          </p>
        </Notice>
      )}
    </>
  )
}

const InForce = ({ showing: { document, edition, standing, locale } }: { showing: Showing }) => {
  const said = portalWords[locale]
  if (edition !== document.current) return <State tone="warn" word={said.formerVersion} />
  if (document.withdrawal) return <State tone="warn" word={said.noLongerInForce} />
  if (standing.how === 'pending') return <State tone="warn" icon="clock-alert" word={said.toRatify} />
  return <State tone="ok" icon="circle-check" word={said.inForce} />
}
