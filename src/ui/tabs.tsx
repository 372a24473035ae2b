import { useWords } from './speaking.ts'

export interface Tab {
  readonly href: string
  readonly label: string
  readonly count?: number | string | undefined
  readonly current?: boolean | undefined
}

/** Views of the same thing, each with its own address. */
export const Tabs = ({ items, label }: { items: readonly Tab[]; label?: string | undefined }) => (
  <nav class="tabs" aria-label={label ?? useWords().views}>
    {items.map(({ href, label: name, count, current }) => (
      <a href={href} aria-current={current ? 'page' : undefined}>
        {name} {count !== undefined && <span class="num">{count}</span>}
      </a>
    ))}
  </nav>
)
