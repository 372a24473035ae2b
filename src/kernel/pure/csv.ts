/** A row of a sheet with the line it began on, from 1, so that a person can find it. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Bytes of a sheet as text: UTF-8 with or without its mark, else windows-1252, as Excel in Spanish saves it. */
export function decodeSheet(
  bytes: Uint8Array,
  decoders: { utf8(b: Uint8Array): string; latin(b: Uint8Array): string },
) {
  try {
    return decoders.utf8(bytes).replace(/^\ufeff/, '')
  } catch {
    return decoders.latin(bytes)
  }
}

/** The separator of a sheet: whichever of comma, semicolon and tab its first line has most of, outside quotes. */
export function separatorOf(text: string): ',' | ';' | '\t' {
  const first = text.slice(0, text.search(/\r?\n|$/)).replaceAll(/"[^"]*"/g, '')
  const count = (separator: string) => first.split(separator).length
  const [best] = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a))
  return best ?? ','
}

/** RFC 4180, with any of the three separators. A quote that never closes takes the rest, and is a row like another. */
export function* readCsv(text: string, separator = separatorOf(text)): Generator<CsvRow> {
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let began = 1
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string
    if (letter === '\n') line++
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === separator) {
      cells.push(cell)
      cell = ''
    } else if (letter === '\n') {
      yield { line: began, cells: [...cells, cell.replace(/\r$/, '')] }
      cells = []
      cell = ''
      began = line
    } else cell += letter
  }
  if (cell !== '' || cells.length > 0) yield { line: began, cells: [...cells, cell] }
}

/** Rows as records by the names of the first one, folded and hyphened by whoever reads; empty rows are left out. */
export function recordsOf(
  rows: Iterable<CsvRow>,
  nameOf: (heading: string) => string,
): { line: number; record: Readonly<Record<string, string>> }[] {
  const [head, ...rest] = rows
  const names = head?.cells.map(nameOf) ?? []
  return rest
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      record: Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()])),
    }))
}
