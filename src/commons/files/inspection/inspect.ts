import type { Bytes } from './bytes.ts'
import { type FileType, refine } from './catalogue.ts'
import { identify } from './identify.ts'
import { type Dimensions, dimensionsOf, measurable } from './image.ts'
import { type DocumentFacts, readOffice } from './office.ts'
import { readPage } from './page-text.ts'
import { openPdf, type Pdf } from './pdf.ts'
import { pageTextOf } from './pdf-text.ts'
import { readWorkbook } from './workbook.ts'

/** What search and previews need to know of a file. */
export interface Inspection {
  readonly type: FileType
  readonly pages: number | null
  readonly title: string | null
  readonly language: string | null
  /** One piece per page, slide or sheet; one for the rest. At most 2 million characters in all. */
  readonly text: readonly string[]
  readonly truncated: boolean
  readonly dimensions: Dimensions | null
}

/** Goes up when any of the readers learns something, so that what was found before is found again. */
export const inspectionVersion = 2

export const typeOf = async (bytes: Bytes, name: string): Promise<FileType> => refine(await identify(bytes), name)

const mostCharacters = 2_000_000

/** Throws when the file is damaged; the caller says so and goes on without it. */
export const inspect = async (bytes: Bytes, type: FileType): Promise<Inspection> => {
  const { pages, ...facts } = await factsOf(bytes, type)
  const dimensions = measurable(type.extension) ? await dimensionsOf(bytes, type.extension) : null
  const text = capped(facts.text)
  const truncated = characters(text) < characters(facts.text)
  return { type, pages, title: facts.title, language: facts.language, text, truncated, dimensions }
}

type Facts = DocumentFacts & { readonly pages: number | null }

const nothing: Facts = { pages: null, title: null, language: null, text: [] }

const factsOf = async (bytes: Bytes, type: FileType): Promise<Facts> => {
  if (type.family === 'pdf') return readPdf(bytes)
  if (/^(?:doc[xm]|pp[ts][xm]|od[tspg])$/.test(type.extension)) return paged(await readOffice(bytes, type.extension))
  if (/^xls[xm]$/.test(type.extension)) return paged(await readWorkbook(bytes))
  if (type.family === 'web') return { ...nothing, ...(await readPage(bytes)) }
  if (type.family !== 'text' && type.family !== 'data') return nothing
  const text = await bytes.text(mostCharacters * 2)
  return text ? { ...nothing, text: [text.text] } : nothing
}

const paged = (facts: DocumentFacts): Facts => ({ ...facts, pages: facts.text.length > 1 ? facts.text.length : null })

interface Metadata {
  readonly info: Readonly<Record<string, unknown>>
  readonly metadata: { get(name: string): unknown } | null
}

const readPdf = async (bytes: Bytes): Promise<Facts> => {
  const opened = await openPdf(bytes)
  if (opened.state !== 'open') return nothing
  const { info, metadata } = (await opened.pdf.getMetadata()) as Metadata
  const title = worded(metadata?.get('dc:title')) ?? worded(info['Title'])
  const text = await pageTexts(opened.pdf)
  return { pages: opened.pdf.numPages, title, language: worded(info['Language']), text }
}

/** The text of each page, until there is more than will be kept. */
const pageTexts = async (pdf: Pdf): Promise<readonly string[]> => {
  const texts: string[] = []
  for (let number = 1, taken = 0; number <= pdf.numPages && taken <= mostCharacters; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const text = pageTextOf(items.filter((item) => 'str' in item))
    texts.push(text)
    taken += text.length
    page.cleanup()
  }
  return texts
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: some producers end their titles with a zero
const worded = (value: unknown) => (typeof value === 'string' ? value.replace(/\u0000/g, '').trim() || null : null)

const characters = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)

const capped = (texts: readonly string[]): readonly string[] => {
  let left = mostCharacters
  return texts.map((text) => {
    const kept = text.slice(0, left)
    left -= kept.length
    return kept
  })
}
