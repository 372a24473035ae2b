import { accountsWith } from '#commons/identity'
import { notify } from '#commons/notifications'
import type { Request } from '../queries/requests.ts'
import type { PublicationsWords } from '../words.es.ts'
import { say } from '../words.ts'
import type { Desk } from './desk.ts'

type Names = PublicationsWords['notices']

/** Tells these people about a request, in the transaction that made it true. */
export const tell = (
  work: Desk,
  { folio, title }: { readonly folio: Request['folio']; readonly title: Request['title'] },
  to: readonly (string | null)[],
  notice: keyof Names,
): Promise<void> =>
  notify(work as never, {
    to: to.filter((each) => each !== null),
    said: say(({ notices }) => notices[notice](folio, title)),
    href: `/solicitudes/${folio}`,
  })

/** Whoever may do that with the requests of the area. */
export const able = async (work: Desk, grant: string, { area_id }: { readonly area_id: number }): Promise<string[]> =>
  (await accountsWith(work, grant, area_id)).map(({ actor }) => actor)
