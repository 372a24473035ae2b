import type { Reader } from '#kernel/database'
import type { IdentityTables } from '../tables.ts'

export interface View {
  readonly id: number
  /** Path of the list. */
  readonly list: string
  readonly name: string
  readonly query: string
}

/** The views that somebody keeps, of every list or of one, in the order in which they were made. */
export const viewsOf = (reader: Reader, account: number, list?: string): Promise<readonly View[]> =>
  reader
    .tables<IdentityTables>()
    .selectFrom('identity.saved_view')
    .select(['id', 'list', 'name', 'query'])
    .where('account_id', '=', account)
    .$if(list !== undefined, (query) => query.where('list', '=', list as string))
    .orderBy('list')
    .orderBy('id')
    .execute()
