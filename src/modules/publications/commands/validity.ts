import { z } from 'zod'
import { zoneOf } from '#commons/directory'
import type { Command } from '#kernel/command'
import { day, flag, id } from '#kernel/fields'
import { localDateOf } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import { publicationVerified, requestAbandoned, revalidationDue, validityConfirmed } from '../events.ts'
import { overdueReviews, unansweredSince } from '../queries/due.ts'
import { findRequest } from '../queries/requests.ts'
import type { PublicationsTables } from '../tables.ts'
import { say } from '../words.ts'
import { allow, decidedOn, invalidField, moveTo, named, takeRequest } from './desk.ts'
import { publicName } from './going-live.ts'
import { publishScheduled } from './publish.ts'
import { able, tell } from './telling.ts'

const nothing = z.object({})
/** A daily chore takes this many a day at the most: a flood of expiries is a calendar's mistake. */
const mostADay = 5_000

export const callForRevalidation: Command<PublicationsTables, Record<string, never>, { called: number }> = {
  name: 'publications.call-for-revalidation',
  summary: 'Ask the areas to confirm, update or withdraw the documents whose review date has come.',
  grant: 'publications.publish',
  input: nothing,
  async run(work) {
    const due = await overdueReviews(work, work.now, mostADay)
    for (const asked of due) {
      const request = await findRequest(work.read, asked)
      if (request?.state !== 'published') continue
      await moveTo(work, request, 'call-for-revalidation')
      work.announce(revalidationDue, { ...named(request), ...(await publicName(work, request)) })
      await tell(work, request, [request.requested_by], 'revalidation')
    }
    return { called: due.length }
  },
}

const confirmInput = z.object({ ...decidedOn, reviewOn: day })
export const confirmValidity: Command<PublicationsTables, z.infer<typeof confirmInput>, void> = {
  name: 'publications.confirm-validity',
  summary: 'Confirm that a published document still holds, until its next review date.',
  grant: 'publications.request',
  input: confirmInput,
  async run(work, { reviewOn, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.request')
    await allow(work, request, 'revalidate')
    if (reviewOn <= localDateOf(work.now, await zoneOf(work))) {
      throw invalidField(
        'reviewOn',
        say((words) => words.reviewInPast),
      )
    }
    await moveTo(work, request, 'revalidate', { review_on: reviewOn })
    work.announce(validityConfirmed, { ...named(request), ...(await publicName(work, request)), reviewOn })
  },
}

export const lapseRequests: Command<PublicationsTables, Record<string, never>, { lapsed: number }> = {
  name: 'publications.lapse-requests',
  summary: 'Take as abandoned the requests whose area left observations unanswered for ten working days.',
  grant: 'publications.admit',
  input: nothing,
  async run(work) {
    const silent = await unansweredSince(work, work.now, mostADay)
    for (const asked of silent) {
      const request = await findRequest(work.read, asked)
      if (request?.state !== 'with-observations') continue
      await moveTo(work, request, 'abandon')
      work.announce(requestAbandoned, named(request))
      await tell(work, request, [request.requested_by], 'lapsed')
    }
    return { lapsed: silent.length }
  },
}

export const rearmSchedules: Command<PublicationsTables, Record<string, never>, { rearmed: number }> = {
  name: 'publications.rearm-schedules',
  summary: 'Queue again every scheduled publication that is due: the row is the truth, and a lost job loses nothing.',
  grant: 'publications.publish',
  input: nothing,
  async run(work) {
    const due = await work.read
      .selectFrom('publications.request')
      .select('id')
      .where('state', '=', 'scheduled')
      .where('publish_at', '<=', new Date(work.now.getTime() - 60_000))
      .limit(mostADay)
      .execute()
    for (const { id } of due) work.later(publishScheduled, { request: id })
    return { rearmed: due.length }
  },
}

const verificationInput = z.object({
  edition: id,
  passed: flag,
  files: z.number().int().min(0),
  equal: z.number().int().min(0),
  faults: z.string().max(2000),
})
export const recordVerification: Command<PublicationsTables, z.infer<typeof verificationInput>, void> = {
  name: 'publications.record-verification',
  summary: 'Record what a reader outside the house was served: status, and the hash of each file.',
  grant: 'publications.publish',
  input: verificationInput,
  async run(work, { edition, passed, files, equal, faults }) {
    const found = await work.read
      .selectFrom('publications.edition')
      .select('request_id')
      .where('id', '=', edition)
      .executeTakeFirst()
    const request = found && (await findRequest(work.read, found.request_id))
    if (!request) throw missing()
    await work.db
      .insertInto('publications.verification')
      .values({ edition_id: edition, at: work.now, passed, files, equal_files: equal, faults })
      .execute()
    const about = { ...named(request), ...(await publicName(work, request)) }
    work.announce(publicationVerified, { ...about, edition, passed, files, equal })
    if (passed) return
    await tell(work, request, [request.requested_by, ...(await able(work, 'publications.publish', request))], 'differs')
  },
}
