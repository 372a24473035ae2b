import { type Actor, holds } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import type { Entry } from '#kernel/ledger'
import type { Subject } from '#kernel/module'
import { subjectsOf } from '#kernel/telling'
import { same } from '#kernel/words'
import { listBodies } from '../queries/bodies.ts'
import type { SessionsTables } from '../tables.ts'
import { at } from './finding.ts'

/** The body that each of these entries is about. */
export async function abouts(
  reader: Reader,
  actor: Actor,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Subject>> {
  const bodies = await listBodies(reader.tables<SessionsTables>())
  const reads = holds(actor, 'sessions.read')
  return subjectsOf(entries, 'sessions', (_, data) => {
    const body = bodies.find(({ id }) => id === data['body'])
    if (!body) return undefined
    const title = { es: body.name_es, en: body.name_en }
    return { label: same(body.acronym), title, ...(reads ? { href: `${at}/${body.acronym}` } : {}) }
  })
}
