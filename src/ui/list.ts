import type { Child } from 'hono/jsx'
import { type Cell, workbook } from './workbook.ts'

/** One description of a list; several doors out of it: page, CSV, JSON, and from them a spreadsheet. */
export interface Column<Row> {
  /** Name in addresses and in JSON. */
  readonly key: string
  readonly title: string
  /** The bare value, for order and for files: a day as `2026-10-16`, an instant as such. */
  readonly value: (row: Row) => Cell
  /** What the page shows instead of the bare value. */
  readonly cell?: ((row: Row) => Child) | undefined
  readonly numeric?: boolean | undefined
  /** A folio, a date: read at a glance, and never broken in two. */
  readonly whole?: boolean | undefined
  readonly sortable?: boolean | undefined
  /** Shown only to whoever asks for it. */
  readonly extra?: boolean | undefined
}

export interface Exported {
  /** Heading line of titles, commas, CRLF, no byte order mark. */
  csv(): string
  /** An array of objects by column key. */
  json(): string
  /** A spreadsheet of one sheet, with instants as the clocks of that zone show them. */
  xlsx(name: string, zone: string): Uint8Array
}

export const exportOf = <Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Exported => ({
  csv: () => [columns.map(({ title }) => title), ...table(columns, rows)].map(csvLine).join(''),
  json: () => JSON.stringify(Array.from(rows, (row) => Object.fromEntries(columns.map((c) => [c.key, c.value(row)])))),
  xlsx: (name, zone) => workbook({ name, titles: columns.map(({ title }) => title), rows: table(columns, rows), zone }),
})

const table = <Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Cell[][] =>
  Array.from(rows, (row) => columns.map(({ value }) => value(row)))

/** The columns that were asked for; without asking, all but the extra ones. What heads the rows always stands. */
export const chosenColumns = <Row>(
  columns: readonly Column<Row>[],
  asked: readonly string[] | undefined,
): readonly Column<Row>[] => columns.filter(({ key, extra }, at) => at === 0 || (asked ? asked.includes(key) : !extra))

/** Short lists are put in order here; long ones, by the database. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { by, descending }: { readonly by: string; readonly descending: boolean },
): readonly Row[] {
  const column = columns.find(({ key, sortable }) => key === by && sortable)
  return column ? rows.toSorted((a, b) => compared(column.value(a), column.value(b), descending)) : rows
}

/** Numbers and instants by size, words as a dictionary has them; what is empty stands last either way. */
function compared(a: Cell, b: Cell, descending: boolean): number {
  const [lacksA, lacksB] = [a === null || a === '', b === null || b === '']
  if (lacksA || lacksB) return Number(lacksA) - Number(lacksB)
  const way = descending ? -1 : 1
  if (typeof a === 'string' && typeof b === 'string') return way * a.localeCompare(b, 'es', { numeric: true })
  return way * (Number(a) - Number(b))
}

const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? inert(cell) : cell instanceof Date ? cell.toISOString() : String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A spreadsheet would run text that begins like a formula; telephones and negative figures pass as they are. */
const inert = (text: string): string => (/^[=@\t\r]|^[+-](?![\d\s().,-]*$)/.test(text) ? `'${text}` : text)

/** The same address with some of its query changed; `undefined` takes a name away. */
export function withQuery(address: string, changes: Readonly<Record<string, string | number | undefined>>): string {
  const [path = '', query = ''] = address.split('?')
  const search = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') search.delete(name)
    else search.set(name, String(value))
  }
  const rest = search.toString()
  return rest ? `${path}?${rest}` : path
}
