/** What pdf.js says of a run of letters; `transform` ends with where it begins, from the left and from the bottom. */
export interface Run {
  readonly str: string
  readonly hasEOL: boolean
  readonly transform: readonly number[]
  readonly width: number
}

interface Line {
  text: string
  readonly bottom: number
  right: number
}

/** A page of a PDF as paragraphs, an empty line between them: its letters say where they stand, not what they are. */
export function pageTextOf(runs: readonly Run[]): string {
  const lines = linesOf(runs)
  const gaps = lines.slice(1).map(({ bottom }, at) => (lines[at] as Line).bottom - bottom)
  const usual = commonOf(gaps.filter((gap) => gap > 0))
  const right = Math.max(0, ...lines.map((line) => line.right))
  return lines
    .map((line, at) => {
      const before = lines[at - 1]
      if (!before) return line.text
      return `${endsParagraph(before, line, usual, right) ? '\n\n' : '\n'}${line.text}`
    })
    .join('')
    .trim()
}

function linesOf(runs: readonly Run[]): readonly Line[] {
  const lines: Line[] = []
  let line: Line | undefined
  for (const { str, hasEOL, transform, width } of runs) {
    const [left, bottom] = [transform[4] ?? 0, transform[5] ?? 0]
    if (str !== '') {
      line ??= { text: '', bottom, right: 0 }
      line.text += str
      if (str.trim() !== '') line.right = Math.max(line.right, left + width)
    }
    if (!hasEOL || !line) continue
    if (line.text.trim() !== '') lines.push(line)
    line = undefined
  }
  if (line && line.text.trim() !== '') lines.push(line)
  return lines
}

/** More space than between other lines, another column, or a line that stops short and a capital after it. */
function endsParagraph(line: Line, next: Line, usual: number, right: number): boolean {
  const gap = line.bottom - next.bottom
  if (gap > usual * 1.4 || gap < -usual) return true
  const short = line.right < right * 0.85 && /[\p{Po}\p{Pe}\p{Pf}]$/u.test(line.text.trimEnd())
  return short && /^[\p{Lu}\p{N}\p{Pi}\p{Po}\p{Pd}]/u.test(next.text)
}

/** Between the lines of one paragraph there is the least space, and a page of short ones has few such lines. */
const commonOf = (gaps: readonly number[]): number => gaps.toSorted((a, b) => a - b)[gaps.length >> 2] ?? 0
