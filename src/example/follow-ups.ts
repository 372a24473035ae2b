import type { App } from '#kernel/app'
import { perform } from '#kernel/perform'
import {
  admitRequest,
  approveRequest,
  attachFile,
  describeRequest,
  findRequest,
  openRequest,
  publishDocument,
  schedulePublication,
  submitRequest,
  withdrawDocument,
} from '#modules/publications'
import { at, type Stage } from './house.ts'
import { described, diary, firstFile, keep, type Step, seen } from './lives.ts'
import { paperOf } from './papers.ts'
import type { Asked, FollowUp } from './requests.ts'

const hour = 3_600_000
const minute = 60_000

interface Asking {
  readonly asked: Asked
  readonly later: FollowUp
  /** The request that put the document live. */
  readonly of: number
}

/** Opens the request about a document, as its kind asks for: with the next edition of its first file, with other words. */
export async function openFollowUp(app: App, stage: Stage, { asked, later, of }: Asking): Promise<number> {
  const liaison = stage.people[asked.by]
  const { title, files } = asked
  const document = (await findRequest(app, of))?.document_id
  const area = stage.areas.get(asked.area)
  const { request } = await perform(app, openRequest, liaison, { area, kind: later.kind, title, document })
  if (later.kind === 'update') {
    const name = files[0] as string
    const sha256 = await keep(app, liaison, name, paperOf(name, title, 2))
    await perform(app, attachFile, liaison, { request, sha256, name, replaces: await firstFile(app, request) })
  }
  await perform(app, describeRequest, liaison, {
    ...described(stage, asked, app.clock()),
    ...(later.kind === 'correct-metadata' ? { summary: later.summary } : {}),
    ...(later.kind === 'withdraw'
      ? { withdrawalReason: later.reason, withdrawalNote: later.note }
      : { changeNote: later.note }),
    ...(await seen(app, request)),
  })
  return request
}

/** The short way of a follow-up: nobody objects. One is overtaken by an order, and cannot be published any more. */
export function lifeOfFollowUp(
  stage: Stage,
  { asked, later, of }: Asking,
  request: number,
  now: Date,
): readonly Step[] {
  const { paula, oscar, teresa } = stage.people
  const overtaken = later.kind === 'update' ? later.overtaken : undefined
  const start = new Date(now.getTime() - (overtaken ? 60 : 8) * hour)
  const { next, steps } = diary(request, start, now)
  next(1, stage.people[asked.by], submitRequest)
  next(1, paula, admitRequest, { reviewer: oscar.id })
  next(3, oscar, approveRequest)
  if (!overtaken) {
    next(1, paula, publishDocument)
    return steps
  }
  const due = new Date(start.getTime() + 30 * hour)
  next(1, paula, schedulePublication, { at: due.toISOString() })
  next(20, teresa, withdrawDocument, async (house) => ({
    ...overtaken,
    document: (await findRequest(house, of))?.document_id,
  }))
  return [...steps, ...triesOf(request, due)]
}

/** The clock's own knocks, as far apart as it makes them, until it gives up. */
const triesOf = (request: number, due: Date): readonly Step[] =>
  Array.from({ length: 5 }, (_, attempt) => {
    const when = new Date(due.getTime() + attempt * 2 * minute)
    return {
      when,
      async act(app) {
        const knock = app.commands.get('publications.publish-scheduled')
        if (knock) await perform(at(app, when), knock, app.steward, { request })
      },
    }
  })
