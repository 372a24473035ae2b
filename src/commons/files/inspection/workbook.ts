import type { Bytes } from './bytes.ts'
import { localName, tokens } from './markup.ts'
import { attribute, type DocumentFacts, elementText, numbered } from './office.ts'
import { openZip, type Zip } from './zip.ts'

/** Title and text of an Excel workbook: one piece per sheet, one line per row, cells parted by tabs. */
export const readWorkbook = async (bytes: Bytes): Promise<DocumentFacts> => {
  const zip = await openZip(bytes)
  const shared = await sharedStrings(zip)
  const names = sheetNames(await zip.part('xl/workbook.xml', 1024 * 1024))
  const text: string[] = []
  for (const [index, part] of numbered(zip, /^xl\/worksheets\/sheet(\d+)\.xml$/).entries()) {
    const rows = sheetText(await zip.part(part), shared)
    text.push([names[index], rows].filter(Boolean).join('\n'))
  }
  const core = await zip.part('docProps/core.xml', 1024 * 1024)
  return { title: elementText(core, 'title'), language: elementText(core, 'language'), text }
}

const sheetNames = (workbook: string): readonly string[] => {
  const names: string[] = []
  for (const token of tokens(workbook)) {
    if (token.kind === 'open' && localName(token.name) === 'sheet') names.push(attribute(token.rest, 'name'))
  }
  return names
}

const sharedStrings = async (zip: Zip): Promise<readonly string[]> => {
  const strings: string[] = []
  let current = ''
  let element = ''
  for (const token of tokens(await zip.part('xl/sharedStrings.xml'))) {
    if (token.kind === 'open') element = localName(token.name)
    else if (token.kind === 'text' && element === 't') current += token.text
    else if (token.kind === 'close') {
      element = ''
      if (localName(token.name) !== 'si') continue
      strings.push(current)
      current = ''
    }
  }
  return strings
}

const sheetText = (sheet: string, shared: readonly string[]): string => {
  const rows: string[] = []
  let cells: string[] = []
  let isShared = false
  let element = ''
  for (const token of tokens(sheet)) {
    if (token.kind === 'open') {
      element = localName(token.name)
      if (element === 'c') isShared = attribute(token.rest, 't') === 's'
    } else if (token.kind === 'text' && (element === 'v' || element === 't')) {
      cells.push(isShared && element === 'v' ? (shared[Number(token.text)] ?? '') : token.text)
    } else if (token.kind === 'close') {
      element = ''
      if (localName(token.name) !== 'row') continue
      if (cells.length > 0) rows.push(cells.join('\t'))
      cells = []
    }
  }
  return rows.join('\n')
}
