import type { Actor } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import type { Entry } from '#kernel/ledger'
import type { Subject } from '#kernel/module'
import { same } from '#kernel/words'
import { documentSuperseded } from '../events.ts'
import { requestsFor } from '../queries/requests.ts'
import type { PublicationsTables } from '../tables.ts'
import { sayOf } from '../words/kinds.ts'
import { addressOf } from './finding.ts'

/** Which request an entry names, and by which folio; the one that gave way only where there is no other. */
function requestIn({ events }: Entry): { readonly id: number; readonly folio: string } | undefined {
  const named = events.flatMap(([name, { request, folio }]) =>
    name.startsWith('publications.') && typeof request === 'number' && typeof folio === 'string'
      ? [{ id: request, folio, gaveWay: name === documentSuperseded.name }]
      : [],
  )
  return named.find(({ gaveWay }) => !gaveWay) ?? named[0]
}

/** The request that each of these entries is about; its title and its page only for whoever may read it. */
export async function abouts(
  reader: Reader,
  actor: Actor,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Subject>> {
  const asked = entries.flatMap((entry) => {
    const named = requestIn(entry)
    return named ? [{ ...named, entry: entry.id }] : []
  })
  if (asked.length === 0) return new Map()
  const rows = await requestsFor(reader.tables<PublicationsTables>(), actor)
    .select(['id', 'title', 'kind'])
    .where('id', 'in', [...new Set(asked.map(({ id }) => id))])
    .execute()
  const titles = new Map(rows.map(({ id, title, kind }) => [id, sayOf(kind, ({ titled }) => titled(title))]))
  return new Map(
    asked.map(({ entry, id, folio }) => [
      entry,
      titles.has(id)
        ? { label: same(folio), href: addressOf({ folio }), title: titles.get(id) }
        : { label: same(folio) },
    ]),
  )
}
