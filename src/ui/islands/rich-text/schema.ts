import { type DOMOutputSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model'
import { tableNodes } from 'prosemirror-tables'

// The same text that the server lets in, and no other: what is pasted loses here what it would lose there.

const simple = (tag: string, spec: NodeSpec = {}): NodeSpec => ({
  ...{ group: 'block', content: 'inline*', parseDOM: [{ tag }], toDOM: (): DOMOutputSpec => [tag, 0] },
  ...spec,
})

const levels = [2, 3, 4]
const heading = simple('h2', {
  attrs: { level: { default: 2 } },
  defining: true,
  parseDOM: [
    { tag: 'h1', attrs: { level: 2 } },
    ...levels.map((level) => ({ tag: `h${level}`, attrs: { level } })),
    { tag: 'h5', attrs: { level: 4 } },
    { tag: 'h6', attrs: { level: 4 } },
  ],
  toDOM: ({ attrs }: Node): DOMOutputSpec => [`h${attrs['level']}`, 0],
})

const cells = tableNodes({
  tableGroup: 'block',
  cellContent: 'block+',
  cellAttributes: {
    scope: {
      default: null,
      getFromDOM: (cell) => cell.getAttribute('scope'),
      setDOMAttr: (scope, attributes) => {
        if (scope) attributes['scope'] = scope
      },
    },
  },
})

/** The caption of a table is kept beside it: the grid is made of rows alone. */
const table: NodeSpec = {
  ...cells.table,
  attrs: { caption: { default: null } },
  parseDOM: [
    { tag: 'table', getAttrs: (element) => ({ caption: element.querySelector('caption')?.textContent || null }) },
    { tag: 'caption', ignore: true },
  ],
  toDOM: ({ attrs }): DOMOutputSpec =>
    attrs['caption'] ? ['table', ['caption', attrs['caption']], ['tbody', 0]] : ['table', ['tbody', 0]],
}

const mark = (tag: string, ...others: string[]) => ({
  parseDOM: [tag, ...others].map((each) => ({ tag: each })),
  toDOM: (): DOMOutputSpec => [tag, 0],
})
/** A mark that is one attribute of one element. */
const saying = (tag: string, attribute: string) => ({
  attrs: { [attribute]: {} },
  inclusive: false,
  parseDOM: [{ tag: `${tag}[${attribute}]`, getAttrs: (element: HTMLElement) => attributeOf(element, attribute) }],
  toDOM: ({ attrs }: { attrs: Record<string, unknown> }): DOMOutputSpec => [tag, attrs, 0],
})
const attributeOf = (element: HTMLElement, attribute: string) => ({ [attribute]: element.getAttribute(attribute) })

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: simple('p'),
    heading,
    blockquote: simple('blockquote', { content: 'block+', defining: true }),
    bullet_list: simple('ul', { content: 'list_item+' }),
    ordered_list: simple('ol', { content: 'list_item+' }),
    list_item: simple('li', { group: '', content: 'paragraph block*', defining: true }),
    table,
    table_row: cells.table_row,
    table_cell: cells.table_cell,
    table_header: cells.table_header,
    figure: simple('figure', { content: '(paragraph | table)+ figcaption?' }),
    figcaption: simple('figcaption', { group: '' }),
    text: { group: 'inline' },
    image: {
      group: 'inline',
      inline: true,
      draggable: true,
      attrs: { src: {}, alt: { default: '' } },
      parseDOM: [{ tag: 'img[src]', getAttrs: (element) => ({ ...attributeOf(element, 'src'), ...altOf(element) }) }],
      toDOM: ({ attrs }): DOMOutputSpec => ['img', attrs],
    },
    hard_break: { group: 'inline', inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  },
  marks: {
    link: saying('a', 'href'),
    abbr: saying('abbr', 'title'),
    strong: mark('strong', 'b'),
    em: mark('em', 'i'),
    sup: mark('sup'),
    sub: mark('sub'),
  },
})

const altOf = (element: HTMLElement) => ({ alt: element.getAttribute('alt') ?? '' })
