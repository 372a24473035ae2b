import { zoneOf } from '#commons/directory'
import { localDateOf } from '#kernel/pure/dates'
import { orderEnded } from '../events.ts'
import { findRequest } from '../queries/requests.ts'
import { ordersEnded } from '../queries/withdrawals.ts'
import { type Desk, named } from './desk.ts'
import { publicName } from './going-live.ts'
import { able, tellOrderEnd } from './telling.ts'

/** Once for each order, on the day on which it ends: whoever may decide what follows is told. Nothing is restored. */
export async function remindOrders(work: Desk, most: number): Promise<number> {
  const ended = await ordersEnded(work.read, localDateOf(work.now, await zoneOf(work)), most)
  for (const { id, request_id, ends_on } of ended) {
    const request = request_id === null ? undefined : await findRequest(work.read, request_id)
    if (!request) continue
    await work.db.updateTable('publications.withdrawal').set({ reminded_at: work.now }).where('id', '=', id).execute()
    const holders = await Promise.all(
      ['publications.withdraw', 'publications.request'].map((grant) => able(work, grant, request)),
    )
    await tellOrderEnd(work, request, [...new Set([request.requested_by, ...holders.flat()])], ends_on)
    work.announce(orderEnded, { ...named(request), ...(await publicName(work, request)), endsOn: ends_on })
  }
  return ended.length
}
