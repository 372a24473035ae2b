import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { openBar } from './rich-text/bar.ts'
import { readHtml, writeHtml } from './rich-text/html.ts'
import { plugins } from './rich-text/keys.ts'
import { openPanel } from './rich-text/panels.ts'

/** A text with headings, lists, links, tables and pictures. What is sent is the text area that stands below it. */
class RichText extends HTMLElement {
  #view: EditorView | undefined

  connectedCallback(): void {
    this.#open()
    document.addEventListener('adopted', this.#open)
  }
  disconnectedCallback(): void {
    document.removeEventListener('adopted', this.#open)
    this.#view?.destroy()
  }

  /** Again when the page took the server's text over, and with it the editor away. */
  readonly #open = (): void => {
    const area = this.querySelector('textarea')
    const bar = this.querySelector<HTMLElement>('[role=toolbar]')
    if (!area || !bar || this.#view?.dom.isConnected) return
    // Plain text that was typed without scripts and sent back: it is read by its own signs, not as HTML.
    if (area.value && !/^\s*</.test(area.value)) return
    this.#view?.destroy()
    const view = new EditorView(
      { mount: this.appendChild(document.createElement('div')) },
      {
        state: EditorState.create({
          doc: readHtml(area.value),
          plugins: plugins({ 'Mod-k': () => openPanel(this, 'link', view), 'Alt-F10': () => reachBar(bar) }),
        }),
        attributes: namesOf(area),
        dispatchTransaction: (transaction) => {
          view.updateState(view.state.apply(transaction))
          showMarks(view.state)
          if (transaction.docChanged) this.#keep(area, writeHtml(view.state.doc))
        },
      },
    )
    const showMarks = openBar(bar, view, (panel) => openPanel(this, panel, view))
    showMarks(view.state)
    this.#view = view
    takePlace(area, view)
    for (const each of this.querySelectorAll<HTMLElement>('[data-plain]')) each.hidden = true
  }

  #keep(area: HTMLTextAreaElement, html: string): void {
    area.value = html
    this.dataset['typed'] = ''
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

const reachBar = (bar: HTMLElement): true => {
  bar.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  return true
}

/** Who listens to the page hears of the editor what was said of the text area. */
const namesOf = (area: HTMLTextAreaElement): Record<string, string> => ({
  class: `${area.className} rich prose`,
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': area.labels[0]?.innerText ?? '',
  ...Object.fromEntries(
    ['aria-describedby', 'aria-invalid'].flatMap((name) => {
      const value = area.getAttribute(name)
      return value ? [[name, value]] : []
    }),
  ),
})

/** The label and the summary of errors lead to the editor from now on. */
function takePlace(area: HTMLTextAreaElement, view: EditorView): void {
  const { id } = area
  for (const label of area.labels) label.addEventListener('click', () => view.focus())
  area.hidden = true
  area.removeAttribute('id')
  view.dom.id = id
}

customElements.define('rich-text', RichText)
