import { areaNames, institutionOf, zoneOf } from '#commons/directory'
import { blobsOf } from '#commons/files'
import { ancestorsOf, findSection, sectionsOf } from '#commons/portal'
import { reaches } from '#kernel/actor'
import { localDateOf, longDate } from '#kernel/pure/dates'
import type { Locale } from '#kernel/words'
import { DocumentHead, Notice, portalPage, State, WithAside } from '#ui'
import { type Edition, filesOfEditions, type PublicDocument, verificationOf } from '../queries/public.ts'
import { portalWords } from '../words/portal.ts'
import { words } from '../words.ts'
import { Beside, mainDownload } from './beside.tsx'
import { citedOf } from './citations.ts'
import { asked, type C, editionAsked, editionsFor, wasObjectedTo } from './finding.ts'
import { gone, objectedTo } from './gone.tsx'
import { Cite, Past } from './past.tsx'
import { Beginning } from './preview.tsx'
import { mayOpen, type Standing, standingOf } from './standing.ts'

/** `/documentos/{key}`: the document as it is in force. */
export async function documentPage(c: C): Promise<Response> {
  const document = await asked(c)
  return document.readable ? shown(c, document, document.current) : gone(c, document)
}

/** `/documentos/{key}/v/{n}`: one edition, for ever. */
export async function versionPage(c: C): Promise<Response> {
  const document = await asked(c)
  if (!document.readable) return gone(c, document)
  return wasObjectedTo(c, document) ? objectedTo(c, document) : shown(c, document, editionAsked(c, document))
}

/** Everything that one page of a document says. */
export interface Showing {
  readonly document: PublicDocument
  readonly edition: Edition
  readonly editions: readonly Edition[]
  readonly files: Awaited<ReturnType<typeof filesOfEditions>>
  /** What the library learnt of the files of this edition. */
  readonly blobs: Awaited<ReturnType<typeof blobsOf>>
  readonly standing: Standing
  readonly verification: Awaited<ReturnType<typeof verificationOf>>
  readonly cited: Awaited<ReturnType<typeof citedOf>>
  readonly area: string
  readonly section: { readonly title: string; readonly path: string } | undefined
  readonly licence: string
  readonly zone: string
  readonly locale: Locale
}

async function shown(c: C, document: PublicDocument, edition: Edition): Promise<Response> {
  const showing = await gather(c, document, edition)
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
        {await Beginning({ c, showing })}
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

async function gather(c: C, document: PublicDocument, edition: Edition): Promise<Showing> {
  const { app, locale } = c.var
  const editions = editionsFor(c, document)
  const [files, standing, verification, cited, areas, section, institution, zone] = await Promise.all([
    filesOfEditions(app, editions),
    standingOf(app, edition),
    verificationOf(app, edition),
    citedOf(app, document, edition, locale),
    areaNames(app, [edition.area_id]),
    findSection(app, edition.section_id),
    institutionOf(app),
    zoneOf(app),
  ])
  const own = (files.get(edition.id) ?? []).map(({ sha256 }) => sha256)
  return {
    ...{ document, edition, editions, files, standing, verification, cited, zone, locale },
    blobs: await blobsOf(app, own),
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
