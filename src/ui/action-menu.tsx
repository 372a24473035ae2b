import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icons.tsx'
import { useWords } from './speaking.ts'

export interface Action {
  readonly label: string
  /** Leads somewhere… */
  readonly href?: string | undefined
  /** …or opens the `Dialog` at `href`… */
  readonly dialog?: boolean | undefined
  /** …or sends this form. */
  readonly form?: string | undefined
  readonly icon?: IconName | undefined
  readonly bad?: boolean | undefined
  /** Why it cannot be done now. It is then said, and is not a button. */
  readonly unless?: string | undefined
}

interface ActionMenuProps {
  readonly id: string
  readonly label?: string | undefined
  readonly actions: readonly Action[]
  readonly children?: Child
}

/** The actions that are not the main one. */
export const ActionMenu = ({ id, label, actions, children }: ActionMenuProps) => (
  <>
    <button class="btn" type="button" popovertarget={id}>
      {label ?? useWords().otherActions}
      <Icon name="chevron-down" />
    </button>
    <div class="pop pop--menu" popover="auto" id={id}>
      <ul>
        {actions.map((action) => (
          <li>
            <Entry {...action} />
          </li>
        ))}
      </ul>
      {children}
    </div>
  </>
)

const Entry = ({ label, href, dialog, form, icon, bad, unless }: Action) => {
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span>
        {label}
        {unless && <span class="second">{unless}</span>}
      </span>
    </>
  )
  const look = bad ? 'entry entry--bad' : 'entry'
  if (unless) return <p class="entry entry--off">{inside}</p>
  if (form)
    return (
      <button class={look} type="submit" form={form}>
        {inside}
      </button>
    )
  return (
    <a class={look} href={href ?? '#'} data-dialog={dialog}>
      {inside}
    </a>
  )
}
