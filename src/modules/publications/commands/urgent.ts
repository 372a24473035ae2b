import { z } from 'zod'
import type { Command } from '#kernel/command'
import { text } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { publicationObjected, publicationRatified } from '../events.ts'
import { currentEdition } from '../queries/documents.ts'
import { editionBehind } from '../queries/restoring.ts'
import type { Move } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import {
  allow,
  type Desk,
  decidedOn,
  lockDocument,
  moveTo,
  named,
  onlySeen,
  type Seen,
  spokenOn,
  takeRequest,
} from './desk.ts'
import { type Published, publicName, putLive } from './going-live.ts'
import { restore } from './restoring.ts'
import { freeze } from './reviews.ts'
import { tell } from './telling.ts'
import { takeDown } from './withdrawals.ts'

const urgentInput = z.object({ ...decidedOn, reason: text(2000, 10) })
export const publishUrgently: Command<PublicationsTables, z.infer<typeof urgentInput>, Published> = {
  name: 'publications.publish-urgently',
  summary: 'Put live without the second pair of eyes, with a written reason; another person ratifies or objects.',
  grant: 'publications.publish-urgently',
  input: urgentInput,
  personal: spokenOn('reason'),
  async run(work, { reason, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.publish-urgently')
    if (request.document_id) await lockDocument(work, request.document_id)
    await allow(work, request, 'publish-urgently')
    await freeze(work, request)
    const urgent = { urgent_by: work.actor.id, urgent_at: work.now, urgent_reason: reason }
    return putLive(work, request, 'publish-urgently', urgent)
  },
}

export const ratifyPublication: Command<PublicationsTables, Seen, void> = {
  name: 'publications.ratify-publication',
  summary: 'Confirm, as another person, what was published in an emergency.',
  grant: 'publications.ratify',
  input: onlySeen,
  async run(work, seen) {
    const { request, edition } = await takeUrgent(work, seen, 'ratify')
    await moveTo(work, request, 'ratify', { ratified_by: work.actor.id, ratified_at: work.now })
    work.announce(publicationRatified, { ...named(request), ...(await publicName(work, request)), edition: edition.id })
  },
}

const objectInput = z.object({ ...decidedOn, reason: text(2000, 10) })
export const objectToPublication: Command<PublicationsTables, z.infer<typeof objectInput>, void> = {
  name: 'publications.object-to-publication',
  summary: 'Take back what was published in an emergency: the former edition is live again, or nothing is.',
  grant: 'publications.ratify',
  input: objectInput,
  personal: spokenOn('reason'),
  async run(work, { reason, ...seen }) {
    const { request, edition } = await takeUrgent(work, seen, 'object')
    const former = await editionBehind(work, edition)
    if (former) {
      await moveTo(work, request, 'object')
      await restore(work, former, edition)
    } else {
      await takeDown(work, request, { reason: 'published-in-error', target: '', note: reason, reference: '' })
      await moveTo(work, request, 'object')
    }
    const about = { ...named(request), ...(await publicName(work, request)), edition: edition.id }
    work.announce(publicationObjected, { ...about, ...(former ? { restored: former.number } : {}) })
    await tell(work, request, [request.requested_by, request.urgent_by, request.reviewer], 'objected')
  },
}

async function takeUrgent(work: Desk, seen: Seen, move: Move) {
  const request = await takeRequest(work, seen, 'publications.ratify')
  await allow(work, request, move)
  if (request.document_id) await lockDocument(work, request.document_id)
  const edition = request.document_id && (await currentEdition(work.read, request.document_id))
  if (!edition) throw missing()
  return { request, edition }
}
