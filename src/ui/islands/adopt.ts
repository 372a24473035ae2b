import { Idiomorph } from 'idiomorph'

// A page has no client state. It takes what the server says now, and only what changed moves.

/** Parts of a page that may change under its reader's eyes. */
const parts = ['main', '.side-in', '.tools']

/** Fetches this page again and takes it over. */
export async function renew(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (response.ok) adopt(await response.text())
}

/** What was typed and not sent stays as it is, except in `sent`: the server has answered for that. */
export function adopt(html: string, sent?: Element): void {
  const page = new DOMParser().parseFromString(html, 'text/html')
  // Another kind of page altogether: the session ended, or the matter is gone.
  if (page.body.className !== document.body.className) {
    location.reload()
    return
  }
  const keep = (old: Node): boolean =>
    old instanceof Element && (old.matches('[data-kept]') || (!sent?.contains(old) && isTyped(old)))
  for (const part of parts) {
    const now = document.querySelector(part)
    const next = page.querySelector(part)
    if (!now || !next) continue
    Idiomorph.morph(now, next, {
      morphStyle: 'outerHTML',
      ignoreActiveValue: !sent,
      callbacks: {
        beforeNodeMorphed: (old) => !keep(old),
        // What the reader opened stays open; the row the keys stand on keeps the focus.
        beforeAttributeUpdated: (name, _, change) =>
          !((name === 'open' && !sent) || (name === 'tabindex' && change === 'remove')),
      },
    })
  }
  document.title = page.title
  document.dispatchEvent(new Event('adopted'))
}

export function isTyped(element: Element): boolean {
  if (element.hasAttribute('data-typed')) return true
  if (element instanceof HTMLSelectElement) {
    const options = [...element.options]
    return (
      element.selectedIndex !==
      Math.max(
        0,
        options.findIndex((option) => option.defaultSelected),
      )
    )
  }
  if (!isControl(element)) return false
  if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)) {
    return element.checked !== element.defaultChecked
  }
  return element.value !== element.defaultValue
}

const isControl = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
