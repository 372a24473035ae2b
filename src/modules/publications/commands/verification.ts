import { z } from 'zod'
import type { Command } from '#kernel/command'
import { choice, id, optional } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { publicationVerified } from '../events.ts'
import { findRequest } from '../queries/requests.ts'
import { filesIn, lookNames, passedAll } from '../rules/verification.ts'
import type { PublicationsTables } from '../tables.ts'
import { stopClock } from './clocks.ts'
import { named } from './desk.ts'
import { publicName } from './going-live.ts'
import { able, tell } from './telling.ts'

const look = z.object({
  name: z.enum(lookNames),
  what: z.string().max(2_000),
  passed: z.boolean(),
  saw: z.string().max(500),
})
const input = z.object({
  edition: id,
  /** That took it down; of what went live, the one that the edition came from. */
  request: optional(id),
  subject: choice(['published', 'withdrawn']),
  looks: z.array(look).min(1).max(10_000),
})

export const recordVerification: Command<PublicationsTables, z.infer<typeof input>, void> = {
  name: 'publications.record-verification',
  summary: 'Record what a reader outside the house was served, address by address and file by file.',
  grant: 'publications.publish',
  input,
  // Thousands of files would make the entry a book: its event says how many, and how many were equal.
  secret: ['looks'],
  async run(work, { edition, request: asked, subject, looks }) {
    const found = await work.read
      .selectFrom('publications.edition')
      .select('request_id')
      .where('id', '=', edition)
      .executeTakeFirst()
    const request = found && (await findRequest(work.read, asked ?? found.request_id))
    if (!request) throw missing()
    const passed = passedAll(looks)
    const { files, equal } = filesIn(looks)
    const { id: verification } = await work.db
      .insertInto('publications.verification')
      .values({ edition_id: edition, at: work.now, subject, passed, files, equal_files: equal })
      .returning('id')
      .executeTakeFirstOrThrow()
    const rows = looks.map((each, at) => ({ ...each, verification_id: verification, position: at + 1 }))
    for (let start = 0; start < rows.length; start += 1_000)
      await work.db
        .insertInto('publications.verification_look')
        .values(rows.slice(start, start + 1_000))
        .execute()
    await stopClock(work, request.id, 'verification')
    const about = { ...named(request), ...(await publicName(work, request)) }
    work.announce(publicationVerified, { ...about, edition, subject, passed, files, equal, looks: looks.length })
    if (passed) return
    await tell(work, request, [request.requested_by, ...(await able(work, 'publications.publish', request))], 'differs')
  },
}
