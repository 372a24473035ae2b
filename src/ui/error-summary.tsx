import { useWords } from './speaking.ts'

export interface Mistake {
  readonly text: string
  readonly href?: string | undefined
}

interface ErrorSummaryProps {
  readonly title?: string | undefined
  /** Each leads to its field, or to where it can be mended. */
  readonly mistakes: readonly Mistake[]
  readonly id?: string | undefined
  /** Only one thing on a page takes focus. */
  readonly still?: boolean | undefined
}

/** Stands at the top and takes focus, so that nobody looks for what went wrong. */
export const ErrorSummary = ({ title, mistakes, id = 'errores', still }: ErrorSummaryProps) => (
  <div class="summary-error" role="alert" tabindex={-1} autofocus={!still} id={id} aria-labelledby={`${id}-titulo`}>
    <h2 id={`${id}-titulo`}>{title ?? useWords().toMend(mistakes.length)}</h2>
    <ul>
      {mistakes.map(({ text, href }) => (
        <li>{href ? <a href={href}>{text}</a> : text}</li>
      ))}
    </ul>
  </div>
)
