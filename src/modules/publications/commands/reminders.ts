import { z } from 'zod'
import type { Command } from '#kernel/command'
import { deadlineReminded, requestAbandoned } from '../events.ts'
import { requestsWithClock } from '../queries/due.ts'
import { findRequest, type Request } from '../queries/requests.ts'
import { duesOf, lapsesOf, type Term } from '../queries/timing.ts'
import type { ClockName } from '../rules/clocks.ts'
import type { PublicationsTables } from '../tables.ts'
import { type Desk, moveTo, named } from './desk.ts'
import { remindOrders } from './orders.ts'
import { able, tell, tellDeadline } from './telling.ts'

const nothing = z.object({})
/** A round takes this many at the most; the rest wait for the next. */
const mostAtOnce = 5_000

/** Who answers for a clock: whoever may do what it waits for, never one person alone. */
const duties: Readonly<Record<ClockName | 'lapse', readonly string[]>> = {
  admission: ['publications.admit'],
  review: ['publications.admit'],
  area: ['publications.request'],
  publication: ['publications.publish'],
  verification: ['publications.publish'],
  ratification: ['publications.ratify'],
  revalidation: ['publications.request'],
  withdrawal: ['publications.withdraw', 'publications.publish'],
  lapse: ['publications.request'],
}

export const remindDeadlines: Command<PublicationsTables, Record<string, never>, { reminded: number }> = {
  name: 'publications.remind-deadlines',
  summary: 'Tell the areas and roles, once each, what falls due, what is about to lapse, and which orders have ended.',
  grant: 'publications.admit',
  input: nothing,
  async run(work) {
    const requests = await requestsWithClock(work, mostAtOnce)
    let reminded = 0
    for (const [id, term] of await duesOf(work, requests, work.now)) {
      const request = requests.find((each) => each.id === id)
      if (request && isTime(term, work.now) && !term.stretch.reminded_at) {
        await remind(work, request, term, 'reminded_at')
        reminded++
      }
    }
    for (const { request, term } of await lapsesOf(work, requests, work.now)) {
      if (!isTime(term, work.now) || term.stretch.lapse_reminded_at) continue
      await remind(work, request, term, 'lapse_reminded_at')
      reminded++
    }
    return { reminded: reminded + (await remindOrders(work, mostAtOnce)) }
  },
}

const isTime = ({ remindAt, due }: Term, now: Date) =>
  remindAt !== undefined && remindAt <= now && due !== undefined && now < due

async function remind(work: Desk, request: Request, term: Term, mark: 'reminded_at' | 'lapse_reminded_at') {
  await work.db
    .updateTable('publications.stretch')
    .set({ [mark]: work.now })
    .where('id', '=', term.stretch.id)
    .execute()
  const due = term.due as Date
  const holders = await Promise.all(duties[term.clock].map((grant) => able(work, grant, request)))
  const reviewer = term.clock === 'review' ? [request.reviewer] : []
  await tellDeadline(work, request, [...new Set([...reviewer, ...holders.flat()])], term.clock, due)
  work.announce(deadlineReminded, { ...named(request), clock: term.clock, due: due.toISOString() })
}

export const lapseRequests: Command<PublicationsTables, Record<string, never>, { lapsed: number }> = {
  name: 'publications.lapse-requests',
  summary:
    'Take as abandoned the requests whose area left observations unanswered past the limit; area and manager know.',
  grant: 'publications.admit',
  input: nothing,
  async run(work) {
    const requests = await requestsWithClock(work, mostAtOnce, 'area')
    const silent = (await lapsesOf(work, requests, work.now)).filter(({ term: { due } }) => due && due <= work.now)
    for (const { request: found } of silent) {
      const request = await findRequest(work.read, found.id)
      if (request?.state !== 'with-observations') continue
      await moveTo(work, request, 'abandon')
      work.announce(requestAbandoned, named(request))
      const area = await able(work, 'publications.request', request)
      await tell(work, request, [...new Set([...area, ...(await able(work, 'publications.admit', request))])], 'lapsed')
    }
    return { lapsed: silent.length }
  },
}
