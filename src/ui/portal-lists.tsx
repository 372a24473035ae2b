import type { Child } from 'hono/jsx'
import { Time, type When } from './time.tsx'

export interface GuideSection {
  readonly title: string
  readonly href: string
  readonly text?: string | undefined
  readonly links?: readonly { readonly href: string; readonly label: string }[] | undefined
}

/** The sections of the portal, each with what is sought most in it. */
export const Guide = ({ sections }: { sections: readonly GuideSection[] }) => (
  <ul class="guide">
    {sections.map(({ title, href, text, links }) => (
      <li>
        <h3>
          <a href={href}>{title}</a>
        </h3>
        {text && <p>{text}</p>}
        {links && (
          <ul>
            {links.map((link) => (
              <li>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        )}
      </li>
    ))}
  </ul>
)

export interface IndexEntry {
  readonly when?: When | undefined
  readonly title: string
  readonly href: string
  /** Kind, area, formats. */
  readonly meta?: Child
  /** Where the search found it, with its `<mark>`. */
  readonly excerpt?: Child
  readonly state?: Child
}

/** What is new, or what was found. */
export const IndexList = ({ entries }: { entries: readonly IndexEntry[] }) => (
  <ol class="index">
    {entries.map(({ when, title, href, meta, excerpt, state }) => (
      <li>
        {when && <Time {...when} />}
        <div>
          <p class="t">
            <a href={href}>{title}</a> {state}
          </p>
          {excerpt && <p class="excerpt">{excerpt}</p>}
          {meta && <p class="m">{meta}</p>}
        </div>
      </li>
    ))}
  </ol>
)
