import type { Selectable } from 'kysely'
import type { Reading } from '#kernel/database'
import type { PublicationsTables } from '../tables.ts'

type Db = Reading<PublicationsTables>
export type Observation = Selectable<PublicationsTables['publications.observation']>
export type Reply = Selectable<PublicationsTables['publications.reply']>

export const observationsOf = (db: Db, request: number): Promise<Observation[]> =>
  db.selectFrom('publications.observation').selectAll().where('request_id', '=', request).orderBy('number').execute()

export const repliesOf = (db: Db, observations: readonly number[]): Promise<Reply[]> =>
  observations.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('publications.reply')
        .selectAll()
        .where('observation_id', 'in', observations)
        .orderBy('id')
        .execute()

/** Why a draft came back without being admitted: what was written when it did. */
export const refusalOfAdmission = (db: Reading<PublicationsTables>, request: number) =>
  db
    .selectFrom('publications.review as review')
    .innerJoin('publications.observation as observation', (join) =>
      join.onRef('observation.request_id', '=', 'review.request_id').onRef('observation.at', '=', 'review.at'),
    )
    .select(['observation.text', 'observation.author', 'observation.at'])
    .where('review.request_id', '=', request)
    .where('review.outcome', '=', 'not-admitted')
    .orderBy('review.id', 'desc')
    .executeTakeFirst()
