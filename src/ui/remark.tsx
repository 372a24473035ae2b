import type { Child } from 'hono/jsx'
import type { When } from './time.tsx'
import { Time } from './time.tsx'

export interface Says {
  readonly text: Child
  readonly by: string
  readonly when: When
  /** A file or version it speaks of. */
  readonly link?: { readonly href: string; readonly label: string } | undefined
}

interface RemarkProps {
  readonly id: string
  readonly title: string
  /** File and page it points at. */
  readonly where?: Child
  readonly severity?: Child
  readonly state?: Child
  readonly says?: readonly Says[] | undefined
  /** What the reader can answer, if anything. */
  readonly actions?: Child
}

/** An observation and what was answered to it. */
export const Remark = ({ id, title, where, severity, state, says = [], actions }: RemarkProps) => (
  <article class="remark" id={id} aria-labelledby={`${id}-titulo`}>
    <header>
      {severity}
      <h3 id={`${id}-titulo`}>{title}</h3>
      {where && <span class="muted">{where}</span>}
      {state && <span class="end">{state}</span>}
    </header>
    {says.map(({ text, by, when, link }) => (
      <div class="say">
        <p>{text}</p>
        <p class="by">
          {by} · <Time {...when} />
          {link && (
            <>
              {' '}
              · <a href={link.href}>{link.label}</a>
            </>
          )}
        </p>
      </div>
    ))}
    {actions && <div class="say">{actions}</div>}
  </article>
)
