import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'

/** Stands in what is drawn once for the one address that differs from page to page. */
export const hole = '\u0001'

const mostKept = 200
const kept = new Map<string, string>()

interface Props {
  /** Everything that it is drawn from, but for the hole. */
  readonly of: unknown
  /** What goes into the hole. */
  readonly fill: string
  readonly children: { toString(): string | Promise<string> }
}

/** A part of the frame that a thousand pages have alike: drawn once for what it is drawn from. */
export function Alike({ of, fill, children }: Props): Child {
  const key = JSON.stringify(of)
  const known = kept.get(key) ?? String(children)
  if (kept.size >= mostKept && !kept.has(key)) kept.clear()
  kept.set(key, known)
  const filled = String(html`${fill}`)
  return raw(known.replaceAll(hole, () => filled))
}
