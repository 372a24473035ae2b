import type { Bytes } from './bytes.ts'
import { attributesOf, localName, tokens } from './markup.ts'
import type { DocumentFacts } from './office.ts'

const largestPageBytes = 8 * 1024 * 1024
const hidden = new Set(['script', 'style', 'template', 'noscript', 'xmp', 'noframes'])
const inline = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
])

/** Title, language and readable text of an HTML page. */
export const readPage = async (bytes: Bytes): Promise<DocumentFacts> => {
  const source = (await bytes.text(largestPageBytes))?.text ?? ''
  let text = ''
  let title: string | null = null
  let language: string | null = null
  let element = ''
  for (const token of tokens(source, true)) {
    if (token.kind === 'open' || token.kind === 'close') {
      element = token.kind === 'open' ? localName(token.name).toLowerCase() : ''
      if (element === 'html' && token.kind === 'open') language = attributesOf(token.rest)?.get('lang') ?? null
      if (!inline.has(token.name.toLowerCase())) text += '\n'
    } else if (token.kind === 'text' && element === 'title') title ??= token.text.trim() || null
    else if (token.kind === 'text' && !hidden.has(element)) text += token.text.replace(/\s+/g, ' ')
  }
  return { title, language, text: [text.replace(/ ?\n\s*/g, '\n').trim()] }
}
