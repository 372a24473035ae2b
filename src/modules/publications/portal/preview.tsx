import { type LibraryFile, openingsOf, previewOf } from '#commons/files'
import { fold } from '#kernel/pure/text'
import { ButtonLink, Sheet, TableSheet } from '#ui'
import { extensionOf, type PublicFile } from '../queries/public.ts'
import { portalWords } from '../words/portal.ts'
import type { Showing } from './document.tsx'
import type { C } from './finding.ts'

/** Among so many of its files the first that can be shown is looked for. */
const mostLookedAt = 12

interface Shown {
  readonly file: PublicFile
  readonly blob: LibraryFile | undefined
  readonly preview: NonNullable<ReturnType<typeof previewOf>>
}

/** How the document begins, as text or as a table that can be read aloud and found; nothing where no file has either. */
export async function Beginning({ c, showing }: { c: C; showing: Showing }) {
  const shown = await firstShown(c, showing)
  if (!shown) return null
  const { document, edition, files, locale } = showing
  const { file, blob, preview } = shown
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

async function firstShown(c: C, { edition, files, blobs }: Showing): Promise<Shown | undefined> {
  const own = (files.get(edition.id) ?? []).slice(0, mostLookedAt)
  const openings = await openingsOf(
    c.var.app,
    own.map(({ sha256 }) => sha256),
  )
  for (const file of own) {
    const preview = previewOf(openings.get(file.sha256) ?? '', extensionOf(file.public_name).toLowerCase())
    if (preview) return { file, blob: blobs.get(file.sha256), preview }
  }
  return undefined
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
