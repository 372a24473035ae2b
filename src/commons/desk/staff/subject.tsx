import type { Subject } from '#kernel/module'
import { Second } from '#ui'

/** What something is about: its folio linked and, below it, its title. */
export const SubjectLink = ({ about, titled }: { about: Subject; titled?: boolean }) => (
  <>
    {about.href ? (
      <a class="nowrap" href={about.href}>
        {about.label}
      </a>
    ) : (
      <span class="nowrap">{about.label}</span>
    )}
    {titled && about.title && <Second>{about.title}</Second>}
  </>
)
