import type { Tone } from './frame.ts'
import { Icon, type IconName } from './icons.tsx'

export interface StateProps {
  readonly tone?: Tone | undefined
  readonly icon?: IconName | undefined
  readonly word: string
}

/** A state is a colour, a shape and a word; never the colour alone. */
export const State = ({ tone = 'plain', icon = icons[tone], word }: StateProps) => (
  <span class={tone === 'plain' ? 'state' : `state state--${tone}`}>
    <Icon name={icon} />
    {word}
  </span>
)

const icons = { ok: 'check', warn: 'triangle-alert', bad: 'octagon-x', on: 'circle', plain: 'circle-dot' } as const

/** The same, in running text: a deadline, a result. */
export const Toned = ({ tone, icon, word }: StateProps) => (
  <span class={tone && tone !== 'plain' ? `toned toned--${tone}` : 'toned'}>
    {icon && <Icon name={icon} />}
    {word}
  </span>
)
