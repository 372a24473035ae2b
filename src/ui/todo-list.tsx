import type { Child } from 'hono/jsx'

export interface Todo {
  readonly title: string
  readonly href: string
  /** Whose it is and what for. */
  readonly why?: Child
  /** When it is due: text or `Toned`. */
  readonly due?: Child
  /** What kind of work it is. */
  readonly kind?: string | undefined
}

/** What waits for me, most urgent first; each leads to the exact place. */
export const TodoList = ({ items }: { items: readonly Todo[] }) => (
  <ol class="todo">
    {items.map(({ title, href, why, due, kind }) => (
      <li>
        <p class="t">
          <a href={href}>{title}</a>
        </p>
        {due && <p class="due">{due}</p>}
        {why && <p class="why">{why}</p>}
        {kind && <p class="act muted">{kind}</p>}
      </li>
    ))}
  </ol>
)
