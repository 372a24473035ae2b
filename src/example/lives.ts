import { receiveKept } from '#commons/files'
import type { Actor } from '#kernel/actor'
import type { App } from '#kernel/app'
import type { AnyCommand } from '#kernel/command'
import { perform } from '#kernel/perform'
import {
  abandonRequest,
  admitRequest,
  answerObservation,
  approveRequest,
  archiveDocument,
  attachFile,
  describeRequest,
  filesOfRequest,
  findRequest,
  openRequest,
  publishDocument,
  publishUrgently,
  resubmitRequest,
  returnWithObservations,
  schedulePublication,
  submitRequest,
  withdrawDocument,
  writeObservation,
} from '#modules/publications'
import { blocking, spoiled } from './faults.ts'
import { at, type Stage } from './house.ts'
import { paperOf } from './papers.ts'
import type { Asked } from './requests.ts'

/** Something that somebody does at a moment. The example is a list of these, in order. */
export interface Step {
  readonly when: Date
  act(house: App): Promise<unknown>
}

const hour = 3_600_000
const day = 24 * hour

/** Takes a file into the library, as an upload would. */
export async function keep(app: App, actor: Actor, name: string, content: Buffer): Promise<string> {
  const kept = await app.storage.keep(chunks(content))
  await receiveKept(app, actor, { ...kept, name })
  return kept.sha256
}
async function* chunks(content: Buffer) {
  yield content
}

/** Opens the draft with its files; the rest waits for their automatic review. Answers the request's number. */
export async function open(app: App, stage: Stage, asked: Asked): Promise<number> {
  const { by, title, portal = 'internet', files } = asked
  const liaison = stage.people[by]
  const area = stage.areas.get(asked.area)
  const { request } = await perform(app, openRequest, liaison, { area, kind: 'publish', title, portal })
  for (const [place, planned] of files.entries()) {
    const fault = asked.faults?.[place]
    const { name, content } = fault
      ? spoiled(fault, planned, title)
      : { name: planned, content: paperOf(planned, title) }
    const sha256 = await keep(app, liaison, name, content)
    await perform(app, attachFile, liaison, { request, sha256, name })
  }
  return request
}

/** The area hands in another version of each file that the review stopped. Answers whether there was any. */
export async function mend(app: App, stage: Stage, asked: Asked, request: number): Promise<boolean> {
  const stopped = Object.entries(asked.faults ?? {}).filter(([, fault]) => blocking.includes(fault))
  if (asked.destiny === 'draft' || stopped.length === 0) return false
  const liaison = stage.people[asked.by]
  const handedIn = await filesOfRequest(app, request)
  for (const [place] of stopped) {
    const { public_name: name, file_id: replaces } = handedIn[Number(place)] ?? {}
    if (!name) continue
    const sha256 = await keep(app, liaison, name, paperOf(name, asked.title))
    await perform(app, attachFile, liaison, { request, sha256, name, replaces })
  }
  return true
}

export async function firstFile(app: App, request: number): Promise<number | undefined> {
  return (await filesOfRequest(app, request))[0]?.file_id
}

/** What the liaison writes of it. */
export function described(stage: Stage, asked: Asked, now: Date) {
  const { title, summary, ground, reference } = asked
  const due = asked.destiny === 'in-revalidation' ? -1 : 365
  const reviewOn = new Date(now.getTime() + due * day).toISOString().slice(0, 10)
  return { title, summary, ground, reference, section: stage.sections.get(asked.section), reviewOn }
}

/** The request as whoever acts has it before them. */
export const seen = async (app: App, request: number) => ({
  request,
  version: (await findRequest(app, request))?.version,
})

/** Steps of one request, each some hours after the one before and none in the future. */
export function diary(request: number, start: Date, now: Date) {
  const steps: Step[] = []
  let clock = start.getTime()
  return {
    steps,
    next(hours: number, actor: Actor, command: AnyCommand, input: object | ((house: App) => Promise<object>) = {}) {
      clock = Math.min(clock + hours * hour, now.getTime() - 60_000)
      const when = new Date(clock)
      steps.push({
        when,
        async act(app) {
          const house = at(app, when)
          const given = typeof input === 'function' ? await input(house) : input
          await perform(house, command, actor, { ...(await seen(house, request)), ...given })
        },
      })
    },
  }
}
type Diary = ReturnType<typeof diary>

/** What becomes of a request once its files were reviewed, as far as its destiny. */
export function lifeOf(stage: Stage, asked: Asked, request: number, start: Date, now: Date): readonly Step[] {
  const { paula, oscar, teresa } = stage.people
  const liaison = stage.people[asked.by]
  const written = diary(request, start, now)
  const { next } = written
  next(0, liaison, describeRequest, described(stage, asked, now))
  if (asked.destiny === 'draft') return written.steps
  next(0.3, liaison, submitRequest)
  if (asked.destiny === 'submitted') return written.steps
  next(1.5, paula, admitRequest, { reviewer: oscar.id })
  switch (asked.destiny) {
    case 'in-review':
    case 'with-observations':
    case 'abandoned':
      observe(stage, asked, written)
      break
    case 'urgent':
      next(1, paula, publishUrgently, { reason: 'El sismo de esta mañana obliga a avisar antes de que abra la sede.' })
      break
    default:
      next(3, oscar, approveRequest)
      release(stage, asked, written, now)
  }
  if (asked.destiny === 'withdrawn') {
    next(30, teresa, withdrawDocument, async (house) => ({
      document: (await findRequest(house, request))?.document_id,
      ...{ reason: 'order-of-authority', reference: 'Expediente IEA-CT-2026-018' },
    }))
  }
  if (asked.destiny === 'archived') next(20, teresa, archiveDocument)
  return written.steps
}

function release({ people: { paula } }: Stage, { destiny }: Asked, { next }: Diary, now: Date): void {
  if (destiny === 'approved') return
  if (destiny === 'scheduled')
    next(1, paula, schedulePublication, { at: new Date(now.getTime() + 7 * day).toISOString() })
  else next(0.6, paula, publishDocument)
}

const remarks = [
  { severity: 'must', field: 'summary', text: 'Diga también de qué entidades son los datos.' },
  {
    severity: 'blocks',
    text: 'Falta el oficio con el que el área remite la información. Agréguelo o diga por qué no procede.',
  },
]
const answers = ['Se precisó en el resumen: de las 32 entidades.', 'El oficio es el último archivo de la solicitud.']

/** A round of observations, and for one request its answer and a second round. */
function observe(stage: Stage, { by, destiny }: Asked, { next }: Diary): void {
  const { oscar } = stage.people
  const liaison = stage.people[by]
  for (const remark of remarks) next(0.7, oscar, writeObservation, remark)
  next(0.2, oscar, returnWithObservations)
  if (destiny === 'abandoned') next(20, liaison, abandonRequest)
  if (destiny !== 'in-review') return
  for (const [index, text] of answers.entries()) next(1.2, liaison, answerObservation, { observation: index + 1, text })
  next(0.2, liaison, resubmitRequest)
}
