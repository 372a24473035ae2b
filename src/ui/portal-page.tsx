import type { Child } from 'hono/jsx'
import { Alike, hole } from './alike.tsx'
import { Brand } from './brand.tsx'
import { Document, type DocumentProps } from './document.tsx'
import type { DeskWay, FooterColumn, Institution, PortalFrame } from './frame.ts'
import { Icon } from './icons.tsx'
import { Outcome } from './outcome.tsx'
import { useWords } from './speaking.ts'

export interface PortalPageProps extends Pick<DocumentProps, 'description' | 'hidden' | 'also'> {
  readonly frame: PortalFrame
  readonly title: string
  readonly children?: Child
}

/** What citizens see: the institution's name, its sections, the page, and who answers for it. */
export const PortalPage = ({ frame, title, children, ...head }: PortalPageProps) => {
  const { locale, institution, alternate, nav, search, contact, columns, colophon } = frame
  const around = { ...frame, alternate: alternate && hole }
  const fill = alternate ?? ''
  return (
    <Document setting={frame} title={title} kind="portal" {...head}>
      {frame.desk && <DeskBar {...frame.desk} />}
      <Alike of={[locale, institution, nav, search, alternate !== undefined]} fill={fill}>
        <Masthead frame={around} />
      </Alike>
      <main id="contenido" tabindex={-1}>
        <div class="wrap">
          <Outcome setting={frame}>{children}</Outcome>
        </div>
      </main>
      <Alike of={[locale, institution, contact, columns, colophon, alternate !== undefined]} fill={fill}>
        <Foot frame={around} />
      </Alike>
    </Document>
  )
}

const DeskBar = ({ name, record, asks = [] }: DeskWay) => {
  const words = useWords()
  return (
    <nav class="desk-bar" aria-label={words.forStaff}>
      <div class="wrap">
        <a href="/hoy">{words.toDesk}</a>
        {record && <a href={record.href}>{record.label}</a>}
        {asks.map(({ href, label }) => (
          <a href={href}>{label}</a>
        ))}
        <span class="end">{name}</span>
      </div>
    </nav>
  )
}

/** Where there is no room for the sections in a line, they wait behind a button that needs no script. */
const Masthead = ({ frame }: { frame: PortalFrame }) => {
  const { institution, search } = frame
  const words = useWords()
  return (
    <header class="masthead">
      <div class="wrap">
        <Institute {...institution} />
        <nav class="in-line" aria-label={words.mainSections}>
          <Sections frame={frame} />
        </nav>
        {search && (
          // biome-ignore lint/a11y/useSemanticElements: readers know a form that searches; few know <search> yet.
          <form class="mini" role="search" aria-label={words.searchPortal} action={search.action}>
            <label class="hidden" for="buscar">
              {words.searchPortal}
            </label>
            <input id="buscar" name="q" type="search" value={search.value ?? ''} placeholder={words.search} data-find />
            <button type="submit" aria-label={words.search}>
              <Icon name="search" />
            </button>
          </form>
        )}
        {search && (
          <a class="to-search" href={search.action} aria-label={words.search}>
            <Icon name="search" />
          </a>
        )}
        <details class="menu">
          <summary>
            <Icon name="menu" />
            {words.menu}
          </summary>
          <nav aria-label={words.menu}>
            <Sections frame={frame} />
            <OtherLanguage frame={frame} />
          </nav>
        </details>
      </div>
    </header>
  )
}

const Sections = ({ frame: { nav } }: { frame: PortalFrame }) => (
  <ul>
    {nav.map(({ href, label, current }) => (
      <li>
        <a href={href} aria-current={current ? 'page' : undefined}>
          {label}
        </a>
      </li>
    ))}
  </ul>
)

/** An institution without a logo signs with its initials. */
export const Institute = ({ name, href, logo }: Institution) => (
  <a class="inst" href={href}>
    {logo ? (
      <img src={logo} alt="" width="36" height="36" />
    ) : (
      <span class="seal" aria-hidden="true">
        {sealOf(name)}
      </span>
    )}
    <span>{name}</span>
  </a>
)

const sealOf = (name: string): string => (name.match(/(?<!\p{L})\p{Lu}/gu) ?? [name.slice(0, 1)]).slice(0, 3).join('')

const OtherLanguage = ({ frame: { alternate, locale } }: { frame: PortalFrame }) => {
  const other = locale === 'es' ? 'en' : 'es'
  const { otherLanguage } = useWords()
  return alternate ? (
    <p>
      <a href={alternate} hreflang={other} lang={other}>
        {otherLanguage}
      </a>
    </p>
  ) : null
}

const Foot = ({ frame }: { frame: PortalFrame }) => {
  const { institution, contact, columns, colophon } = frame
  return (
    <footer class="foot">
      <div class="wrap">
        <div>
          <h2>{institution.name}</h2>
          {contact.map((line) => (
            <p>{line}</p>
          ))}
          <OtherLanguage frame={frame} />
        </div>
        {columns.map((column) => (
          <FootColumn {...column} />
        ))}
        <div class="made">
          <Brand />
          <span>{colophon}</span>
        </div>
      </div>
    </footer>
  )
}

const FootColumn = ({ title, items }: FooterColumn) => (
  <div>
    {title && <h2>{title}</h2>}
    <ul>
      {items.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  </div>
)
