import type { Child } from 'hono/jsx'

/** One description of a list; several doors out of it: page, CSV, JSON, and from them a spreadsheet. */
export interface Column<Row> {
  /** Name in addresses and in JSON. */
  readonly key: string
  readonly title: string
  /** The bare value, for sorting elsewhere and for files. */
  readonly value: (row: Row) => string | number | null
  /** What the page shows instead of the bare value. */
  readonly cell?: ((row: Row) => Child) | undefined
  readonly numeric?: boolean | undefined
  readonly sortable?: boolean | undefined
  /** Only in files, not on the page. */
  readonly unseen?: boolean | undefined
}

export interface Exported {
  /** Heading line of titles, commas, CRLF, no byte order mark. */
  csv(): string
  /** An array of objects by column key. */
  json(): string
}

export const exportOf = <Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): Exported => ({
  csv: () => [columns.map(({ title }) => title), ...table(columns, rows)].map(csvLine).join(''),
  json: () => JSON.stringify(Array.from(rows, (row) => Object.fromEntries(columns.map((c) => [c.key, c.value(row)])))),
})

const table = <Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): (string | number | null)[][] =>
  Array.from(rows, (row) => columns.map(({ value }) => value(row)))

const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: string | number | null): string {
  const text = typeof cell === 'string' ? inert(cell) : String(cell ?? '')
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
