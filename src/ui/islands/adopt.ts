import { Idiomorph } from 'idiomorph'
import { givenTo, heldIn, isControl } from './typed.ts'

// A page has no client state. It takes what the server says now, and only what changed moves.

/** Parts of a page that may change under its reader's eyes. */
const parts = ['main', '.side-in', '.tools']

/** Fetches this page again and takes it over. */
export async function renew(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html', 'x-renewal': 'page' } })
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
        // What was said of the last action is said until the next one.
        beforeNodeRemoved: (old) => Boolean(sent) || !(old instanceof Element && old.matches('[data-kept]')),
        // What the reader opened stays open; the row the keys stand on keeps the focus.
        beforeAttributeUpdated: (name, _, change) =>
          !((name === 'open' && !sent) || (name === 'tabindex' && change === 'remove')),
      },
    })
  }
  document.title = page.title
  document.dispatchEvent(new Event('adopted'))
}

export const isTyped = (element: Element): boolean =>
  element.hasAttribute('data-typed') || (isControl(element) && heldIn(element) !== givenTo(element))
