import { z } from 'zod'
import { accountOfActor } from '#commons/identity'
import type { Actor } from '#kernel/actor'
import { resource } from '#kernel/module'
import { cut, paged, pageOf } from '#kernel/paging'
import { forbidden } from '#kernel/refusals'
import type { NotificationsTables } from './tables.ts'

const grant = 'notifications.own'

function ownAccount({ id }: Actor): number {
  const account = accountOfActor(id)
  if (account === undefined) throw forbidden(grant)
  return account
}

export const notices = resource('/notices', {
  name: 'notifications.list-notices',
  summary: 'One’s own notices, newest first.',
  grant,
  input: z.object(paged),
  output: pageOf(
    z.object({
      ...{ id: z.number(), saidEs: z.string(), saidEn: z.string(), href: z.string(), at: z.string() },
      readAt: z.string().nullable(),
    }),
  ),
  async read(app, { after, limit }, actor) {
    const rows = await app
      .tables<NotificationsTables>()
      .selectFrom('notifications.notice')
      .selectAll()
      .where('account_id', '=', ownAccount(actor))
      .where('id', '<', after ?? Number.MAX_SAFE_INTEGER)
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute()
    const shape = ({ id, said_es, said_en, href, at, read_at }: (typeof rows)[number]) => ({
      ...{ id, saidEs: said_es, saidEn: said_en, href, at: at.toISOString(), readAt: read_at?.toISOString() ?? null },
    })
    return cut(rows, limit, shape, ({ id }) => id)
  },
})

export const preference = resource('/notices/preference', {
  name: 'notifications.get-preference',
  summary: 'Whether one’s own notices also come by mail.',
  grant,
  input: z.object({}),
  output: z.object({ byMail: z.boolean() }),
  async read(app, _, actor) {
    const set = await app
      .tables<NotificationsTables>()
      .selectFrom('notifications.preference')
      .select('by_mail')
      .where('account_id', '=', ownAccount(actor))
      .executeTakeFirst()
    return { byMail: set?.by_mail ?? true }
  },
})
