// Without scripts people write plain text: a small part of Markdown, written down in the page's own help.

/** Text that begins with a tag is HTML already; anything else is read as the small Markdown. */
export const htmlOf = (written: string): string => (/^\s*</.test(written) ? written : fromMarkdown(written))

/** Quotes within quotes: what lies deeper is text. */
const deepestQuote = 8

/** Blocks apart by empty lines: `##` headings, `-` and `1.` lists, `>` quotes, `|` tables, paragraphs. */
export function fromMarkdown(text: string, depth = 0): string {
  const blocks = text.replaceAll('\r\n', '\n').split(/\n\s*\n/)
  return blocks
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) => blockOf(block, depth))
    .join('\n')
}

const heading = /^(#{2,4}) +(.*)$/

function blockOf(block: string, depth: number): string {
  const lines = block.split('\n').map((line) => line.trim())
  const other = lines.findIndex((line) => !heading.test(line))
  const headings = lines.slice(0, other < 0 ? lines.length : other).map(headingOf)
  return headings.join('') + (other < 0 ? '' : bodyOf(lines.slice(other), depth))
}

function headingOf(line: string): string {
  const [, marks = '##', words = ''] = heading.exec(line) ?? []
  return `<h${marks.length}>${inlineOf(words)}</h${marks.length}>`
}

function bodyOf(lines: readonly string[], depth: number): string {
  if (lines.every((line) => /^[-*] +/.test(line))) return listOf('ul', lines, /^[-*] +/)
  if (lines.every((line) => /^\d+[.)] +/.test(line))) return listOf('ol', lines, /^\d+[.)] +/)
  if (depth < deepestQuote && lines.every((line) => line.startsWith('>'))) {
    return `<blockquote>${fromMarkdown(lines.map((line) => line.replace(/^> ?/, '')).join('\n'), depth + 1)}</blockquote>`
  }
  if (lines.length > 1 && lines.every((line) => line.startsWith('|'))) return tableOf(lines)
  return `<p>${lines.map(inlineOf).join('<br>')}</p>`
}

const listOf = (tag: 'ul' | 'ol', lines: readonly string[], mark: RegExp): string =>
  `<${tag}>${lines.map((line) => `<li>${inlineOf(line.replace(mark, ''))}</li>`).join('')}</${tag}>`

/** The first line heads the columns; a line of dashes below it is only looks. */
function tableOf(lines: readonly string[]): string {
  const rows = lines.filter((line) => !/^[|\s:-]+$/.test(line)).map(cellsOf)
  const [head = [], ...body] = rows
  const heads = head.map((cell) => `<th scope="col">${inlineOf(cell)}</th>`).join('')
  const rest = body.map((row) => `<tr>${row.map((cell) => `<td>${inlineOf(cell)}</td>`).join('')}</tr>`).join('')
  return `<table><thead><tr>${heads}</tr></thead><tbody>${rest}</tbody></table>`
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

/** Images, links, bold and italics; everything else is text. */
const inlineOf = (text: string): string =>
  escaped(text)
    .replace(
      /!\[([^\][]{0,300})\]\(([^\s()]{1,2000})\)/g,
      (_, alt, src) => `<img src="${literal(src)}" alt="${literal(alt)}">`,
    )
    .replace(/\[([^\][]{1,300})\]\(([^\s()]{1,2000})\)/g, (_, words, href) => `<a href="${literal(href)}">${words}</a>`)
    .replace(/\*\*([^*]{1,1000})\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])[*_]([^*_]{1,1000})[*_](?![\w*])/g, '<em>$1</em>')

/** Inside an attribute nothing is bold: `/_documentos_/` is an address. */
const literal = (text: string): string => text.replaceAll('*', '&#42;').replaceAll('_', '&#95;')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
