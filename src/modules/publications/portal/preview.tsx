import { fold } from '#kernel/pure/text'
import { ButtonLink, Sheet, TableSheet } from '#ui'
import { extensionOf } from '../queries/public.ts'
import { portalWords } from '../words/portal.ts'
import type { Showing } from './document.tsx'

/** How the document begins, as text or as a table that can be read aloud and found; nothing where no file has either. */
export function Beginning({ showing }: { showing: Showing }) {
  const { document, edition, files, blobs, beginning, locale } = showing
  if (!beginning) return null
  const { file, preview } = beginning
  const blob = blobs.get(file.sha256)
  const said = portalWords[locale]
  const lone = files.get(edition.id)?.length === 1
  const name = lone ? edition.ground_reference || showing.standing.folio : file.title || file.public_name
  const href = `/documentos/${document.key}/v/${edition.version}/${file.public_name}`
  const pages = blob?.pages ?? undefined
  if (preview.shape === 'table') {
    return (
      <TableSheet
        caption={said.beginningOf(file.public_name)}
        running={[name, preview.cut ? said.firstRows(preview.rows.length) : said.rows(preview.rows.length)]}
        head={preview.head}
        rows={preview.rows}
        below={
          <ButtonLink href={`${href}?descargar`} icon="download" download>
            {said.download(extensionOf(file.public_name))}
          </ButtonLink>
        }
      />
    )
  }
  const [title, paragraphs] = titled(preview.paragraphs, edition.title)
  return (
    <Sheet
      title={title}
      language={blob?.language ?? 'es'}
      running={[name, pages ? said.pageOf(1, pages) : '']}
      below={
        <>
          <ButtonLink href={href} icon="book-open">
            {lone ? said.readAll : said.readFile(extensionOf(file.public_name))}
          </ButtonLink>
          {pages && <span class="muted">{said.pages(pages)}</span>}
        </>
      }
    >
      {paragraphs.map((paragraph) => (
        <Paragraph text={paragraph} />
      ))}
    </Sheet>
  )
}

/** What a paper says first is often its title, which the sheet sets as one. */
function titled(paragraphs: readonly string[], title: string): readonly [title: string | undefined, readonly string[]] {
  const [first = '', ...others] = paragraphs
  const same = (text: string) =>
    fold(text)
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()
  return same(first) === same(title) && others.length > 0 ? [first, others] : [undefined, paragraphs]
}

/** Acts are numbered in words, «Primero.», and in articles: the eye looks for them. */
const Paragraph = ({ text }: { text: string }) => {
  const [, label, rest] = /^((?:Art\p{Ll}culo \S{1,6}|\p{Lu}\p{Ll}{3,13}o)\.)(\s.+)$/u.exec(text) ?? []
  return (
    <p>
      {label && <b>{label}</b>}
      {label ? rest : text}
    </p>
  )
}
