import type { Child } from 'hono/jsx'
import { Time, type When } from './time.tsx'

export interface Entry {
  readonly when: When
  /** A sentence: who did what. */
  readonly text: Child
  readonly tone?: 'now' | 'bad' | undefined
  /** Its place in the ledger, and where to see it. */
  readonly seal?: { readonly text: string; readonly href?: string | undefined } | undefined
}

/** What happened, newest first, as the ledger tells it. */
export const Timeline = ({ entries }: { entries: readonly Entry[] }) => (
  <ol class="timeline">
    {entries.map(({ when, text, tone, seal }) => (
      <li class={tone}>
        <Time {...when} />
        <p>{text}</p>
        {seal && <p class="entry-seal">{seal.href ? <a href={seal.href}>{seal.text}</a> : seal.text}</p>}
      </li>
    ))}
  </ol>
)

/** The same in one line each, for what changed across many matters. */
export const Changes = ({ items }: { items: readonly { readonly when: When; readonly text: Child }[] }) => (
  <ol class="changes">
    {items.map(({ when, text }) => (
      <li>
        <Time {...when} />
        <p>{text}</p>
      </li>
    ))}
  </ol>
)
