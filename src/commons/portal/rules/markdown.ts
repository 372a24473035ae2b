// Without scripts people write plain text: a small part of Markdown, written down in the page's own help.

/** Text that begins with a tag is HTML already; anything else is read as the small Markdown. */
export const htmlOf = (written: string): string => (/^\s*</.test(written) ? written : fromMarkdown(written))

/** Blocks apart by empty lines: `##` headings, `-` and `1.` lists, `>` quotes, `|` tables, paragraphs. */
export function fromMarkdown(text: string): string {
  const blocks = text.replaceAll('\r\n', '\n').split(/\n\s*\n/)
  return blocks
    .map((block) => block.trim())
    .filter(Boolean)
    .map(blockOf)
    .join('\n')
}

function blockOf(block: string): string {
  const lines = block.split('\n').map((line) => line.trim())
  const heading = /^(#{2,4}) +(.*)$/.exec(lines[0] ?? '')
  if (heading) {
    const level = heading[1]?.length ?? 2
    const rest = lines.slice(1).join('\n')
    return `<h${level}>${inlineOf(heading[2] ?? '')}</h${level}>${rest ? blockOf(rest) : ''}`
  }
  if (lines.every((line) => /^[-*] +/.test(line))) return listOf('ul', lines, /^[-*] +/)
  if (lines.every((line) => /^\d+[.)] +/.test(line))) return listOf('ol', lines, /^\d+[.)] +/)
  if (lines.every((line) => line.startsWith('>'))) {
    return `<blockquote>${fromMarkdown(lines.map((line) => line.replace(/^> ?/, '')).join('\n'))}</blockquote>`
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
    .replace(/!\[([^\]]*)\]\(([^\s()]+)\)/g, '<img src="$2" alt="$1">')
    .replace(/\[([^\]]+)\]\(([^\s()]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/(?<![\w*])[*_]([^*_]+)[*_](?![\w*])/g, '<em>$1</em>')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
