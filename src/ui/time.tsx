import type { Child } from 'hono/jsx'

export interface When {
  /** ISO 8601: `2026-10-16`, or with time and zone. */
  readonly iso: string
  readonly text: string
}

export const Time = ({ iso, text }: When) => <time datetime={iso}>{text}</time>

/** Running text of the portal: minutes, explanations, pages written by people. */
export const Prose = ({ children }: { children?: Child }) => <div class="prose">{children}</div>
