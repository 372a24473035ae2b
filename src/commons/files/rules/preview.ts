import { readCsv } from '#kernel/pure/csv'

/** How a published file begins, for readers who decide whether to take it. */
export type Preview = TextPreview | TablePreview

export interface TextPreview {
  readonly shape: 'text'
  readonly paragraphs: readonly string[]
}
export interface TablePreview {
  readonly shape: 'table'
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** More columns or rows follow. */
  readonly cut: boolean
}

export const mostRows = 10
const mostColumns = 12
const mostCellCharacters = 80
const mostCharacters = 1_600

/** What can be shown of a file's text, by the ending of its name; nothing where that would mean nothing to a reader. */
export function previewOf(text: string, extension: string): Preview | undefined {
  if (/^[ct]sv$/.test(extension)) return tableOf(text)
  if (!/^(?:pdf|do[ct][xm]?|od[tp]|pp[ts][xm]|txt|md|html?)$/.test(extension)) return undefined
  // A PDF and a plain text part paragraphs with an empty line; the rest, with a line of its own.
  const paragraphs = paragraphsOf(text, /^(?:pdf|txt|md)$/.test(extension) ? /\n\s*\n/ : /\n/)
  return paragraphs.length > 0 ? { shape: 'text', paragraphs } : undefined
}

function tableOf(text: string): TablePreview | undefined {
  const rows: (readonly string[])[] = []
  for (const { cells } of readCsv(text.replace(/^\ufeff/, ''))) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push(cells)
    if (rows.length > mostRows + 1) break
  }
  const [head, ...body] = rows
  if (!head || body.length === 0) return undefined
  const shown = (cells: readonly string[]) => head.slice(0, mostColumns).map((_, at) => short(cells[at] ?? ''))
  return {
    shape: 'table',
    head: shown(head),
    rows: body.slice(0, mostRows).map(shown),
    cut: body.length > mostRows || head.length > mostColumns,
  }
}

/** The first page's paragraphs, up to the end of a word. Pages lie one after another with a form feed between them. */
function paragraphsOf(text: string, between: RegExp): readonly string[] {
  const [page = ''] = text.split('\f')
  const cut = page.length > mostCharacters ? `${page.slice(0, page.lastIndexOf(' ', mostCharacters))}…` : page
  return cut
    .split(between)
    .map((paragraph) =>
      paragraph
        .replaceAll(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
}

const short = (cell: string) =>
  cell.length > mostCellCharacters ? `${cell.slice(0, mostCellCharacters)}…` : cell.trim()
