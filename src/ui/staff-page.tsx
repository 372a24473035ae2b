import type { Child } from 'hono/jsx'
import { Brand } from './brand.tsx'
import { Document } from './document.tsx'
import type { Frame, NavGroup, NavItem } from './frame.ts'
import { Icon } from './icons.tsx'
import { Outcome } from './outcome.tsx'
import { useWords, wordsOf } from './speaking.ts'

export interface StaffPageProps {
  readonly frame: Frame
  readonly title: string
  /** Uses the whole width and folds the side bar away: for workbenches. */
  readonly wide?: boolean | undefined
  readonly children?: Child
}

/** The desk: a side bar by what people do, a top bar that finds anything, and the work. */
export const StaffPage = ({ frame, title, wide, children }: StaffPageProps) => (
  <Document setting={frame} title={title} kind="staff" hidden>
    <div class={wide ? 'desk desk--work' : 'desk'}>
      <Side frame={frame} />
      <Top frame={frame} />
      <main
        id="contenido"
        class="work"
        tabindex={-1}
        data-recovered={wordsOf(frame.locale).recovered}
        data-discard={wordsOf(frame.locale).discard}
      >
        <Outcome setting={frame}>{children}</Outcome>
      </main>
    </div>
  </Document>
)

const Side = ({ frame }: { frame: Frame }) => {
  const words = useWords()
  return (
    <nav class="side" id="secciones" popover="auto" aria-label={words.sections}>
      <div class="side-in">
        <Brand href={frame.home} />
        {frame.groups.map((group) => (
          <Group group={group} />
        ))}
        <p class="side-foot">
          <span>{frame.institution.name}</span>
          {frame.alternate && (
            <a
              href={frame.alternate}
              hreflang={frame.locale === 'es' ? 'en' : 'es'}
              lang={frame.locale === 'es' ? 'en' : 'es'}
            >
              {words.otherLanguage}
            </a>
          )}
        </p>
      </div>
    </nav>
  )
}

const Group = ({ group }: { group: NavGroup }) => (
  <>
    {group.title && <h2>{group.title}</h2>}
    <ul>
      {group.items.map((item) => (
        <Item item={item} />
      ))}
    </ul>
  </>
)

const Item = ({ item: { href, label, icon, count, current } }: { item: NavItem }) => (
  <li>
    <a href={href} aria-current={current ? 'page' : undefined}>
      {icon && <Icon name={icon} />}
      <span class="label">{label}</span>
      {count !== undefined && count > 0 && <span class="num">{count}</span>}
    </a>
  </li>
)

const Top = ({ frame }: { frame: Frame }) => {
  const words = useWords()
  return (
    <header class="top">
      <button class="tool open-side" type="button" popovertarget="secciones" aria-label={words.openSections}>
        <Icon name="menu" />
      </button>
      <Brand href={frame.home} />
      {/* biome-ignore lint/a11y/useSemanticElements: readers know a form that searches; few know <search> yet. */}
      <form class="find" role="search" action={frame.search.action}>
        <label class="hidden" for="buscar">
          {words.findLabel}
        </label>
        <Icon name="search" />
        <input
          id="buscar"
          name="q"
          type="search"
          value={frame.search.value ?? ''}
          placeholder={words.findHint}
          autocomplete="off"
          data-find
        />
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a drawing of a key takes no focus. */}
        <kbd aria-hidden="true">/</kbd>
      </form>
      <Tools frame={frame} />
    </header>
  )
}

const Tools = ({ frame: { notices, person } }: { frame: Frame }) => {
  const words = useWords()
  return (
    <div class="tools">
      {notices && (
        <a
          class="tool"
          href={notices.href}
          aria-label={notices.count > 0 ? `${words.notices}: ${notices.count}` : words.notices}
        >
          <Icon name="bell" />
          <span class="word">{words.notices}</span> {notices.count > 0 && <b>{notices.count}</b>}
        </a>
      )}
      {person && (
        <a class="tool" href={person.href}>
          <span class="who" aria-hidden="true">
            {person.initials}
          </span>
          <span class="word">{person.name}</span>
          <span class="hidden">, {words.yourAccount}</span>
        </a>
      )}
    </div>
  )
}
