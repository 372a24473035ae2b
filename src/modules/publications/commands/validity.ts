import { z } from 'zod'
import { zoneOf } from '#commons/directory'
import type { Command } from '#kernel/command'
import { day, optional } from '#kernel/fields'
import { localDateOf } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import { revalidationDue, validityConfirmed } from '../events.ts'
import { currentEdition } from '../queries/documents.ts'
import { overdueReviews } from '../queries/due.ts'
import { findRequest } from '../queries/requests.ts'
import type { PublicationsTables } from '../tables.ts'
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
      // To the role, not to a person: whoever asked years ago may have left (publishing, section 2.8).
      await tell(work, request, await able(work, 'publications.request', request), 'revalidation')
    }
    return { called: due.length }
  },
}

const confirmInput = z.object({ ...decidedOn, reviewOn: day, validUntil: optional(day) })
export const confirmValidity: Command<PublicationsTables, z.infer<typeof confirmInput>, void> = {
  name: 'publications.confirm-validity',
  summary: 'Confirm that a published document still holds: until which day, and when it is reviewed again.',
  grant: 'publications.request',
  input: confirmInput,
  async run(work, { reviewOn, validUntil, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.request')
    await allow(work, request, 'revalidate')
    const today = localDateOf(work.now, await zoneOf(work))
    if (reviewOn <= today) throw invalidField('reviewOn', (words) => words.reviewInPast)
    if (validUntil && validUntil <= today) throw invalidField('validUntil', (words) => words.reviewInPast)
    const edition = request.document_id && (await currentEdition(work.read, request.document_id))
    if (!edition) throw missing()
    await moveTo(work, request, 'revalidate')
    await work.db
      .insertInto('publications.confirmation')
      .values({
        ...{ edition_id: edition.id, review_on: reviewOn, valid_until: validUntil ?? null },
        ...{ confirmed_by: work.actor.id, confirmed_at: work.now },
      })
      .execute()
    const about = { ...named(request), ...(await publicName(work, request)), edition: edition.id }
    work.announce(validityConfirmed, { ...about, reviewOn, validUntil: validUntil ?? null })
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
