import type { Child } from 'hono/jsx'
import { useWords } from './speaking.ts'

interface DialogProps {
  /** A `ButtonLink` with `dialog` and `href="#id"` opens it. */
  readonly id: string
  readonly title: string
  readonly text?: Child
  /** Usually a `Form` that ends in its button and `DialogCancel`. */
  readonly children?: Child
}

/** A question that must be answered before going on. Without scripts it shows in its place in the page. */
export const Dialog = ({ id, title, text, children }: DialogProps) => (
  <dialog id={id} aria-labelledby={`${id}-titulo`}>
    <h2 id={`${id}-titulo`}>{title}</h2>
    {text && <p class="sub">{text}</p>}
    {children}
  </dialog>
)

export const DialogCancel = ({ label }: { label?: string | undefined }) => (
  <a class="btn" href="#contenido" data-close>
    {label ?? useWords().cancel}
  </a>
)
