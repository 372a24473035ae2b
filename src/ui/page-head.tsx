import type { Child } from 'hono/jsx'

interface PageHeadProps {
  readonly title: Child
  /** One line above the title: folio and states, or the day. */
  readonly above?: Child
  /** One sentence below the title. */
  readonly below?: Child
  /** The one main action and, before it, the others. */
  readonly actions?: Child
  /** Across the whole width, under title and actions: the path of states. */
  readonly wide?: Child
  /** Larger letters, for a page that greets. */
  readonly large?: boolean | undefined
}

export const PageHead = ({ title, above, below, actions, wide, large }: PageHeadProps) => (
  <div class={large ? 'page-head page-head--large' : 'page-head'}>
    <div class="page-title">
      {above && <div class="above row">{above}</div>}
      <h1>{title}</h1>
      {below && <p class="sub">{below}</p>}
    </div>
    {actions && <div class="actions">{actions}</div>}
    {wide && <div class="wide">{wide}</div>}
  </div>
)
