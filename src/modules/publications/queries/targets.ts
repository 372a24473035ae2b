import type { Reader } from '#kernel/database'
import { documentKeyIn, isDocumentPage, type TargetFound } from '../rules/targets.ts'
import type { PublicationsTables } from '../tables.ts'
import { publicDocument } from './public.ts'
import type { Request } from './requests.ts'

type Sent = Pick<Request, 'id' | 'kind' | 'withdrawal_target'>

/**
 * Whether readers can be sent to the target of a withdrawal. A document of this portal is looked up at once; anything
 * else stands or falls by the last look at it. Undefined: there is no target.
 */
export async function targetFoundOf(reader: Reader, request: Sent): Promise<TargetFound | undefined> {
  const { id, kind, withdrawal_target: target } = request
  if (kind !== 'withdraw' || target === '') return undefined
  const key = documentKeyIn(target)
  if (key && isDocumentPage(target)) return (await publicDocument(reader, key))?.readable ? 'stands' : 'gone'
  const seen = await reader
    .tables<PublicationsTables>()
    .selectFrom('publications.target_check')
    .select('fault')
    .where('request_id', '=', id)
    .where('target', '=', target)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return seen ? (seen.fault ?? 'stands') : 'unseen'
}
