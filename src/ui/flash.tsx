import type { Saying } from './frame.ts'
import { Icon } from './icons.tsx'

/** One sentence about what was just done, with the way to undo it where there is one. */
export const Flash = ({ text, tone = 'ok', action }: Saying) => (
  <p class={`flash flash--${tone}`} role="status">
    <Icon name={tone === 'ok' ? 'check' : 'octagon-x'} />
    <span>{text}</span>
    {action && <a href={action.href}>{action.label}</a>}
  </p>
)
