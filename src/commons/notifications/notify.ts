import { accountOfActor } from '#commons/identity'
import type { Work } from '#kernel/command'
import type { Said } from '#kernel/words'
import { sendNotice } from './errands.ts'
import type { NotificationsTables } from './tables.ts'

export interface Telling {
  /** Actors as the ledger names them: `account:12`. Programs and the house itself read nothing. */
  readonly to: readonly string[]
  readonly said: Said
  readonly href: string
}

/** Tells people something in the transaction that made it true. Nobody is told what they did themselves. */
export async function notify(given: Work<never>, { to, said, href }: Telling): Promise<void> {
  const work = given as unknown as Work<NotificationsTables>
  const accounts = new Set(
    to.filter((actor) => actor !== work.actor.id).flatMap((actor) => accountOfActor(actor) ?? []),
  )
  for (const account_id of accounts) {
    const { id: notice } = await work.db
      .insertInto('notifications.notice')
      .values({
        ...{ account_id, said_es: said.es, said_en: said.en, href, at: work.now },
        ...{ read_at: null, mailed_at: null },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    work.later(sendNotice, { notice })
  }
}
