import { useWords } from './speaking.ts'

/** A bell made of lines: what is cried out is text. */
const Bell = () => (
  <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
    <path d="M5.9 7.4C6.3 3.9 8.7 1.6 12 1.6s5.7 2.3 6.1 5.8z" />
    <path d="M5.8 8.5h12.4c.1 1.9.3 3.2.7 4.4H5.1c.4-1.2.6-2.5.7-4.4z" />
    <path d="M4.6 14h14.8c.6 1.4 1.6 2.6 3 3.6q.2.9-.6.9H2.2q-.8 0-.6-.9c1.4-1 2.4-2.2 3-3.6z" />
    <path d="M9.1 19.8h5.8a2.9 2.7 0 0 1-5.8 0z" />
  </svg>
)

/** The product's wordmark; with `href` it is also the way home. */
export const Brand = ({ href }: { href?: string | undefined }) => {
  const name = useWords().madeWith
  const inside = (
    <>
      <Bell />
      <span>{name}</span>
    </>
  )
  return href ? (
    <a class="brand" href={href} aria-label={name}>
      {inside}
    </a>
  ) : (
    <span class="brand">{inside}</span>
  )
}
