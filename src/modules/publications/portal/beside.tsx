import { localDateOf, longDate, longDateTime } from '#kernel/pure/dates'
import { bytes } from '#kernel/pure/numbers'
import { CopyButton, FileList, GetFile, Hash, type Pair, Pairs, SectionTitle, Toned, VerifyFile } from '#ui'
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

const Take = ({ showing: { document, edition, locale }, files }: WithFiles) => {
  const at = (file: PublicFile) => `/documentos/${document.key}/v/${edition.version}/${file.public_name}`
  const items = files.map((file) => ({
    format: extensionOf(file.public_name).slice(0, 4),
    name: file.title || file.public_name,
    href: at(file),
    meta: bytes(file.bytes),
  }))
  const [lone] = files.length === 1 ? files : []
  if (!lone) {
    return (
      <section class="get">
        <FileList files={items} />
      </section>
    )
  }
  const label = portalWords[locale].download(extensionOf(lone.public_name))
  return <GetFile files={items} download={{ href: `${at(lone)}?descargar`, label }} />
}

/** The fingerprint of each file. With one, a reader's own copy is compared here without sending it anywhere. */
const Verify = ({ showing, files }: WithFiles) => {
  const { document, edition, verification, locale, zone } = showing
  const said = portalWords[locale]
  const [lone] = files.length === 1 ? files : []
  return (
    <section class="stack stack--s">
      <SectionTitle title={said.verify} />
      <p>{said.verifyText}</p>
      {files.map(({ sha256, public_name }) => (
        <>
          {!lone && <p class="name">{public_name}</p>}
          <Hash value={sha256} />
        </>
      ))}
      {lone && (
        <>
          <CopyButton text={lone.sha256} />
          <VerifyFile sha256={lone.sha256} />
        </>
      )}
      <HowTo name={(lone ?? files[0])?.public_name ?? ''} showing={showing} />
      {verification?.passed && (
        <p>
          <Toned
            tone="ok"
            icon="circle-check"
            word={said.verifiedOutside(longDateTime(verification.at, zone, locale))}
          />
        </p>
      )}
      <p>
        <a href={`/documentos/${document.key}/v/${edition.version}/prueba.json`}>{said.proof}</a>
      </p>
    </section>
  )
}

const HowTo = ({ name, showing: { locale } }: { name: string; showing: Showing }) => {
  const said = portalWords[locale]
  return (
    <details>
      <summary>{said.howTo}</summary>
      <p>{said.howToWindows}</p>
      <pre>
        <code>Get-FileHash .\{name}</code>
      </pre>
      <p>{said.howToOthers}</p>
      <pre>
        <code>shasum -a 256 {name}</code>
      </pre>
    </details>
  )
}

function factsOf({ document, edition, area, section, licence, zone, locale }: Showing): readonly Pair[] {
  const said = portalWords[locale]
  const facts: (Pair | false)[] = [
    { term: said.area, value: area },
    section !== undefined && { term: said.section, value: <a href={section.path}>{section.title}</a> },
    edition.ground_reference !== '' && { term: said.ground, value: edition.ground_reference },
    edition.valid_until !== null && { term: said.validUntil, value: longDate(edition.valid_until, locale) },
    { term: said.review, value: longDate(edition.review_on, locale) },
    edition.confirmed_at !== null && {
      term: said.confirmed,
      value: longDate(localDateOf(edition.confirmed_at, zone), locale),
    },
    { term: said.firstPublished, value: longDate(localDateOf(document.firstPublishedAt, zone), locale) },
    { term: said.key, value: document.key },
    licence !== '' && { term: said.licence, value: licence },
  ]
  return facts.filter((fact) => fact !== false)
}
