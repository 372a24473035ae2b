import type { Subject } from '#kernel/module'
import type { Locale } from '#kernel/words'
import { Second } from '#ui'

interface Props {
  readonly about: Subject
  readonly locale: Locale
  readonly titled?: boolean
}

/** What something is about: its folio or name linked and, below it, its title. */
export const SubjectLink = ({ about, locale, titled }: Props) => {
  const label = about.label[locale]
  const title = titled && about.title?.[locale]
  // A folio is never broken; the name of a page may be long.
  const shape = label.includes(' ') ? undefined : 'nowrap'
  return (
    <>
      {about.href ? (
        <a class={shape} href={about.href}>
          {label}
        </a>
      ) : (
        <span class={shape}>{label}</span>
      )}
      {title && <Second>{title}</Second>}
    </>
  )
}
