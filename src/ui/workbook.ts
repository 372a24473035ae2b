import { strToU8, zipSync } from 'fflate'
import { localDateOf, localTimeOf, parseLocalDate } from '#kernel/pure/dates'

// A spreadsheet of one sheet (ECMA-376, part 1): what people write travels as text, whatever it begins with, so that no
// program takes it for a formula.

export type Cell = string | number | Date | null
export interface Sheet {
  readonly name: string
  readonly titles: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** Where the institution's clocks are: instants are written as they show them. */
  readonly zone: string
}

/** What a cell holds at the most (Excel specifications and limits). */
const longestText = 32_767
const styles = { plain: 0, head: 1, day: 2, instant: 3, quoted: 4 } as const
const widest = 60

export const workbook = (sheet: Sheet): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(partsOf(sheet)).map(([path, xml]) => [path, strToU8(declared + xml)])))

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const partsOf = (sheet: Sheet): Readonly<Record<string, string>> => ({
  '[Content_Types].xml':
    `<Types xmlns="${packaged}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${typed}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typed}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${typed}.styles+xml"/></Types>`,
  '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml':
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>` +
    `<sheet name="${escaped(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': related([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
  ]),
  'xl/styles.xml': stylesheet,
  'xl/worksheets/sheet1.xml': worksheet(sheet),
})

const related = (targets: readonly (readonly [kind: string, target: string])[]) =>
  `<Relationships xmlns="${packaged}/relationships">${targets
    .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** In the order of `styles`. */
const stylesheet =
  `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/>' +
  '<xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/>' +
  '<xf quotePrefix="1"/></cellXfs></styleSheet>'

function worksheet({ titles, rows, zone }: Sheet): string {
  const widths = titles.map((title, at) =>
    Math.min(widest, Math.max(title.length, ...rows.slice(0, 200).map((row) => lengthOf(row[at] ?? null))) + 2),
  )
  const head = titles.map((title) => textCell(title, styles.head)).join('')
  const body = rows.map((row) => `<row>${row.map((cell) => cellOf(cell, zone)).join('')}</row>`).join('')
  return (
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>' +
    widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('') +
    `</cols><sheetData><row>${head}</row>${body}</sheetData></worksheet>`
  )
}

const lengthOf = (cell: Cell) => (cell instanceof Date ? 16 : String(cell ?? '').length)

function cellOf(cell: Cell, zone: string): string {
  if (cell === null || cell === '') return '<c/>'
  if (typeof cell === 'number') return Number.isFinite(cell) ? numberCell(cell, styles.plain) : '<c/>'
  if (cell instanceof Date) {
    return numberCell(serialOf(localDateOf(cell, zone), localTimeOf(cell, zone)), styles.instant)
  }
  if (isDay(cell)) return numberCell(serialOf(cell), styles.day)
  return textCell(cell, /^[=+\-@\t\r]/.test(cell) ? styles.quoted : styles.plain)
}

/** Days as spreadsheets count them; they know none before March of 1900. */
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && text >= '1900-03' && parseLocalDate(text) === text
const serialOf = (date: string, time = '00:00') => Date.parse(`${date}T${time}Z`) / 86_400_000 + 25_569

const numberCell = (value: number, style: number) => `<c s="${style}"><v>${value}</v></c>`
const textCell = (text: string, style: number) =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text.slice(0, longestText))}</t></is></c>`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '')

/** What a sheet may be called: 31 characters, none of them of an address. */
const sheetName = (name: string) =>
  name
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .trim()
    .slice(0, 31) || '1'
