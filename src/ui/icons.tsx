import { raw } from 'hono/html'
import { icons } from './icons.generated.ts'

export type IconName = keyof typeof icons

/** Always beside a word: the drawing itself is hidden from those who listen. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    {raw(icons[name])}
  </svg>
)
