import type { Child } from 'hono/jsx'

interface BigFigureProps {
  /** Already written: `1,904`, `1.6 días`. */
  readonly value: string
  readonly label: string
  readonly note?: Child
  readonly href?: string | undefined
  /** Its `SourcePopover`. */
  readonly source?: Child
}

export const BigFigure = ({ value, label, note, href, source }: BigFigureProps) => (
  <div class="figure-big">
    <span class="value">{value}</span>
    <span class="label">{href ? <a href={href}>{label}</a> : label}</span>
    {note && <span class="delta">{note}</span>}
    {source && <span>{source}</span>}
  </div>
)

/** Three or four figures side by side. */
export const Strip = ({ children }: { children?: Child }) => <div class="strip">{children}</div>
