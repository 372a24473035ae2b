import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'
import { useWords } from './speaking.ts'

export interface SortableItem {
  readonly id: string
  /** Named in the arrows: «Subir Anexo 2». */
  readonly name: string
  readonly content: Child
}

interface SortableListProps {
  readonly action: string
  /** Each item goes as `name=id`, in order; an arrow adds `move=up:id` or `move=down:id`. */
  readonly name: string
  readonly items: readonly SortableItem[]
  readonly hidden?: Readonly<Record<string, string | undefined>> | undefined
}

/** An order that can be changed by dragging, and by arrows that always stand beside. */
export const SortableList = ({ action, name, items, hidden = {} }: SortableListProps) => {
  const words = useWords()
  return (
    <form method="post" action={action} data-in-place>
      {Object.entries(hidden).map(([key, value]) => value && <input type="hidden" name={key} value={value} />)}
      <sortable-list>
        <ol class="sortable">
          {items.map((item, at) => (
            <li id={`${name}-${item.id}`}>
              <span class="grip" aria-hidden="true">
                <Icon name="grip-vertical" />
              </span>
              <input type="hidden" name={name} value={item.id} />
              <div>{item.content}</div>
              <span class="arrows">
                <Arrow way="up" id={item.id} label={words.moveUp(item.name)} off={at === 0} />
                <Arrow way="down" id={item.id} label={words.moveDown(item.name)} off={at === items.length - 1} />
              </span>
            </li>
          ))}
        </ol>
      </sortable-list>
    </form>
  )
}

const Arrow = ({ way, id, label, off }: { way: 'up' | 'down'; id: string; label: string; off: boolean }) => (
  <button class="tool" type="submit" name="move" value={`${way}:${id}`} aria-label={label} disabled={off}>
    <Icon name={way === 'up' ? 'arrow-up' : 'arrow-down'} />
  </button>
)
