import { zoneOf } from '#commons/directory'
import { accountsWith } from '#commons/identity'
import { notify } from '#commons/notifications'
import { type LocalDate, longDate, shortDateTime } from '#kernel/pure/dates'
import type { Request } from '../queries/requests.ts'
import type { ClockName } from '../rules/clocks.ts'
import { sayOf, wordsOf } from '../words/kinds.ts'
import type { PublicationsWords } from '../words.es.ts'
import { words } from '../words.ts'
import type { Desk } from './desk.ts'

type Names = PublicationsWords['notices']

/** Tells these people about a request, in the transaction that made it true. */
export const tell = (
  work: Desk,
  { folio, title, kind }: Pick<Request, 'folio' | 'title' | 'kind'>,
  to: readonly (string | null)[],
  notice: keyof Names,
): Promise<void> =>
  notify(work as never, {
    to: to.filter((each) => each !== null),
    said: sayOf(kind, ({ notices, titled }) => notices[notice](folio, titled(title))),
    href: `/solicitudes/${folio}`,
  })

/** Tells them when something that waits for them is due, in the time of the institution. */
export async function tellDeadline(
  work: Desk,
  { folio, title, kind }: Pick<Request, 'folio' | 'title' | 'kind'>,
  to: readonly (string | null)[],
  clock: ClockName | 'lapse',
  due: Date,
): Promise<void> {
  const zone = await zoneOf(work)
  const deadlineIn = ({ deadlines, titled }: ReturnType<typeof wordsOf>, when: string) =>
    deadlines[clock](folio, titled(title), when)
  const when = { es: shortDateTime(due, zone, 'es'), en: shortDateTime(due, zone, 'en') }
  await notify(work as never, {
    to: to.filter((each) => each !== null),
    said: {
      es: deadlineIn(wordsOf(kind, 'es'), when.es),
      en: deadlineIn(wordsOf(kind, 'en'), when.en),
    },
    href: `/solicitudes/${folio}`,
  })
}

/** Tells them that the order by which a document was taken down has come to its last day. */
export const tellOrderEnd = (
  work: Desk,
  { folio, title }: Pick<Request, 'folio' | 'title'>,
  to: readonly string[],
  ends: LocalDate,
): Promise<void> =>
  notify(work as never, {
    to,
    said: {
      es: words.es.orderEnds(folio, title, longDate(ends, 'es')),
      en: words.en.orderEnds(folio, title, longDate(ends, 'en')),
    },
    href: `/solicitudes/${folio}`,
  })

/** Whoever may do that with the requests of the area. */
export const able = async (work: Desk, grant: string, { area_id }: { readonly area_id: number }): Promise<string[]> =>
  (await accountsWith(work, grant, area_id)).map(({ actor }) => actor)
