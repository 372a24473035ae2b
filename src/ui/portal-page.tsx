import type { Child } from 'hono/jsx'
import { Brand } from './brand.tsx'
import { Document, type DocumentProps } from './document.tsx'
import type { FooterColumn, Institution, PortalFrame } from './frame.ts'
import { Icon } from './icons.tsx'
import { Outcome } from './outcome.tsx'
import { useWords } from './speaking.ts'

export interface PortalPageProps extends Pick<DocumentProps, 'description' | 'hidden' | 'also'> {
  readonly frame: PortalFrame
  readonly title: string
  readonly children?: Child
}

/** What citizens see: the institution's name, its sections, the page, and who answers for it. */
export const PortalPage = ({ frame, title, children, ...head }: PortalPageProps) => (
  <Document setting={frame} title={title} kind="portal" {...head}>
    <Masthead frame={frame} />
    <main id="contenido" tabindex={-1}>
      <div class="wrap">
        <Outcome setting={frame}>{children}</Outcome>
      </div>
    </main>
    <Foot frame={frame} />
  </Document>
)

const Masthead = ({ frame: { institution, nav, search } }: { frame: PortalFrame }) => {
  const words = useWords()
  return (
    <header class="masthead">
      <div class="wrap">
        <Institute {...institution} />
        <nav aria-label={words.mainSections}>
          <ul>
            {nav.map(({ href, label, current }) => (
              <li>
                <a href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {search && (
          // biome-ignore lint/a11y/useSemanticElements: readers know a form that searches; few know <search> yet.
          <form class="mini" role="search" action={search.action}>
            <label class="hidden" for="buscar">
              {words.searchPortal}
            </label>
            <input id="buscar" name="q" type="search" value={search.value ?? ''} placeholder={words.search} data-find />
            <button type="submit" aria-label={words.search}>
              <Icon name="search" />
            </button>
          </form>
        )}
      </div>
    </header>
  )
}

export const Institute = ({ name, href, logo }: Institution) => (
  <a class="inst" href={href}>
    {logo && <img src={logo} alt="" width="36" height="36" />}
    <span>{name}</span>
  </a>
)

const Foot = ({ frame: { institution, contact, columns, colophon, alternate, locale } }: { frame: PortalFrame }) => {
  const words = useWords()
  const other = locale === 'es' ? 'en' : 'es'
  return (
    <footer class="foot">
      <div class="wrap">
        <div>
          <h2>{institution.name}</h2>
          {contact.map((line) => (
            <p>{line}</p>
          ))}
          {alternate && (
            <p>
              <a href={alternate} hreflang={other} lang={other}>
                {words.otherLanguage}
              </a>
            </p>
          )}
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
    <h2>{title}</h2>
    <ul>
      {items.map(({ href, label }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  </div>
)
