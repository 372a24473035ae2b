import sanitizeHtml from 'sanitize-html'
import { imageAddress } from './rules/rich-text.ts'

const cell = ['colspan', 'rowspan']

/** What people may write: structure and nothing of looks. The only entry of `sanitize-html`. */
const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'a', 'strong', 'em', 'abbr', 'sup', 'sub', 'blockquote'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'figure', 'figcaption', 'img'],
  ],
  allowedAttributes: { a: ['href'], abbr: ['title'], th: ['scope', ...cell], td: cell, img: ['src', 'alt'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // Their text is not for readers either.
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'title',
    'svg',
    'math',
    'iframe',
    'object',
  ],
  nestingLimit: 30,
  transformTags: {
    b: 'strong',
    i: 'em',
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    th: (tagName, { scope, ...attributes }) => ({
      tagName,
      attribs: { ...spans(attributes), scope: scope === 'row' ? 'row' : 'col' },
    }),
    td: (tagName, attributes) => ({ tagName, attribs: spans(attributes) }),
    a: (tagName, { href = '' }): sanitizeHtml.Tag => ({
      tagName,
      attribs: isSafeAddress(href) ? { href: href.trim() } : ({} as sanitizeHtml.Attributes),
    }),
    // Only what the portal's own library keeps; anything else stays as an image without an address, and is refused.
    img: (tagName, { src = '', alt }): sanitizeHtml.Tag => ({
      tagName,
      attribs: {
        ...(imageAddress.test(src) ? { src } : {}),
        ...(alt === undefined ? {} : { alt: alt.trim() }),
      } as sanitizeHtml.Attributes,
    }),
  },
}

/** The same text with only what is allowed. Doing it twice changes nothing. */
export const sanitise = (html: string): string => composed(sanitizeHtml(composed(html), allowed)).trim()

/** Unicode's composed form of the words: U+0338 after `<`, `=` or `>` would turn the mark into another letter. */
const composed = (html: string): string => html.replaceAll(/[^<=>]+/g, (words) => words.normalize('NFC'))

/** Web and mail addresses, and places of this portal; never another host in disguise. */
function isSafeAddress(raw: string): boolean {
  const href = raw.trim()
  if (/[\p{Cc}\\]/u.test(href)) return false
  if (/^(?:https?:\/\/|mailto:)[^\s]+$/i.test(href)) return URL.canParse(href)
  return /^(?:\/(?!\/)|#|\?)[^\s]*$/.test(href) || /^[\w.-]+(?:\/[^\s:]*)?$/.test(href)
}

/** Between 2 and 50: a larger cell is a mistake or an attack. */
const spans = (attributes: sanitizeHtml.Attributes): sanitizeHtml.Attributes =>
  Object.fromEntries(
    cell.flatMap((name) =>
      /^(?:[2-9]|[1-4]\d|50)$/.test(attributes[name] ?? '') ? [[name, attributes[name] ?? '']] : [],
    ),
  )
