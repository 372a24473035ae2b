import type { Child } from 'hono/jsx'
import { ButtonLink } from './button.tsx'
import { type FileItemProps, FileList } from './files.tsx'
import { CopyButton } from './hash.tsx'
import { useWords } from './speaking.ts'

interface DocumentHeadProps {
  readonly title: string
  /** 2 where the page already has its title. */
  readonly level?: 1 | 2 | undefined
  readonly state?: Child
  /** Kind, version, date of publication. */
  readonly facts: readonly Child[]
  readonly summary?: Child
  /** On telephones the file comes first. */
  readonly download?: { readonly href: string; readonly label: string } | undefined
}

export const DocumentHead = ({ title, level = 1, state, facts, summary, download }: DocumentHeadProps) => (
  <div class="doc-head">
    <p class="kind">
      {state}
      {facts.map((fact) => (
        <span>{fact}</span>
      ))}
    </p>
    {level === 1 ? <h1>{title}</h1> : <h2>{title}</h2>}
    {summary && <p class="lede">{summary}</p>}
    {download && (
      <p class="only-small">
        <ButtonLink kind="main" size="large" icon="download" href={download.href} download>
          {download.label}
        </ButtonLink>
      </p>
    )}
  </div>
)

interface SheetProps {
  /** Named as the sheet itself names it. */
  readonly title?: string | undefined
  /** Folio at one end, page at the other. */
  readonly running?: readonly [string, string] | undefined
  readonly language?: string | undefined
  /** Under the sheet: read it whole, how long it is. */
  readonly below?: Child
  readonly children?: Child
}

/** The first page of a document, as text that can be read aloud. */
export const Sheet = ({ title, running, language, below, children }: SheetProps) => (
  <div class="sheet-frame">
    <article class="sheet" lang={language}>
      {running && (
        <p class="folio">
          <span>{running[0]}</span>
          <span>{running[1]}</span>
        </p>
      )}
      {title && <h2>{title}</h2>}
      {children}
    </article>
    {below && <div class="row">{below}</div>}
  </div>
)

interface TableSheetProps {
  /** Names the table for whoever listens. */
  readonly caption: string
  readonly running: readonly [string, string]
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly below?: Child
}

/** How a file of data begins: its head and a few rows, that go sideways where there is no room. */
export const TableSheet = ({ caption, running, head, rows, below }: TableSheetProps) => (
  <div class="sheet-frame">
    <div class="sheet sheet--table">
      <p class="folio">
        <span>{running[0]}</span>
        <span>{running[1]}</span>
      </p>
      <section class="sideways" aria-label={caption} tabindex={0}>
        <table class="table">
          <thead>
            <tr>
              {head.map((cell, at) => (
                <th scope="col" class={isNumber(rows[0]?.[at]) ? 'n' : undefined}>
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr>
                {cells.map((cell) => (
                  <td class={isNumber(cell) ? 'n' : undefined}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
    {below && <div class="row">{below}</div>}
  </div>
)

const isNumber = (cell: string | undefined) => /^[$-]?\d[\d,. ]*%?$/.test(cell ?? '')

interface GetFileProps {
  readonly files: readonly FileItemProps[]
  readonly download?: { readonly href: string; readonly label: string } | undefined
  /** Opens the rest, where there are too many to show at once. */
  readonly allFiles?: string | undefined
}

const mostShown = 6

/** The files, ready to take: one by one, and with the button the one that matters or all. */
export const GetFile = ({ files, download, allFiles }: GetFileProps) => {
  const shown = files.length > mostShown + 1 ? mostShown : files.length
  return (
    <section class="get">
      <FileList files={files.slice(0, shown)} />
      {shown < files.length && (
        <details>
          <summary>{allFiles}</summary>
          <FileList files={files.slice(shown)} />
        </details>
      )}
      {download && (
        <ButtonLink kind="main" size="large" icon="download" href={download.href} download>
          {download.label}
        </ButtonLink>
      )}
    </section>
  )
}

export interface Version {
  readonly number: string | number
  readonly text: Child
  readonly meta?: Child
}

/** Newest first; the older ones keep their address. */
export const Versions = ({ items }: { items: readonly Version[] }) => (
  <ol class="versions">
    {items.map(({ number, text, meta }) => (
      <li>
        <span class="v">{number}</span>
        <div>
          <p>{text}</p>
          {meta && <p class="muted num">{meta}</p>}
        </div>
      </li>
    ))}
  </ol>
)

interface CitationProps {
  readonly children: Child
  /** The same without typography, to paste. */
  readonly plain: string
  readonly formats?: readonly { readonly href: string; readonly label: string }[] | undefined
}

export const Citation = ({ children, plain, formats = [] }: CitationProps) => (
  <div class="citation">
    <p class="serif">{children}</p>
    <p class="row">
      <CopyButton text={plain} label={useWords().copyCitation} />
      {formats.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </p>
  </div>
)
