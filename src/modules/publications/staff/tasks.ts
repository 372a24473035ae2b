import { areaNames } from '#commons/directory'
import { type Actor, areasOf, holds, reaches } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import type { Task } from '#kernel/module'
import { type Request, requestsFor } from '../queries/requests.ts'
import { duesOf } from '../queries/timing.ts'
import { searchRemovalsWaiting } from '../queries/withdrawals.ts'
import type { State } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { sayOf } from '../words/kinds.ts'
import { meanwhileWords } from '../words/meanwhile.ts'
import type { staffWords } from '../words/staff.ts'
import { addressOf } from './finding.ts'

type TaskName = keyof typeof staffWords.es.tasks

/** In each state, what is to be done and with which grant; a review belongs to whoever it was given to. */
const duties: Readonly<Partial<Record<State, { readonly name: TaskName; readonly grant: string }>>> = {
  draft: { name: 'draft', grant: 'publications.request' },
  submitted: { name: 'admit', grant: 'publications.admit' },
  'in-review': { name: 'review', grant: 'publications.review' },
  'with-observations': { name: 'answer', grant: 'publications.request' },
  approved: { name: 'publish', grant: 'publications.publish' },
  'publication-failed': { name: 'mend', grant: 'publications.publish' },
  'published-pending-ratification': { name: 'ratify', grant: 'publications.ratify' },
  'in-revalidation': { name: 'revalidate', grant: 'publications.request' },
}
const mostTasks = 100

function dutyOf(actor: Actor, request: Request): TaskName | undefined {
  const duty = duties[request.state]
  if (!duty || !reaches(actor, duty.grant, request.area_id)) return undefined
  if (duty.name === 'draft' && request.edited_by !== actor.id) return undefined
  if (duty.name === 'review' && request.reviewer !== actor.id) return undefined
  return duty.name
}

/** What waits for this person. */
export async function tasks(reader: Reader, actor: Actor, now: Date): Promise<readonly Task[]> {
  const db = reader.tables<PublicationsTables>()
  const open = await requestsFor(db, actor)
    .selectAll()
    .where('state', 'in', Object.keys(duties) as State[])
    .orderBy('id')
    .limit(1_000)
    .execute()
  const mine = open
    .flatMap((request) => {
      const name = dutyOf(actor, request)
      return name ? [{ request, name }] : []
    })
    .slice(0, mostTasks)
  const [areas, dues] = await Promise.all([
    areaNames(
      reader,
      mine.map(({ request }) => request.area_id),
    ),
    duesOf(
      reader,
      mine.map(({ request }) => request),
      now,
    ),
  ])
  const moves = mine.map(({ request, name }) => {
    const running = dues.get(request.id)
    const area = areas.get(request.area_id)?.acronym ?? ''
    const clock = running?.clock
    return {
      said: sayOf(request.kind, ({ tasks }) => tasks[name](request.folio)),
      why: sayOf(request.kind, ({ titled }) => `${area}. ${titled(request.title)}`),
      href: addressOf(request),
      due: running?.due,
      ...(running ? { mode: running.mode } : {}),
      ...(clock ? { clock: sayOf(request.kind, ({ clocks }) => clocks[clock]) } : {}),
    }
  })
  return [...(await searchTasks(reader, actor)), ...moves]
}

const waitingFor = async (reader: Reader, actor: Actor) =>
  holds(actor, 'publications.publish')
    ? searchRemovalsWaiting(
        reader.tables<PublicationsTables>(),
        areasOf(actor, 'publications.publish') ?? 'all',
        mostTasks,
      )
    : []

/** What search engines have not been asked yet: personal data may still be read there. */
async function searchTasks(reader: Reader, actor: Actor): Promise<readonly Task[]> {
  const waiting = await waitingFor(reader, actor)
  const areas = await areaNames(
    reader,
    waiting.map(({ area_id }) => area_id),
  )
  const { es, en } = meanwhileWords
  return waiting.map((request) => {
    const why = `${areas.get(request.area_id)?.acronym ?? ''}. ${request.title}`
    return {
      said: { es: es.task(request.folio), en: en.task(request.folio) },
      why: { es: why, en: why },
      href: `${addressOf(request)}#buscadores`,
    }
  })
}

/** How many wait for this person: the number beside the name in the side bar. */
export async function countTasks(reader: Reader, actor: Actor): Promise<number> {
  const rows = await requestsFor(reader.tables<PublicationsTables>(), actor)
    .selectAll()
    .where('state', 'in', Object.keys(duties) as State[])
    .limit(1_000)
    .execute()
  const moves = rows.filter((request) => dutyOf(actor, request) !== undefined).length
  return moves + (await waitingFor(reader, actor)).length
}
