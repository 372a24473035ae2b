import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'
import { useWords } from './speaking.ts'

interface SearchBoxProps {
  readonly action: string
  readonly value?: string | undefined
  readonly placeholder?: string | undefined
  readonly id?: string | undefined
  /** What others look for most. */
  readonly often?: { readonly label: string; readonly links: readonly { href: string; label: string }[] } | undefined
}

/** The large search of the portal. */
export const SearchBox = ({ action, value, placeholder, often, id = 'busqueda' }: SearchBoxProps) => {
  const words = useWords()
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: readers know a form that searches; few know <search> yet. */}
      <form class="search" role="search" action={action}>
        <label class="hidden" for={id}>
          {words.searchPortal}
        </label>
        <input id={id} name="q" type="search" value={value ?? ''} placeholder={placeholder} data-find />
        <button type="submit">
          <Icon name="search" />
          {words.search}
        </button>
      </form>
      {often && often.links.length > 0 && (
        <p class="often">
          <span>{often.label}</span>
          {often.links.map(({ href, label }) => (
            <a href={href}>{label}</a>
          ))}
        </p>
      )}
    </>
  )
}

interface HeroProps {
  readonly title: string
  readonly search: SearchBoxProps
  /** What accompanies the day, if anything. */
  readonly aside?: Child
}

/** How the portal greets: one sentence and the search. */
export const Hero = ({ title, search, aside }: HeroProps) => (
  <div class={aside ? 'hero hero--aside' : 'hero'}>
    <div>
      <h1>{title}</h1>
      <SearchBox {...search} />
    </div>
    {aside}
  </div>
)

/** The two columns under the guide: what is new, and beside it a few short sections. */
export const Front = ({ aside, children }: { aside?: Child; children?: Child }) => (
  <div class="front">
    {children}
    {aside && <div class="side-stack">{aside}</div>}
  </div>
)
