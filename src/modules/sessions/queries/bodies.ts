import { zoneOf } from '#commons/directory'
import type { App } from '#kernel/app'
import type { Reading } from '#kernel/database'
import { localDateOf } from '#kernel/pure/dates'
import type { Designation, SeatTerm } from '../rules/composition.ts'
import type { SessionsTables } from '../tables.ts'

type Db = Reading<SessionsTables>

export const listBodies = (db: Db) => db.selectFrom('sessions.body').selectAll().orderBy('name_es').execute()
export type Body = Awaited<ReturnType<typeof listBodies>>[number]

export const findBody = (db: Db, id: number) =>
  db.selectFrom('sessions.body').selectAll().where('id', '=', id).executeTakeFirst()

/** Acronyms are addresses too: case says nothing. */
export const bodyCalled = async (db: Db, acronym: string): Promise<Body | undefined> =>
  (await listBodies(db)).find((body) => body.acronym.toLowerCase() === acronym.toLowerCase())

/** A term of a seat with what pages say of it. */
export interface Term extends SeatTerm {
  readonly id: number
  readonly titleEs: string
  readonly titleEn: string
  readonly area: number | null
}

/** Everything that the seats of a body were, are and will be. */
export async function termsOf(db: Db, body: number): Promise<readonly Term[]> {
  const rows = await db
    .selectFrom('sessions.seat_term as t')
    .innerJoin('sessions.seat as s', 's.id', 't.seat_id')
    .selectAll('t')
    .select('s.position')
    .where('s.body_id', '=', body)
    .orderBy('s.position')
    .orderBy('t.valid_from')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, seat: row.seat_id, position: row.position, function: row.function, group: row.group_name },
    ...{ voice: row.voice, vote: row.vote, countsForQuorum: row.counts_for_quorum, required: row.required },
    ...{ from: row.valid_from, to: row.valid_to, titleEs: row.title_es, titleEn: row.title_en, area: row.area_id },
  }))
}

export interface Designated extends Designation {
  readonly document: string
}

/** Whoever represented its seats, represents them or will. */
export async function designationsOf(db: Db, body: number): Promise<readonly Designated[]> {
  const rows = await db
    .selectFrom('sessions.designation as d')
    .innerJoin('sessions.seat as s', 's.id', 'd.seat_id')
    .selectAll('d')
    .where('s.body_id', '=', body)
    .orderBy('d.turn')
    .orderBy('d.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, seat: row.seat_id, person: row.person_id, as: row.capacity, order: row.turn },
    ...{ accredited: row.accredited_at !== null, from: row.valid_from, to: row.valid_to, document: row.document },
  }))
}

export const todayIn = async (app: App): Promise<string> => localDateOf(app.clock(), await zoneOf(app))
