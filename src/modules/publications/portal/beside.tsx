import { fitsBundle } from '#commons/files'
import { localDateOf, longDate, longDateTime } from '#kernel/pure/dates'
import { bytes } from '#kernel/pure/numbers'
import { CopyButton, GetFile, Hash, type Pair, Pairs, SectionTitle, Toned, VerifyFile } from '#ui'
import { extensionOf, type PublicFile } from '../queries/public.ts'
import { portalWords } from '../words/portal.ts'
import type { Showing } from './document.tsx'

/** The files to take, how to check a copy, and the facts of the record. */
export const Beside = ({ showing }: { showing: Showing }) => {
  const { edition, files, locale } = showing
  const own = files.get(edition.id) ?? []
  return (
    <>
      {own.length > 0 && <Take showing={showing} files={own} />}
      {own.length > 0 && <Verify showing={showing} files={own} />}
      <section class="stack stack--s">
        <SectionTitle title={portalWords[locale].sheet} />
        <Pairs items={factsOf(showing)} />
      </section>
    </>
  )
}

interface WithFiles {
  readonly showing: Showing
  readonly files: readonly PublicFile[]
}

/** The one thing to take: the only file, or all of them together. */
export function mainDownload({ document, edition, files, locale }: Showing) {
  const own = files.get(edition.id) ?? []
  const said = portalWords[locale]
  const at = `/documentos/${document.key}/v/${edition.version}`
  const [first] = own
  if (!first) return undefined
  const size = bytes(own.reduce((sum, file) => sum + file.bytes, 0))
  if (own.length === 1) {
    const format = extensionOf(first.public_name)
    return { href: `${at}/${first.public_name}?descargar`, label: said.download(format), size }
  }
  return fitsBundle(own) ? { href: `${at}/todo`, label: said.downloadAll, size } : undefined
}

const Take = ({ showing, files }: WithFiles) => {
  const { document, edition, blobs, locale } = showing
  const said = portalWords[locale]
  const items = files.map((file) => {
    const pages = blobs.get(file.sha256)?.pages
    return {
      format: extensionOf(file.public_name).slice(0, 4),
      name: file.title || file.public_name,
      href: `/documentos/${document.key}/v/${edition.version}/${file.public_name}`,
      meta: [bytes(file.bytes), pages && said.pages(pages)].filter(Boolean).join(' · '),
    }
  })
  const main = mainDownload(showing)
  const download = main && { href: main.href, label: files.length > 1 ? `${main.label}, ${main.size}` : main.label }
  return <GetFile files={items} download={download} allFiles={said.moreFiles(files.length)} />
}

/** The fingerprint of each file. A reader's own copy is compared here without sending it anywhere. */
const Verify = ({ showing, files }: WithFiles) => {
  const { document, edition, standing, locale, zone } = showing
  const said = portalWords[locale]
  const [lone] = files.length === 1 ? files : []
  const date = standing.at && longDate(localDateOf(standing.at, zone), locale)
  return (
    <section class="stack stack--s">
      <SectionTitle title={said.verify} />
      <p>
        {said.verifyText} {said.standing[standing.how](date ?? '')}
      </p>
      {lone ? <Hash value={lone.sha256} /> : <Hashes files={files} title={said.hashesOf(files.length)} />}
      <div class="row check">
        {lone && <CopyButton text={lone.sha256} />}
        <VerifyFile files={files.map(({ sha256, public_name }) => ({ sha256, name: public_name }))} />
      </div>
      <HowTo name={lone?.public_name} showing={showing} />
      {standing.verifiedAt && (
        <p>
          <Toned
            tone="ok"
            icon="circle-check"
            word={said.verifiedOutside(longDateTime(standing.verifiedAt, zone, locale), standing.how === 'approved')}
          />
        </p>
      )}
      <p>
        <a href={`/documentos/${document.key}/v/${edition.version}/prueba.json`}>{said.proof}</a>
      </p>
    </section>
  )
}

const Hashes = ({ files, title }: { files: readonly PublicFile[]; title: string }) => (
  <details>
    <summary>{title}</summary>
    <ul class="hashes">
      {files.map(({ sha256, public_name }) => (
        <li>
          {public_name}
          <Hash value={sha256} />
        </li>
      ))}
    </ul>
  </details>
)

/** Of several files, the list of fingerprints that comes with all of them is checked at once. */
const HowTo = ({ name, showing: { locale } }: { name: string | undefined; showing: Showing }) => {
  const said = portalWords[locale]
  return (
    <details>
      <summary>{said.howTo}</summary>
      <p>{said.howToWindows}</p>
      <pre>
        <code>Get-FileHash {name ? `.\\${name}` : '*'}</code>
      </pre>
      <p>{said.howToOthers}</p>
      <pre>
        <code>shasum -a 256 {name ?? '-c SHA256SUMS'}</code>
      </pre>
    </details>
  )
}

function factsOf({ document, edition, editions, standing, area, section, ...showing }: Showing): readonly Pair[] {
  const { licence, zone, locale } = showing
  const said = portalWords[locale]
  const dateOf = (at: Date) => longDate(localDateOf(at, zone), locale)
  const former = editions.find(({ version }) => version === edition.version - 1)
  const facts: (Pair | false)[] = [
    { term: said.area, value: area },
    section !== undefined && { term: said.section, value: <a href={section.path}>{section.title}</a> },
    edition.ground_reference !== '' && { term: said.ground, value: edition.ground_reference },
    { term: said.folio, value: standing.folio },
    standing.at !== undefined && {
      term: standing.how === 'ratified' ? said.ratified : said.approved,
      value: dateOf(standing.at),
    },
    standing.how === 'pending' && { term: said.ratification, value: said.pending },
    edition.valid_until !== null && { term: said.validUntil, value: longDate(edition.valid_until, locale) },
    { term: said.review, value: longDate(edition.review_on, locale) },
    edition.confirmed_at !== null && { term: said.confirmed, value: dateOf(edition.confirmed_at) },
    former !== undefined && {
      term: said.replaces,
      value: (
        <a href={`/documentos/${document.key}/v/${former.version}`}>
          {said.versionOf(former.version, dateOf(former.published_at))}
        </a>
      ),
    },
    { term: said.firstPublished, value: dateOf(document.firstPublishedAt) },
    licence !== '' && { term: said.licence, value: licence },
  ]
  return facts.filter((fact) => fact !== false)
}
