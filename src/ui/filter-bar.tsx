import type { Child } from 'hono/jsx'
import { Button } from './button.tsx'
import { FillingContext } from './filling.ts'
import { useWords } from './speaking.ts'

interface FilterBarProps {
  readonly action: string
  readonly label: string
  /** What the address already says; fields find theirs by name. */
  readonly values?: Readonly<Record<string, unknown>> | undefined
  /** What must survive a change of filter: order, view. */
  readonly hidden?: Readonly<Record<string, string | undefined>> | undefined
  /** Where no filter is set; absent when none is. */
  readonly clearHref?: string | undefined
  /** How else the list can be shown. */
  readonly tools?: Child
  /** Other forms of the list. */
  readonly downloads?: readonly { readonly href: string; readonly label: string }[] | undefined
  readonly children?: Child
}

/** Narrowing a list is asking for another address: it can be kept, sent and printed. */
export const FilterBar = ({
  action,
  label,
  values = {},
  hidden = {},
  clearHref,
  tools,
  downloads,
  children,
}: FilterBarProps) => {
  const words = useWords()
  return (
    <form class="filters" method="get" action={action} aria-label={label} data-filter>
      {Object.entries(hidden).map(([name, value]) => value && <input type="hidden" name={name} value={value} />)}
      <FillingContext.Provider value={{ values, reasons: [] }}>{children}</FillingContext.Provider>
      {children && (
        <div class="filters-end">
          <Button icon="list-filter">{words.filter}</Button>
          {clearHref && <a href={clearHref}>{words.clearFilters}</a>}
        </div>
      )}
      {(tools || downloads) && (
        <div class="list-tools">
          {tools}
          {downloads && (
            <p class="downloads">
              <span class="hidden">{words.downloadAs}: </span>
              {downloads.map(({ href, label: name }) => (
                <a href={href}>{name}</a>
              ))}
            </p>
          )}
        </div>
      )}
    </form>
  )
}

interface SelectionProps {
  /** Id of the form the table's boxes belong to; this draws that form. */
  readonly form: string
  readonly action: string
  readonly hidden?: Readonly<Record<string, string | undefined>> | undefined
  readonly children?: Child
}

/** What can be done at once with the rows that were chosen. */
export const Selection = ({ form, action, hidden = {}, children }: SelectionProps) => {
  const words = useWords()
  return (
    <form class="selection" id={form} method="post" action={action}>
      {Object.entries(hidden).map(([name, value]) => value && <input type="hidden" name={name} value={value} />)}
      <span class="muted num" data-picked={words.selected} role="status">
        {words.selected.replace('{n}', '0')}
      </span>
      {children}
    </form>
  )
}
