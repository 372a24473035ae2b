import { DOMParser, DOMSerializer, type Node } from 'prosemirror-model'
import { schema } from './schema.ts'

export function readHtml(html: string): Node {
  const holder = document.implementation.createHTMLDocument('').body
  holder.innerHTML = html
  return DOMParser.fromSchema(schema).parse(holder)
}

/** As people write it: an item or a cell with one paragraph is that text alone; nothing at all is nothing. */
export function writeHtml(text: Node): string {
  if (text.childCount === 1 && text.firstChild?.isTextblock && text.firstChild.content.size === 0) return ''
  const holder = document.implementation.createHTMLDocument('')
  holder.body.append(DOMSerializer.fromSchema(schema).serializeFragment(text.content, { document: holder }))
  for (const paragraph of holder.querySelectorAll('li > p, td > p, th > p')) {
    const next = paragraph.nextElementSibling
    if (!paragraph.previousElementSibling && (!next || /^[uo]l$/i.test(next.tagName))) {
      paragraph.replaceWith(...paragraph.childNodes)
    }
  }
  return [...holder.body.children].map(({ outerHTML }) => outerHTML).join('\n')
}
