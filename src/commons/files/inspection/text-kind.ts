import type { Bytes } from './bytes.ts'
import type { Decoded } from './decode.ts'
import { localName, tokens } from './markup.ts'

const largestJsonBytes = 8 * 1024 * 1024

/** Which kind of text this is: nothing in it says so, so its shape is read. */
export const textExtension = async (bytes: Bytes, head: Decoded): Promise<string> => {
  const start = head.text.trimStart()
  if (start.startsWith('#!')) return 'sh'
  if (start.startsWith('<')) return markupExtension(start) ?? 'txt'
  if (/^[[{]/.test(start)) return (await jsonExtension(bytes, start)) ?? tableExtension(head)
  return tableExtension(head)
}

const markupExtension = (start: string): string | null => {
  let declared = false
  for (const token of tokens(start)) {
    if (token.kind === 'doctype' && /^<!doctype\s+html/i.test(token.text)) return 'html'
    if (token.kind === 'instruction') declared ||= token.text.startsWith('<?xml')
    if (token.kind === 'text' && token.text.trim()) return null
    if (token.kind !== 'open') continue
    const name = localName(token.name).toLowerCase()
    if (name === 'svg' || htmlRoots.has(name)) return name === 'svg' ? 'svg' : 'html'
    return declared || /\sxmlns/.test(token.rest) || start.trimEnd().endsWith(`</${token.name}>`) ? 'xml' : null
  }
  return declared ? 'xml' : null
}

const htmlRoots = new Set(['html', 'head', 'body', 'script', 'iframe', 'meta', 'title', 'style'])

const jsonExtension = async (bytes: Bytes, start: string): Promise<string | null> => {
  if (bytes.length > largestJsonBytes) return /^[[{]\s*["[{\]}\d-]/.test(start) ? 'json' : null
  const whole = await bytes.text(largestJsonBytes)
  try {
    const value: unknown = JSON.parse(whole?.text ?? '')
    return isGeographic(value) ? 'geojson' : 'json'
  } catch {
    return null
  }
}

const isGeographic = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && /^Feature(?:Collection)?$/.test(String(value.type))

/** A table is told by its lines: the same separator, as many times in nearly all of them. */
const tableExtension = (head: Decoded): string => {
  const lines = head.text.split(/\r\n|\n|\r/)
  if (head.truncated) lines.pop()
  const sample = lines.filter((line) => line.trim()).slice(0, 30)
  if (sample.length < 2) return 'txt'
  if (isEven(sample, '\t')) return 'tsv'
  return [',', ';', '|'].some((separator) => isEven(sample, separator)) ? 'csv' : 'txt'
}

const isEven = (lines: readonly string[], separator: string): boolean => {
  const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1)
  const [first = 0] = counts
  return first > 0 && counts.filter((count) => count === first).length >= counts.length * 0.8
}
