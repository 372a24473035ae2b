import { z } from 'zod'
import type { Command } from '#kernel/command'
import { id, instant } from '#kernel/fields'
import { publicationFailed, publicationScheduled, publicationUnscheduled } from '../events.ts'
import { factsOf } from '../queries/facts.ts'
import { standingApproval } from '../queries/requests.ts'
import { objectionsTo } from '../rules/objections.ts'
import type { PublicationsTables } from '../tables.ts'
import { checkFiles } from './checking.ts'
import {
  allow,
  decidedOn,
  lockDocument,
  moveTo,
  named,
  onlySeen,
  type Seen,
  takeAsItStands,
  takeRequest,
  touch,
} from './desk.ts'
import { type Published, putLive } from './going-live.ts'
import { able, tell } from './telling.ts'

const grant = 'publications.publish'
/** After so many failed tries the schedule stops, and a person is told. */
const mostAttempts = 5
const retryMinutes = 2
/** Long enough for a child process to read two gigabytes. */
const checkAheadMinutes = 15

const scheduleInput = z.object({ ...decidedOn, at: instant })
export const schedulePublication: Command<PublicationsTables, z.infer<typeof scheduleInput>, void> = {
  name: 'publications.schedule-publication',
  summary: 'Put a date on what was approved. The row is the truth; the clock only reads it.',
  grant,
  input: scheduleInput,
  async run(work, { at, ...seen }) {
    const request = await takeRequest(work, seen, grant)
    const when = new Date(at)
    await allow(work, request, 'schedule', when)
    const approval = await standingApproval(work.read, request.id)
    await moveTo(work, request, 'schedule', { publish_at: when, scheduled_by: work.actor.id, attempts: 0, failure: '' })
    work.later(publishScheduled, { request: request.id }, when)
    work.later(checkFiles, { request: request.id }, new Date(when.getTime() - checkAheadMinutes * 60_000))
    work.announce(publicationScheduled, {
      ...named(request),
      at: when.toISOString(),
      fingerprint: approval?.fingerprint ?? '',
    })
  },
}

export const unschedulePublication: Command<PublicationsTables, Seen, void> = {
  name: 'publications.unschedule-publication',
  summary: 'Take the date off a scheduled publication; the approval stands.',
  grant,
  input: onlySeen,
  async run(work, seen) {
    const request = await takeRequest(work, seen, grant)
    await allow(work, request, 'unschedule')
    await moveTo(work, request, 'unschedule', { publish_at: null, scheduled_by: null, attempts: 0, failure: '' })
    work.announce(publicationUnscheduled, named(request))
  },
}

export const publishDocument: Command<PublicationsTables, Seen, Published> = {
  name: 'publications.publish-document',
  summary: 'Put live what was approved, now: the new edition supersedes the former, or the document is taken down.',
  grant,
  input: onlySeen,
  async run(work, seen) {
    const request = await takeRequest(work, seen, grant)
    if (request.document_id) await lockDocument(work, request.document_id)
    await allow(work, request, 'publish')
    return putLive(work, request, 'publish')
  },
}

/** The clock's knock. It reads the row again under lock: early, late and repeated knocks do no harm. */
export const publishScheduled: Command<PublicationsTables, { request: number }, void> = {
  name: 'publications.publish-scheduled',
  summary: 'Put live what was scheduled, when its time has come and its approval still stands.',
  grant,
  input: z.object({ request: id }),
  async run(work, { request: asked }) {
    const request = await takeAsItStands(work, asked, grant)
    const due = request.publish_at
    if (request.state !== 'scheduled' || !due || due > work.now) return
    if (request.document_id) await lockDocument(work, request.document_id)
    const scheduler = { id: request.scheduled_by ?? work.actor.id }
    const objections = objectionsTo('publish', await factsOf(work, request, scheduler, work.now))
    if (objections.length === 0) {
      await putLive(work, request, 'publish')
      return
    }
    const attempts = request.attempts + 1
    const failure = JSON.stringify(objections)
    if (attempts < mostAttempts) {
      await touch(work, request, { attempts, failure })
      work.later(publishScheduled, { request: request.id }, new Date(work.now.getTime() + retryMinutes * 60_000))
    } else {
      await moveTo(work, request, 'give-up-publishing', { attempts, failure })
    }
    work.announce(publicationFailed, { ...named(request), attempts })
    await tell(work, request, await able(work, grant, request), 'failed')
  },
}
