import type { Bytes } from './bytes.ts'
import { attributesOf, localName, tokens } from './markup.ts'
import { openZip, type Zip } from './zip.ts'

export interface DocumentFacts {
  readonly title: string | null
  readonly language: string | null
  /** Plain text in reading order: one piece per slide or sheet, else one for the whole document. */
  readonly text: readonly string[]
}

/** Title, language and text of the documents of Word, PowerPoint and LibreOffice. */
export const readOffice = async (bytes: Bytes, extension: string): Promise<DocumentFacts> => {
  const zip = await openZip(bytes)
  if (/^od[tspg]$/.test(extension)) return readOpenDocument(zip)
  const core = await zip.part('docProps/core.xml', 1024 * 1024)
  const language = elementText(core, 'language') ?? (await languageOf(zip))
  return { title: elementText(core, 'title'), language, text: await textOf(zip, extension) }
}

const readOpenDocument = async (zip: Zip): Promise<DocumentFacts> => {
  const meta = await zip.part('meta.xml', 1024 * 1024)
  const text = proseOf(await zip.part('content.xml'), openDocumentMarks)
  const language = elementText(meta, 'language') ?? styleLanguage(await zip.part('styles.xml', 4 * 1024 * 1024))
  return { title: elementText(meta, 'title'), language, text: [text] }
}

const styleLanguage = (styles: string) => {
  const language = /\sfo:language="([a-z]{2,3})"/.exec(styles)?.[1]
  const country = /\sfo:country="([A-Z]{2})"/.exec(styles)?.[1]
  return language && country ? `${language}-${country}` : (language ?? null)
}

const textOf = async (zip: Zip, extension: string): Promise<readonly string[]> => {
  if (!/^pp/.test(extension)) return [proseOf(await zip.part('word/document.xml'), officeMarks)]
  const texts: string[] = []
  for (const name of numbered(zip, /^ppt\/slides\/slide(\d+)\.xml$/))
    texts.push(proseOf(await zip.part(name), officeMarks))
  return texts
}

/** Parts such as `slide2.xml` and `slide10.xml`, in the order of their numbers. */
export const numbered = (zip: Zip, pattern: RegExp): readonly string[] =>
  zip.entries
    .map(({ name }) => ({ name, order: Number(pattern.exec(name)?.[1] ?? -1) }))
    .filter(({ order }) => order >= 0)
    .sort((one, other) => one.order - other.order)
    .map(({ name }) => name)

const languageOf = async (zip: Zip) =>
  /<w:lang\s[^>]*w:val="([A-Za-z-]{2,12})"/.exec(await zip.part('word/styles.xml', 4 * 1024 * 1024))?.[1] ?? null

export const elementText = (xml: string, name: string): string | null => {
  let inside = false
  for (const token of tokens(xml)) {
    if (token.kind === 'open') inside = localName(token.name) === name && !token.empty
    if (token.kind === 'close') inside = false
    if (token.kind === 'text' && inside && token.text.trim()) return token.text.trim()
  }
  return null
}

interface Marks {
  /** Elements whose text counts; all of the body when absent. */
  readonly text: ReadonlySet<string> | null
  readonly breaks: ReadonlySet<string>
  readonly spaces: ReadonlySet<string>
  readonly skipped: ReadonlySet<string>
}

const officeMarks: Marks = {
  text: new Set(['t']),
  breaks: new Set(['p', 'br', 'tr']),
  spaces: new Set(['tab', 'tc']),
  skipped: new Set(),
}

const openDocumentMarks: Marks = {
  text: null,
  breaks: new Set(['p', 'h', 'line-break', 'table-row']),
  spaces: new Set(['s', 'tab', 'table-cell']),
  skipped: new Set(['tracked-changes', 'scripts', 'font-face-decls', 'automatic-styles']),
}

const proseOf = (xml: string, marks: Marks): string => {
  let prose = ''
  let element = ''
  let skipped = 0
  for (const token of tokens(xml)) {
    if (token.kind === 'open') {
      element = localName(token.name)
      if (marks.skipped.has(element) && !token.empty) skipped += 1
      if (marks.spaces.has(element)) prose += ' '
      if (marks.breaks.has(element) && token.empty) prose += '\n'
    } else if (token.kind === 'close') {
      const name = localName(token.name)
      if (marks.skipped.has(name)) skipped -= 1
      if (marks.breaks.has(name)) prose += '\n'
      element = ''
    } else if (token.kind === 'text' && skipped <= 0 && (marks.text === null || marks.text.has(element))) {
      prose += token.text
    }
  }
  return prose
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}

/** The value of one attribute in a tag of a trusted shape; empty when it is missing. */
export const attribute = (rest: string, name: string): string => attributesOf(rest)?.get(name) ?? ''
