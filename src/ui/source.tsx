import type { Child } from 'hono/jsx'
import { Pairs } from './pairs.tsx'
import { useWords } from './speaking.ts'

export interface SourcePopoverProps {
  readonly id: string
  /** Name of the figure. */
  readonly title: string
  readonly counts: string
  readonly period: string
  readonly source: Child
  /** The query that gives it, as it is run. */
  readonly query?: string | undefined
  readonly label?: string | undefined
}

/** Every figure answers where it comes from. */
export const SourcePopover = ({ id, title, counts, period, source, query, label }: SourcePopoverProps) => {
  const words = useWords()
  return (
    <>
      <button type="button" class="source" popovertarget={id}>
        {label ?? words.whereFrom}
        <span class="hidden">: {title}</span>
      </button>
      <div class="pop" popover="auto" id={id} role="note" aria-labelledby={`${id}-titulo`}>
        <p class="pop-title" id={`${id}-titulo`}>
          {title}
        </p>
        <Pairs
          items={[
            { term: words.whatItCounts, value: counts },
            { term: words.period, value: period },
            { term: words.source, value: source },
          ]}
        />
        {query && (
          <pre>
            <code>{query}</code>
          </pre>
        )}
      </div>
    </>
  )
}
