import { Icon } from './icons.tsx'
import { useWords } from './speaking.ts'

export interface PagerProps {
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
}

/** First, last and the neighbours; nothing at all when everything fits on one page. */
export const Pager = ({ page, pages, hrefOf }: PagerProps) => {
  const words = useWords()
  if (pages < 2) return null
  return (
    <nav class="pager" aria-label={words.pages}>
      {page > 1 && (
        <a href={hrefOf(page - 1)} rel="prev">
          <Icon name="arrow-left" />
          {words.previous}
        </a>
      )}
      <ol>
        {shownPages(page, pages).map((each) => (
          <li>
            {each === 'gap' ? (
              <span>…</span>
            ) : (
              <a href={hrefOf(each)} aria-label={words.page(each)} aria-current={each === page ? 'page' : undefined}>
                {each}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a href={hrefOf(page + 1)} rel="next">
          {words.next}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}

/** 1 … 6 7 8 … 20: a gap never hides a single page. */
export function shownPages(page: number, pages: number): (number | 'gap')[] {
  const wanted = new Set([1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages))
  if (wanted.has(3)) wanted.add(2)
  if (wanted.has(pages - 2)) wanted.add(pages - 1)
  const sorted = [...wanted].sort((a, b) => a - b)
  return sorted.flatMap((each, at) => (at > 0 && each - (sorted[at - 1] ?? 0) > 1 ? ['gap' as const, each] : [each]))
}
