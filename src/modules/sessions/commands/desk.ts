import type { Work } from '#kernel/command'
import { missing } from '#kernel/refusals'
import { findBody } from '../queries/bodies.ts'
import type { SessionsTables } from '../tables.ts'

export type Desk = Work<SessionsTables>
export const grant = 'sessions.govern'

/** The body, locked: two changes of its seats never slip past each other. */
export async function takeBody(work: Desk, id: number) {
  await work.db.selectFrom('sessions.body').select('id').where('id', '=', id).forUpdate().execute()
  const body = await findBody(work.read, id)
  if (!body) throw missing()
  return { ...body, named: { body: body.id, acronym: body.acronym } }
}

export async function takeBodyOfSeat(work: Desk, seat: number) {
  const row = await work.read.selectFrom('sessions.seat').select('body_id').where('id', '=', seat).executeTakeFirst()
  if (!row) throw missing()
  return takeBody(work, row.body_id)
}
