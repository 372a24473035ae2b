/** A page of running text holds so many characters a line, and so many lines. */
const lineCharacters = 88
const pageLines = 44

interface Paper {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** A PDF 1.4 of plain paragraphs, in Helvetica: small, real, with text that can be read aloud and found. */
export function pdfOf({ title, paragraphs }: Paper): Buffer {
  const lines = [title, '', ...paragraphs.flatMap((paragraph) => [...wrapped(paragraph), ''])]
  const pages = Array.from({ length: Math.ceil(lines.length / pageLines) }, (_, at) =>
    lines.slice(at * pageLines, (at + 1) * pageLines),
  )
  const kids = pages.map((_, at) => `${10 + at * 2} 0 R`).join(' ')
  const objects = new Map<number, Buffer>([
    [1, latin('<< /Type /Catalog /Pages 2 0 R /Lang (es-MX) /ViewerPreferences << /DisplayDocTitle true >> >>')],
    [2, latin(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)],
    [3, latin('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')],
    [4, Buffer.concat([latin('<< /Title ('), escaped(title), latin(') >>')])],
  ])
  for (const [at, page] of pages.entries()) {
    const resources = '/MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>'
    objects.set(10 + at * 2, latin(`<< /Type /Page /Parent 2 0 R ${resources} /Contents ${11 + at * 2} 0 R >>`))
    objects.set(11 + at * 2, contentOf(page))
  }
  return written(objects)
}

const latin = (text: string) => Buffer.from(text, 'latin1')
const escaped = (text: string) => latin(text.replaceAll(/[\\()]/g, (mark) => `\\${mark}`))

function contentOf(lines: readonly string[]): Buffer {
  const drawn = lines.map((line) => Buffer.concat([latin('('), escaped(line), latin(") '\n")]))
  const text = Buffer.concat([latin('BT /F1 11 Tf 15 TL 72 735 Td\n'), ...drawn, latin('ET')])
  return Buffer.concat([latin(`<< /Length ${text.length} >>\nstream\n`), text, latin('\nendstream')])
}

function wrapped(paragraph: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > lineCharacters) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function written(objects: ReadonlyMap<number, Buffer>): Buffer {
  const parts = [latin('%PDF-1.4\n')]
  let length = parts[0]?.length ?? 0
  const rows: string[] = []
  for (const [number, object] of objects) {
    rows.push(`${number} 1\n${String(length).padStart(10, '0')} 00000 n \n`)
    const part = Buffer.concat([latin(`${number} 0 obj\n`), object, latin('\nendobj\n')])
    parts.push(part)
    length += part.length
  }
  const size = Math.max(...objects.keys()) + 1
  const table = `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R >>\n`
  return Buffer.concat([...parts, latin(`${table}startxref\n${length}\n%%EOF\n`)])
}
