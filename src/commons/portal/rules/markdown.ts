// Without scripts people write plain text: a small part of Markdown, written down in the page's own help.

/** A quote within a quote within a quote: beyond this nobody writes one by hand. */
const deepestQuote = 8

/** Text that begins with a tag is HTML already; anything else is read as the small Markdown. */
export const htmlOf = (written: string): string => (/^\s*</.test(written) ? written : fromMarkdown(written))

/** Blocks apart by empty lines: `##` headings, `-` and `1.` lists, `>` quotes, `|` tables, paragraphs. */
export function fromMarkdown(text: string, depth = 0): string {
  const apart = text.replaceAll('\r\n', '\n').replace(/^#{2,4} .*$/gm, '\n$&\n')
  const blocks = apart.split(/\n\s*\n/)
  return blocks
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) => blockOf(block, depth))
    .join('\n')
}

function blockOf(block: string, depth: number): string {
  const lines = block.split('\n').map((line) => line.trim())
  const [, signs, title = ''] = /^(#{2,4}) +(.*)$/.exec(block) ?? []
  if (signs) return `<h${signs.length}>${inlineOf(title)}</h${signs.length}>`
  if (lines.every((line) => /^[-*] +/.test(line))) return listOf('ul', lines, /^[-*] +/)
  if (lines.every((line) => /^\d+[.)] +/.test(line))) return listOf('ol', lines, /^\d+[.)] +/)
  if (depth < deepestQuote && lines.every((line) => line.startsWith('>'))) {
    const quoted = lines.map((line) => line.replace(/^> ?/, '')).join('\n')
    return `<blockquote>${fromMarkdown(quoted, depth + 1)}</blockquote>`
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
    .replace(/!\[([^\][]{0,300})\]\(([^\s()]{1,2000})\)/g, '<img src="$2" alt="$1">')
    .replace(/\[([^\][]{1,300})\]\(([^\s()]{1,2000})\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]{1,1000})\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])[*_]([^*_]{1,1000})[*_](?![\w*])/g, '<em>$1</em>')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
