import type { Child } from 'hono/jsx'

interface SectionTitleProps {
  readonly title: string
  readonly count?: number | string | undefined
  readonly id?: string | undefined
  /** A link or a remark at the other end of the line. */
  readonly aside?: Child
  /** Set in the serif, for the portal. */
  readonly large?: boolean | undefined
}

export const SectionTitle = ({ title, count, id, aside, large }: SectionTitleProps) => (
  <div class="section-title">
    <h2 id={id} class={large ? 'h-gazette' : undefined}>
      {title} {count !== undefined && <span class="muted num">{count}</span>}
    </h2>
    {aside && <div class="aside">{aside}</div>}
  </div>
)

interface SectionProps extends SectionTitleProps {
  readonly id: string
  readonly children?: Child
}

/** A titled part of a page; its name is its landmark. */
export const Section = ({ id, children, ...title }: SectionProps) => (
  <section aria-labelledby={id}>
    <SectionTitle id={id} {...title} />
    {children}
  </section>
)
