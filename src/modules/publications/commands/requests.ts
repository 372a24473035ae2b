import { z } from 'zod'
import { heirOf, zoneOf } from '#commons/directory'
import { findSection } from '#commons/portal'
import { reaches } from '#kernel/actor'
import type { Command } from '#kernel/command'
import { choice, day, id, instant, optional, text } from '#kernel/fields'
import { localDateOf } from '#kernel/pure/dates'
import { forbidden, missing } from '#kernel/refusals'
import { checkTarget } from '../errands/targets.ts'
import { calendarModeSet, requestAbandoned, requestDescribed, requestOpened, topicOfRequest } from '../events.ts'
import { basisOf } from '../queries/basis.ts'
import { type LeftOut, repeatable } from '../queries/repeating.ts'
import { findRequest, folioOf, type Request } from '../queries/requests.ts'
import { beginsFromLive } from '../rules/kinds.ts'
import { editable } from '../rules/machine.ts'
import { withdrawalReasons } from '../rules/withdrawals.ts'
import type { PublicationsTables } from '../tables.ts'
import { askForReviews } from './checking.ts'
import { recount } from './clocks.ts'
import { refuseEnd, refusePastDays } from './days.ts'
import {
  allow,
  type Desk,
  decidedOn,
  edit,
  invalidField,
  moveTo,
  named,
  objected,
  onlySeen,
  type Seen,
  spokenOn,
  takeRequest,
  touch,
} from './desk.ts'
import { attach } from './files.ts'
import { describedBy, liveContent } from './live-content.ts'
import { voidApproval } from './reviews.ts'

const grant = 'publications.request'

const open = z.object({
  area: id,
  kind: choice(['publish', 'update', 'withdraw', 'correct-metadata']),
  portal: choice(['internet', 'intranet']).default('internet'),
  title: text(200, 5),
  document: optional(id),
})
type Open = z.infer<typeof open>
interface Opened {
  readonly request: number
  readonly folio: string
}

export const openRequest: Command<PublicationsTables, Open, Opened> = {
  name: 'publications.open-request',
  summary: 'Open a publication request as a draft, with its folio; of a live document it takes the content along.',
  grant,
  input: open,
  personal: { fields: ['title'], subject: (_, { request }) => topicOfRequest(request) },
  async run(work, { area: asked, kind, portal, title, document }) {
    // Something new never takes the place of what exists, whatever the form says.
    const about = kind === 'publish' ? undefined : document
    if (kind !== 'publish' && !about) throw objected('submit', [{ code: 'no-document' }])
    const live = about ? await liveContent(work, about) : undefined
    const area = live ? await ownerOf(work, live.revision.area_id) : asked
    if (!reaches(work.actor, grant, area)) throw forbidden(grant)
    const opened = await insertRequest(work, {
      area_id: area,
      kind,
      title,
      portal: live?.revision.portal ?? portal,
      document_id: about ?? null,
      ...(live ? describedBy(live.revision, kind) : {}),
      begun_from: live && beginsFromLive(kind) ? live.number : null,
    })
    for (const file of kind === 'withdraw' ? [] : (live?.files ?? [])) await attach(work, opened.request, file)
    work.announce(requestOpened, { ...opened, kind, area })
    return opened
  },
}

interface Repeated extends Opened {
  /** Files that could not be taken along, and why. */
  readonly leftOut: readonly LeftOut[]
}

export const repeatRequest: Command<PublicationsTables, { request: number }, Repeated> = {
  name: 'publications.repeat-request',
  summary: 'Open a new request with the description and files of an earlier one.',
  grant,
  input: z.object({ request: id }),
  async run(work, { request }) {
    const earlier = await findRequest(work.read, request)
    if (!earlier) throw missing()
    if (!reaches(work.actor, grant, earlier.area_id)) throw forbidden(grant)
    const { area_id, kind, title, portal, section_id, summary, ground_kind, ground_reference } = earlier
    const opened = await insertRequest(work, {
      ...{ area_id, kind, title, portal, section_id, summary, ground_kind, ground_reference },
      document_id: kind === 'publish' ? null : earlier.document_id,
      repeats_id: earlier.id,
      begun_from: await basisOf(work.read, earlier),
    })
    const { kept, left } = await repeatable(work, earlier.id)
    for (const { file_id: _, version: __, ...content } of kept) await attach(work, opened.request, content)
    work.announce(requestOpened, { ...opened, kind, area: area_id })
    return { ...opened, leftOut: left.map(({ name, why }) => ({ name, why })) }
  },
}

const describe = z.object({
  ...decidedOn,
  title: text(200, 5),
  summary: optional(text(1000)),
  section: optional(id),
  ground: optional(choice(['transparency-obligation', 'resolution', 'dissemination', 'other'])),
  reference: optional(text(300)),
  priority: choice(['normal', 'urgent', 'legal-term']).default('normal'),
  neededBy: optional(instant),
  notBefore: optional(instant),
  timingReason: optional(text(500)),
  validUntil: optional(day),
  reviewOn: optional(day),
  withdrawalReason: optional(choice(withdrawalReasons)),
  withdrawalTarget: optional(text(2000).refine((target) => /^(https?:\/\/|\/)/.test(target))),
  withdrawalNote: optional(text(2000)),
  withdrawalEndsOn: optional(day),
  changeNote: optional(text(500)),
})

export const describeRequest: Command<PublicationsTables, z.infer<typeof describe>, void> = {
  name: 'publications.describe-request',
  summary: 'Write what is asked: section, title, summary, ground, times, validity. After approval it voids it.',
  grant,
  input: describe,
  personal: spokenOn(
    'title',
    'summary',
    'reference',
    'timingReason',
    'withdrawalTarget',
    'withdrawalNote',
    'changeNote',
  ),
  async run(work, input) {
    const request = await takeRequest(work, input, grant)
    if (!editable.includes(request.state)) throw objected('submit', [{ code: 'wrong-state', state: request.state }])
    const section = input.section ? await findSection(work, input.section) : undefined
    if (input.section && !section) throw invalidField('section', (words) => words.noSuchSection)
    await refusePastDays(work, request, input)
    refuseEnd(input.withdrawalReason, input.withdrawalEndsOn, 'withdrawalEndsOn')
    if (request.portal === 'internet' && section?.audience === 'intranet') {
      throw invalidField('section', (words) => words.sectionInside)
    }
    const [neededBy, notBefore] = [input.neededBy, input.notBefore].map((at) => (at ? new Date(at) : null))
    if (neededBy && notBefore && notBefore > neededBy) {
      throw invalidField('neededBy', (words) => words.neededBeforeNotBefore)
    }
    await edit(work, request, {
      title: input.title,
      summary: input.summary ?? '',
      section_id: input.section ?? null,
      ground_kind: input.ground ?? null,
      ground_reference: input.reference ?? '',
      priority: input.priority,
      needed_by: neededBy ?? null,
      not_before: notBefore ?? null,
      timing_reason: input.timingReason ?? '',
      valid_until: input.validUntil ?? null,
      review_on: input.reviewOn ?? null,
      withdrawal_reason: input.withdrawalReason ?? null,
      withdrawal_target: input.withdrawalTarget ?? '',
      withdrawal_note: input.withdrawalNote ?? '',
      withdrawal_ends_on: input.withdrawalEndsOn ?? null,
      change_note: input.changeNote ?? '',
    })
    // A section takes some formats and sizes, and not others.
    if (input.section !== request.section_id) await askForReviews(work, request.id)
    const target = input.withdrawalTarget ?? ''
    if (request.kind === 'withdraw' && target !== '' && target !== request.withdrawal_target)
      work.later(checkTarget, { request: request.id, target })
    work.announce(requestDescribed, named(request))
    await voidApproval(work, request.id)
  },
}

const modeInput = z.object({ ...decidedOn, mode: choice(['working', 'electoral']), reason: optional(text(500)) })

export const setCalendarMode: Command<PublicationsTables, z.infer<typeof modeInput>, void> = {
  name: 'publications.set-calendar-mode',
  summary: 'Count a request in working hours, or in all hours because it is linked to an electoral process.',
  grant: 'publications.admit',
  input: modeInput,
  personal: spokenOn('reason'),
  async run(work, { mode, reason, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.admit')
    if (mode === 'electoral' && !reason) throw invalidField('reason', (words) => words.electoralNeedsReason)
    await touch(work, request, {
      calendar_mode: mode,
      calendar_mode_reason: reason ?? '',
      calendar_mode_by: work.actor.id,
    })
    await recount(work, request.id, mode)
    work.announce(calendarModeSet, { ...named(request), mode })
  },
}

export const abandonRequest: Command<PublicationsTables, Seen, void> = {
  name: 'publications.abandon-request',
  summary: 'Give a request up before it is published. Its folio stays taken and its history stays.',
  grant,
  input: onlySeen,
  async run(work, seen) {
    const request = await takeRequest(work, seen, grant)
    await allow(work, request, 'abandon')
    await moveTo(work, request, 'abandon', { publish_at: null })
    work.announce(requestAbandoned, named(request))
  },
}

type Described = Pick<Request, 'area_id' | 'kind' | 'title' | 'portal'> & Partial<Request>

async function insertRequest(work: Desk, described: Described): Promise<Opened> {
  const year = Number(localDateOf(work.now, await zoneOf(work)).slice(0, 4))
  const folio = folioOf(year, await work.next(`publications.request/${year}`))
  const { id } = await work.db
    .insertInto('publications.request')
    .values({
      ...described,
      folio,
      state: 'draft',
      requested_by: work.actor.id,
      edited_by: work.actor.id,
      created_at: work.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { request: id, folio }
}

/** What is published is the business of its area, or of the one that took its place. */
const ownerOf = async (work: Desk, area: number) => heirOf(work, area, localDateOf(work.now, await zoneOf(work)))
