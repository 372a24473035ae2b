import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'
import { useWords } from './speaking.ts'

interface SearchBoxProps {
  readonly action: string
  readonly value?: string | undefined
  readonly placeholder?: string | undefined
  readonly id?: string | undefined
  /** Tells it from another search on the same page. */
  readonly label?: string | undefined
  /** What others look for most. */
  readonly often?: { readonly label: string; readonly links: readonly { href: string; label: string }[] } | undefined
}

/** The large search of the portal. */
export const SearchBox = ({ action, value, placeholder, often, label, id = 'busqueda' }: SearchBoxProps) => {
  const words = useWords()
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: readers know a form that searches; few know <search> yet. */}
      <form class="search" role="search" aria-label={label ?? words.search} action={action}>
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
          {often.links.map((link) => (
            <a href={link.href}>{link.label}</a>
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

interface DayPanelProps {
  readonly label: string
  /** `25`, `de noviembre de 2026`, `miércoles`. */
  readonly day: string
  readonly month: string
  readonly weekday: string
  readonly children?: Child
}

/** The day, large, and what it means for whoever comes. */
export const DayPanel = ({ label, day, month, weekday, children }: DayPanelProps) => (
  <aside class="day-panel" aria-label={label}>
    <p class="date">
      <span class="day">{day}</span>
      <span>
        <b>{month}</b>
        <br />
        {weekday}
      </span>
    </p>
    <p>{children}</p>
  </aside>
)

interface BarsProps {
  /** Said to whoever does not see it. */
  readonly label: string
  readonly values: readonly number[]
}

const [tall, step, wide] = [56, 36, 28]

/** A bar for each stretch of time, the last one in colour. */
export const Bars = ({ label, values }: BarsProps) => {
  const most = Math.max(1, ...values)
  return (
    <svg class="bars" viewBox={`0 0 ${values.length * step} 62`} role="img" aria-label={label}>
      {values.map((value, at) => {
        const height = Math.round((value / most) * tall)
        const last = at === values.length - 1 ? 'last' : undefined
        return <rect class={last} x={at * step} y={60 - height} width={wide} height={height} />
      })}
      <line x1="0" x2={values.length * step - (step - wide)} y1="60.5" y2="60.5" />
    </svg>
  )
}
