import type { EditorState } from 'prosemirror-state'
import { isInTable } from 'prosemirror-tables'
import type { EditorView } from 'prosemirror-view'
import { deeds } from './deeds.ts'

/** The bar of buttons: one stop of Tab, arrows within it, and Escape back to the text. */
export function openBar(
  bar: HTMLElement,
  view: EditorView,
  opens: (panel: string) => void,
): (now: EditorState) => void {
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button')]
  const reachable = () => buttons.filter((button) => button.offsetParent !== null)
  const stand = (on: HTMLButtonElement) => {
    for (const button of buttons) button.tabIndex = button === on ? 0 : -1
  }
  bar.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button')
    const { does, opens: panel } = button?.dataset ?? {}
    if (panel) opens(panel)
    if (!does) return
    deeds[does]?.command(view.state, view.dispatch, view)
    view.focus()
  })
  bar.addEventListener('focusin', ({ target }) => stand(target as HTMLButtonElement))
  bar.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') view.focus()
    const steps = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!steps) return
    event.preventDefault()
    const row = reachable()
    row.at((row.indexOf(event.target as HTMLButtonElement) + steps) % row.length)?.focus()
  })
  stand(buttons[0] as HTMLButtonElement)
  bar.hidden = false
  return (now) => {
    for (const button of buttons) {
      const deed = deeds[button.dataset['does'] ?? '']
      if (deed?.isOn) button.setAttribute('aria-pressed', String(deed.isOn(now)))
    }
    for (const group of bar.querySelectorAll<HTMLElement>('[data-within=table]')) group.hidden = !isInTable(now)
  }
}
