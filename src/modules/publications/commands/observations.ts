import { z } from 'zod'
import { blobsOf } from '#commons/files'
import type { Command } from '#kernel/command'
import { choice, id, optional, text, whole } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import { observationAnswered, observationSettled, observationWritten } from '../events.ts'
import { draftFilesOf, type Request } from '../queries/requests.ts'
import { faultOfPage } from '../rules/anchors.ts'
import type { PublicationsTables, Severity } from '../tables.ts'
import { say } from '../words.ts'
import { type Desk, decidedOn, invalidField, named, objected, spokenOn, takeRequest, touch } from './desk.ts'

const writeInput = z.object({
  ...decidedOn,
  file: optional(id),
  page: optional(whole(1, 100_000)),
  field: optional(choice(['title', 'summary', 'section', 'ground', 'validity', 'times'])),
  severity: choice(['blocks', 'must', 'suggests']),
  text: text(4000, 3),
})

export const writeObservation: Command<PublicationsTables, z.infer<typeof writeInput>, { observation: number }> = {
  name: 'publications.write-observation',
  summary: 'Write an observation on a request, anchored to a file, a page of it, or a field.',
  grant: 'publications.review',
  input: writeInput,
  personal: spokenOn('text'),
  async run(work, { file, page, field, severity, text, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.review')
    if (request.state !== 'in-review') throw objected('observe', [{ code: 'wrong-state', state: request.state }])
    const observed = file ? await fileOf(work, request, file) : undefined
    const fault = faultOfPage({ page, file: observed !== undefined, pages: observed?.pages ?? undefined })
    if (fault) throw invalidField('page', (words) => words.pageFault(fault))
    const anchor = { file_id: file ?? null, page: page ?? null, field: field ?? null }
    const observation = await insertObservation(work, request, text, severity, anchor)
    await touch(work, request)
    work.announce(observationWritten, { ...named(request), observation, severity })
    return { observation }
  },
}

async function fileOf(work: Desk, request: Request, file: number) {
  const found = (await draftFilesOf(work.read, request.id)).find(({ file_id }) => file_id === file)
  if (!found) throw missing()
  return { pages: (await blobsOf(work, [found.sha256])).get(found.sha256)?.pages }
}

const answerInput = z.object({ ...decidedOn, observation: id, text: text(4000, 2) })

export const answerObservation: Command<PublicationsTables, z.infer<typeof answerInput>, void> = {
  name: 'publications.answer-observation',
  summary: 'Answer an observation as the area that asked.',
  grant: 'publications.request',
  input: answerInput,
  personal: spokenOn('text'),
  async run(work, { observation: number, text, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.request')
    if (request.state !== 'with-observations')
      throw objected('resubmit', [{ code: 'wrong-state', state: request.state }])
    const observation = await takeObservation(work, request, number)
    await reply(work, observation.id, text)
    if (observation.state === 'open') await settle(work, observation.id, 'answered')
    await touch(work, request)
    work.announce(observationAnswered, { ...named(request), observation: number })
  },
}

/** A new version of a file answers what was observed in it: the area need not say so in words too. */
export async function answerWithVersion(work: Desk, request: Request, file: number): Promise<void> {
  if (request.state !== 'with-observations') return
  const open = await work.read
    .selectFrom('publications.observation')
    .select(['id', 'number'])
    .where('request_id', '=', request.id)
    .where('file_id', '=', file)
    .where('state', '=', 'open')
    .orderBy('number')
    .execute()
  for (const { id, number } of open) {
    await settle(work, id, 'answered')
    work.announce(observationAnswered, { ...named(request), observation: number })
  }
}

const settleInput = z.object({
  ...decidedOn,
  observation: id,
  outcome: choice(['accept', 'insist', 'dismiss']),
  text: optional(text(4000)),
})

export const settleObservation: Command<PublicationsTables, z.infer<typeof settleInput>, void> = {
  name: 'publications.settle-observation',
  summary: 'Accept the answer to an observation, insist on it, or let it go.',
  grant: 'publications.review',
  input: settleInput,
  personal: spokenOn('text'),
  async run(work, { observation: number, outcome, text, ...seen }) {
    const request = await takeRequest(work, seen, 'publications.review')
    if (request.state !== 'in-review') throw objected('observe', [{ code: 'wrong-state', state: request.state }])
    const observation = await takeObservation(work, request, number)
    if (outcome === 'insist' && !text) {
      throw new Refusal(
        'invalid',
        say((words) => words.checkFields),
        [{ field: 'text', said: say((words) => words.insistNeedsText) }],
      )
    }
    if (text) await reply(work, observation.id, text)
    await settle(work, observation.id, ({ accept: 'accepted', insist: 'open', dismiss: 'dismissed' } as const)[outcome])
    await touch(work, request)
    work.announce(observationSettled, { ...named(request), observation: number, outcome })
  },
}

type Anchor = Pick<PublicationsTables['publications.observation'], 'file_id' | 'page' | 'field'>

export async function insertObservation(
  work: Desk,
  request: Request,
  text: string,
  severity: Severity = 'must',
  anchor: Anchor = { file_id: null, page: null, field: null },
): Promise<number> {
  const { last } = await work.read
    .selectFrom('publications.observation')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('request_id', '=', request.id)
    .executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await work.db
    .insertInto('publications.observation')
    .values({
      ...anchor,
      ...{ request_id: request.id, number, round: request.round, severity, text },
      ...{ author: work.actor.id, at: work.now },
    })
    .execute()
  return number
}

async function takeObservation(work: Desk, request: Request, number: number) {
  const observation = await work.read
    .selectFrom('publications.observation')
    .select(['id', 'state'])
    .where('request_id', '=', request.id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!observation) throw missing()
  return observation
}

const reply = (work: Desk, observation_id: number, text: string) =>
  work.db
    .insertInto('publications.reply')
    .values({ observation_id, text, author: work.actor.id, at: work.now })
    .execute()

const settle = (work: Desk, id: number, state: 'open' | 'answered' | 'accepted' | 'dismissed') =>
  work.db.updateTable('publications.observation').set({ state }).where('id', '=', id).execute()
