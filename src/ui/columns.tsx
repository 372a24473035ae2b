import type { Child } from 'hono/jsx'

interface WithAsideProps {
  readonly aside: Child
  /** Names the narrow column for those who listen. */
  readonly asideLabel: string
  readonly wideAside?: boolean | undefined
  readonly children?: Child
}

/** The body and, beside it where there is room, what accompanies it. */
export const WithAside = ({ aside, asideLabel, wideAside, children }: WithAsideProps) => (
  <div class={wideAside ? 'cols cols--aside-l' : 'cols cols--aside'}>
    <div class="stack stack--l">{children}</div>
    <aside class="stack stack--l" aria-label={asideLabel}>
      {aside}
    </aside>
  </div>
)

/** Even distance between things, one above the other. */
export const Stack = ({ size, children }: { size?: 's' | 'm' | 'l' | undefined; children?: Child }) => (
  <div class={size && size !== 'm' ? `stack stack--${size}` : 'stack'}>{children}</div>
)

/** Things in a line, that break into the next when they must. */
export const Row = ({ children }: { children?: Child }) => <div class="row">{children}</div>
