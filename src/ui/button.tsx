import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icons.tsx'

/** One main button per page; `bad` for what cannot be undone. */
export type ButtonKind = 'main' | 'bad' | 'plain'

interface Looks {
  readonly kind?: ButtonKind | undefined
  readonly size?: 'small' | 'large' | undefined
  readonly icon?: IconName | undefined
  readonly iconEnd?: IconName | undefined
  readonly children?: Child
}

export interface ButtonProps extends Looks {
  readonly type?: 'submit' | 'button' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Id of the form it sends, when it stands outside of it. */
  readonly form?: string | undefined
  /** Sends the form elsewhere. */
  readonly action?: string | undefined
  /** Id of the popover it opens. */
  readonly opens?: string | undefined
  readonly id?: string | undefined
  /** What is heard, when more than what is read. */
  readonly label?: string | undefined
}

export const Button = ({ type = 'submit', name, value, form, action, opens, id, label, ...looks }: ButtonProps) => (
  <button
    class={classOf(looks)}
    type={opens ? 'button' : type}
    name={name}
    value={value}
    form={form}
    formaction={action}
    popovertarget={opens}
    id={id}
    aria-label={label}
  >
    <Inside {...looks} />
  </button>
)

export interface ButtonLinkProps extends Looks {
  readonly href: string
  readonly download?: boolean | undefined
  readonly label?: string | undefined
  /** Opens the `Dialog` that `href` points to; without scripts the dialog simply shows in the page. */
  readonly dialog?: boolean | undefined
}

export const ButtonLink = ({ href, download, label, dialog, ...looks }: ButtonLinkProps) => (
  <a class={classOf(looks)} href={href} download={download} aria-label={label} data-dialog={dialog}>
    <Inside {...looks} />
  </a>
)

const classOf = ({ kind, size }: Looks): string =>
  ['btn', kind && `btn--${kind}`, size && `btn--${size}`].filter(Boolean).join(' ')

const Inside = ({ icon, iconEnd, children }: Looks) => (
  <>
    {icon && <Icon name={icon} />}
    {children}
    {iconEnd && <Icon name={iconEnd} />}
  </>
)
