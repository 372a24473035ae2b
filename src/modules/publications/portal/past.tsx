import { localDateOf, longDate } from '#kernel/pure/dates'
import { bytes } from '#kernel/pure/numbers'
import type { Locale } from '#kernel/words'
import { Citation, Section, Versions } from '#ui'
import { type Edition, formatOf } from '../queries/public.ts'
import { portalWords } from '../words/portal.ts'
import type { Showing } from './document.tsx'

/** Every edition, newest first, with its own address. */
export const Past = ({ showing }: { showing: Showing }) => {
  const { editions, locale } = showing
  return (
    <Section id="versiones" title={portalWords[locale].versions} large>
      <Versions
        items={editions.map((edition) => ({
          number: edition.version,
          text: <Held edition={edition} showing={showing} />,
          meta: <Formats edition={edition} showing={showing} />,
        }))}
      />
    </Section>
  )
}

interface OfEdition {
  readonly edition: Edition
  readonly showing: Showing
}

/** When it was in force, and what changed in it. */
const Held = ({ edition, showing: { document, zone, locale } }: OfEdition) => {
  const said = portalWords[locale]
  const from = longDate(localDateOf(edition.published_at, zone), locale)
  const note = edition.change_note || (edition.version === 1 ? said.firstText : '')
  const change = edition.rolls_back_to ? `${said.rolledBack(edition.rolls_back_to)} ${whyBack(edition, locale)}` : note
  if (edition === document.current && !document.withdrawal) {
    return (
      <>
        <b>{said.since(from)}</b> {change}
      </>
    )
  }
  const end = edition.superseded_at ?? document.withdrawal?.withdrawn_at ?? edition.published_at
  return (
    <>
      {said.between(from, longDate(localDateOf(end, zone), locale))} {change}
    </>
  )
}

/** Why an earlier edition came back: what was written then, or which emergency somebody objected to. */
const whyBack = ({ objected, note }: Edition, locale: Locale) =>
  objected ? portalWords[locale].objectedTo(objected) : note

const Formats = ({ edition, showing: { document, files, locale } }: OfEdition) => {
  const own = files.get(edition.id) ?? []
  const said = portalWords[locale]
  const [lone] = own
  const total = own.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <a href={`/documentos/${document.key}/v/${edition.version}`}>
      {own.length === 1 && lone ? formatOf(lone) : said.filesOf(own.length, bytes(total))}
    </a>
  )
}

export const Cite = ({ showing: { document, cited, locale } }: { showing: Showing }) => {
  const said = portalWords[locale]
  const { institution, year, title, version, address } = cited
  const plain = said.citation(institution, year, title, version, address)
  const [before, after] = plain.split(title) as [string, string]
  return (
    <Section id="cita" title={said.cite} large>
      <Citation
        plain={plain}
        formats={[
          { href: `/documentos/${document.key}/cita.bib`, label: 'BibTeX' },
          { href: `/documentos/${document.key}/cita.ris`, label: 'RIS' },
        ]}
      >
        {before}
        <cite>{title}</cite>
        {after}
      </Citation>
    </Section>
  )
}
