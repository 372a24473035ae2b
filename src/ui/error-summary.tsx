import type { Refusal } from '#kernel/refusal'
import { fieldId } from './filling.ts'
import { useLocale, useWords } from './speaking.ts'

export interface Mistake {
  readonly text: string
  readonly href?: string | undefined
}

interface ErrorSummaryProps {
  readonly title?: string | undefined
  readonly mistakes?: readonly Mistake[] | undefined
  /** Instead of `mistakes`: its reasons, each leading to its field or to where it can be mended. */
  readonly refusal?: Refusal | undefined
  readonly id?: string | undefined
  /** Only one thing on a page takes focus. */
  readonly still?: boolean | undefined
}

/** Stands at the top and takes focus, so that nobody looks for what went wrong. */
export const ErrorSummary = ({ title, mistakes, refusal, id = 'errores', still }: ErrorSummaryProps) => {
  const locale = useLocale()
  const words = useWords()
  const list = mistakes ?? (refusal ? mistakesOf(refusal, locale) : [])
  const heading = title ?? (refusal?.kind === 'invalid' || !refusal ? words.toMend(list.length) : refusal.said[locale])
  return (
    <div class="summary-error" role="alert" tabindex={-1} autofocus={!still} id={id} aria-labelledby={`${id}-titulo`}>
      <h2 id={`${id}-titulo`}>{heading}</h2>
      <ul>
        {list.map(({ text, href }) => (
          <li>{href ? <a href={href}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  )
}

const mistakesOf = (refusal: Refusal, locale: 'es' | 'en'): Mistake[] =>
  refusal.reasons.map(({ said, field, href }) => ({
    text: said[locale],
    href: field ? `#${fieldId(field)}` : href,
  }))
