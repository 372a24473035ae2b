import { z } from 'zod'
import type { Command } from '#kernel/command'
import { choice, id, optional, text, whole } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { targetChecked } from '../events.ts'
import { findRequest } from '../queries/requests.ts'
import { targetFaults } from '../rules/targets.ts'
import type { PublicationsTables } from '../tables.ts'
import { named } from './desk.ts'

const input = z.object({
  request: id,
  target: text(2000),
  status: optional(whole(100, 599)),
  fault: optional(choice(targetFaults)),
})

export const recordTarget: Command<PublicationsTables, z.infer<typeof input>, void> = {
  name: 'publications.record-target',
  summary: 'Record whether readers can be sent to the target of a withdrawal: that it answers, and is not itself.',
  grant: 'publications.publish',
  input,
  async run(work, { request: asked, target, status, fault }) {
    const request = await findRequest(work.read, asked)
    if (!request) throw missing()
    await work.db
      .insertInto('publications.target_check')
      .values({ request_id: asked, target, at: work.now, status: status ?? null, fault: fault ?? null })
      .execute()
    work.announce(targetChecked, { ...named(request), stands: fault === undefined, status: status ?? 0 })
  },
}
