import type { Reading } from '#kernel/database'
import type { PublicationsTables } from '../tables.ts'

type Db = Reading<PublicationsTables>

/** The institution's own rules. `one-person-approves`: whether whoever asks may approve, and which norm says so. */
export const ruleNames = ['one-person-approves'] as const
export type RuleName = (typeof ruleNames)[number]
export interface Rule {
  readonly value: string
  readonly source: string
}
/** Four eyes unless a norm of the institution says otherwise. */
const defaults: Readonly<Record<RuleName, Rule>> = { 'one-person-approves': { value: 'no', source: '' } }

export async function ruleOf(db: Db, name: RuleName): Promise<Rule> {
  const set = await db
    .selectFrom('publications.rule')
    .select(['value', 'source'])
    .where('name', '=', name)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return set ?? defaults[name]
}

export const rulesSet = (db: Db) => db.selectFrom('publications.rule').selectAll().orderBy('id', 'desc').execute()
