import type { PublicItem } from '#kernel/module'
import { localDateOf, shortDate } from '#kernel/pure/dates'
import type { Locale } from '#kernel/words'
import { Time } from '#ui'
import type { Section } from '../rules/tree.ts'
import { sectionTitle, spoken, Told } from './speech.tsx'

interface NewsProps {
  readonly items: readonly PublicItem[]
  readonly zone: string
  readonly locale: Locale
}

/** What is new, with its date, kind and formats. */
export const News = ({ items, zone, locale }: NewsProps) => (
  <ol class="index">
    {items.map(({ at, href, title, lang, meta, formats }) => (
      <li>
        <Time iso={at.toISOString()} text={shortDate(localDateOf(at, zone), locale)} />
        <div>
          <p class="t">
            <a href={href} lang={lang}>
              {title}
            </a>
          </p>
          <p class="m">{[meta, ...formats].filter(Boolean).join(' · ')}</p>
        </div>
      </li>
    ))}
  </ol>
)

interface SectionsProps {
  readonly sections: readonly Section[]
  /** The tree they are of: each shows a few of those below it. */
  readonly tree: readonly Section[]
  readonly locale: Locale
  readonly level?: 'h2' | 'h3'
}

const mostBelow = 4

/** Sections as signposts: name, one sentence, and the first below each. */
export const Signposts = ({ sections, tree, locale, level: Heading = 'h3' }: SectionsProps) => (
  <ul class="guide">
    {sections.map((section) => {
      const below = tree.filter(({ parentId }) => parentId === section.id).slice(0, mostBelow)
      const summary = spoken(locale, section.summaryEs, section.summaryEn || null)
      return (
        <li>
          <Heading>
            <a href={section.path}>
              <Told {...sectionTitle(locale, section)} />
            </a>
          </Heading>
          {summary.text && (
            <p>
              <Told {...summary} />
            </p>
          )}
          {below.length > 0 && (
            <ul>
              {below.map((each) => (
                <li>
                  <a href={each.path}>
                    <Told {...sectionTitle(locale, each)} />
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      )
    })}
  </ul>
)
