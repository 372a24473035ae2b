import { z } from 'zod'
import type { Command } from '#kernel/command'
import { id, instant, optional, text } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { broadcastAnnounced, broadcastCancelled } from '../events.ts'
import { isLink } from '../rules/addresses.ts'
import { longestBroadcastHours } from '../rules/broadcasts.ts'
import type { PortalTables } from '../tables.ts'
import { wrong } from './structure.ts'

const announcing = z.object({
  titleEs: text(160, 5),
  titleEn: optional(text(160, 5)),
  href: text(1000),
  fromAt: instant,
  untilAt: instant,
})

export const announceBroadcast: Command<PortalTables, z.infer<typeof announcing>, { broadcast: number }> = {
  name: 'portal.announce-broadcast',
  summary: 'Announce a broadcast: the home page says when it comes, and shows it while it is live.',
  grant: 'portal.publish',
  input: announcing,
  async run(work, { titleEs, titleEn = '', href, fromAt, untilAt }) {
    if (!isLink(href)) throw wrong('href', (words) => words.badLink)
    const [from, until] = [new Date(fromAt), new Date(untilAt)]
    if (until <= from || until <= work.now) throw wrong('untilAt', (words) => words.broadcastEndsBefore)
    if (until.getTime() - from.getTime() > longestBroadcastHours * 3_600_000) {
      throw wrong('untilAt', (words) => words.broadcastTooLong(longestBroadcastHours))
    }
    const { id: broadcast } = await work.db
      .insertInto('portal.broadcast')
      .values({
        ...{ title_es: titleEs, title_en: titleEn, href, from_at: from, until_at: until },
        ...{ announced_at: work.now, announced_by: work.actor.id, cancelled_at: null, cancelled_by: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.announce(broadcastAnnounced, { broadcast, from: from.toISOString(), until: until.toISOString() })
    return { broadcast }
  },
}

export const cancelBroadcast: Command<PortalTables, { broadcast: number }, void> = {
  name: 'portal.cancel-broadcast',
  summary: 'Take a broadcast off the home page before it ends.',
  grant: 'portal.publish',
  input: z.object({ broadcast: id }),
  async run(work, { broadcast }) {
    const cancelled = await work.db
      .updateTable('portal.broadcast')
      .set({ cancelled_at: work.now, cancelled_by: work.actor.id })
      .where('id', '=', broadcast)
      .where('cancelled_at', 'is', null)
      .where('until_at', '>', work.now)
      .returning('id')
      .executeTakeFirst()
    if (!cancelled) throw missing()
    work.announce(broadcastCancelled, { broadcast })
  },
}
