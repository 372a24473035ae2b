import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icons.tsx'

interface NoticeProps {
  readonly tone?: 'ok' | 'warn' | 'bad' | 'info' | undefined
  readonly icon?: IconName | undefined
  /** Said aloud as soon as the page opens. */
  readonly alert?: boolean | undefined
  readonly children?: Child
}

export const Notice = ({ tone = 'info', icon = icons[tone], alert, children }: NoticeProps) => (
  <div class={tone === 'info' ? 'notice' : `notice notice--${tone}`} role={alert ? 'alert' : undefined}>
    <Icon name={icon} />
    <div>{children}</div>
  </div>
)

const icons = { info: 'info', ok: 'circle-check', warn: 'triangle-alert', bad: 'octagon-x' } as const
