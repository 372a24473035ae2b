import type { Child } from 'hono/jsx'

export interface Pair {
  readonly term: string
  readonly value: Child
}

/** The facts of a record, name beside value. */
export const Pairs = ({ items }: { items: readonly Pair[] }) => (
  <dl class="pairs">
    {items.map(({ term, value }) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
