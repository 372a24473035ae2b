import type { Reader } from '#kernel/database'
import { remembered } from '#kernel/remembered'
import { broadcastsAt } from '../rules/broadcasts.ts'
import type { PortalTables } from '../tables.ts'

const standing = remembered(['portal'], (reader) =>
  reader
    .tables<PortalTables>()
    .selectFrom('portal.broadcast')
    .selectAll()
    .where('cancelled_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(200)
    .execute(),
)

export const broadcastsNow = async (reader: Reader, now: Date) => broadcastsAt(await standing(reader), now)

/** Those that have not ended, the next first. */
export const comingBroadcasts = (reader: Reader, now: Date) =>
  reader
    .tables<PortalTables>()
    .selectFrom('portal.broadcast')
    .selectAll()
    .where('cancelled_at', 'is', null)
    .where('until_at', '>', now)
    .orderBy('from_at')
    .limit(200)
    .execute()
