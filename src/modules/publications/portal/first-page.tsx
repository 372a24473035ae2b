import { blobsOf, textOf } from '#commons/files'
import { ButtonLink, Sheet } from '#ui'
import { portalWords } from '../words/portal.ts'
import type { Showing } from './document.tsx'
import type { C } from './finding.ts'

const mostCharacters = 1_600

/** The beginning of the only file as text that can be read aloud and found; nothing where there is no such text. */
export async function FirstPage({ c, showing }: { c: C; showing: Showing }) {
  const { document, edition, files, locale } = showing
  const own = files.get(edition.id) ?? []
  const lone = own.length === 1 ? own[0] : undefined
  if (!lone) return null
  const [text, blob] = await Promise.all([
    textOf(c.var.app, [lone.sha256]).then((texts) => texts.get(lone.sha256)),
    blobsOf(c.var.app, [lone.sha256]).then((blobs) => blobs.get(lone.sha256)),
  ])
  const paragraphs = openingOf(text ?? '')
  if (paragraphs.length === 0) return null
  const said = portalWords[locale]
  return (
    <Sheet
      language={blob?.language ?? 'es'}
      running={[document.key, blob?.pages ? said.pageOf(1, blob.pages) : '']}
      below={
        <ButtonLink href={`/documentos/${document.key}/v/${edition.version}/${lone.public_name}`} icon="book-open">
          {said.readAll}
        </ButtonLink>
      }
    >
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </Sheet>
  )
}

/** The first page's paragraphs, up to the end of a word. Pages lie one after another with a form feed between them. */
function openingOf(text: string): readonly string[] {
  const [page = ''] = text.split('\f')
  const cut = page.length > mostCharacters ? `${page.slice(0, page.lastIndexOf(' ', mostCharacters))}…` : page
  return cut
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
}
