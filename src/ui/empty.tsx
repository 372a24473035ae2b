import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icons.tsx'

interface EmptyProps {
  readonly title: string
  /** What will appear here, and why nothing does now. */
  readonly text?: Child
  readonly icon?: IconName | undefined
  /** The next step. */
  readonly action?: Child
}

export const Empty = ({ title, text, icon = 'inbox', action }: EmptyProps) => (
  <div class="empty">
    <Icon name={icon} />
    <p class="empty-title">{title}</p>
    {text && <p>{text}</p>}
    {action}
  </div>
)
