import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { schema } from './schema.ts'

const { link } = schema.marks
const { image } = schema.nodes

/** What a panel asks before it acts. `values` are those of its controls, by `data-value`. */
interface Panel {
  readonly fill: (state: EditorState) => Readonly<Record<string, string>>
  apply(view: EditorView, values: Readonly<Record<string, string>>): void
}

const linkAt = ({ selection: { $from } }: EditorState) => link.isInSet($from.marks())

/** The whole of the link that the cursor stands in, or what is selected. */
function reach(view: EditorView): { from: number; to: number } {
  const { empty, from, to, $from } = view.state.selection
  const standing = linkAt(view.state)
  if (!empty || !standing) return { from, to }
  const inLink = (index: number) => standing.isInSet($from.parent.maybeChild(index)?.marks ?? [])
  let [first, last] = [$from.index(), $from.index()]
  while (first > 0 && inLink(first - 1)) first--
  while (inLink(last + 1)) last++
  const start = $from.start()
  const sizeOf = (end: number) =>
    Array.from({ length: end }, (_, at) => $from.parent.child(at).nodeSize).reduce((sum, size) => sum + size, 0)
  return { from: start + sizeOf(first), to: start + sizeOf(last + 1) }
}

export const panels: Readonly<Record<string, Panel>> = {
  link: {
    fill: (state) => ({ href: linkAt(state)?.attrs['href'] ?? '' }),
    apply(view, { href = '' }) {
      const { from, to } = reach(view)
      const { tr } = view.state
      tr.removeMark(from, to, link)
      if (href && from === to) tr.insertText(href, from).addMark(from, from + href.length, link.create({ href }))
      else if (href) tr.addMark(from, to, link.create({ href }))
      view.dispatch(tr.removeStoredMark(link))
    },
  },
  image: {
    fill: () => ({ alt: '' }),
    apply(view, { src, alt = '' }) {
      if (src) view.dispatch(view.state.tr.replaceSelectionWith(image.create({ src, alt })).scrollIntoView())
    },
  },
}

/** Opens a panel below the bar; Enter or its first button applies it, Escape or the last lets it be. */
export function openPanel(holder: HTMLElement, name: string, view: EditorView): boolean {
  const box = holder.querySelector<HTMLElement>(`[data-panel="${name}"]`)
  const panel = panels[name]
  if (!box || !panel) return false
  const controls = [...box.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-value]')]
  const filled = panel.fill(view.state)
  for (const control of controls) {
    const value = filled[control.dataset['value'] ?? '']
    if (value !== undefined) control.value = value
  }
  const close = () => {
    box.hidden = true
    view.focus()
  }
  const apply = (emptied: boolean) => {
    const values = controls.map((control) => [control.dataset['value'], emptied ? '' : control.value.trim()])
    panel.apply(view, Object.fromEntries(values))
    close()
  }
  box.onclick = ({ target }) => {
    const act = (target as Element).closest('button')?.dataset['act']
    if (act === 'cancel') close()
    else if (act) apply(act === 'remove')
  }
  box.onkeydown = (event) => {
    if (event.key === 'Escape') close()
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    apply(false)
  }
  box.hidden = false
  controls[0]?.focus()
  return true
}
