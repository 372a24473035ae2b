import type { Selectable } from 'kysely'
import type { Reader } from '#kernel/database'
import { withdrawalRules } from '../rules/withdrawals.ts'
import type { PublicationsTables } from '../tables.ts'
import { editionNumbered } from './documents.ts'
import { lostOf } from './rolling-back.ts'

export type EditionRow = Selectable<PublicationsTables['publications.edition']>

/**
 * What readers saw until this edition went live, and see again when somebody objects to it. Nothing where it was the
 * first, or where the library no longer holds what there was.
 */
export async function editionBehind(
  reader: Reader,
  { document_id, number, published_at }: EditionRow,
): Promise<EditionRow | undefined> {
  const former = await editionNumbered(reader.tables<PublicationsTables>(), document_id, number - 1)
  if (!former || former.ended_at || former.superseded_at?.getTime() !== published_at.getTime()) return undefined
  return (await lostOf(reader, former.revision_id)) > 0 ? undefined : former
}

/** The banner under which it was read, that the edition took away. */
export async function bannerLifted(reader: Reader, { document_id, published_at }: EditionRow) {
  const lifted = await reader
    .tables<PublicationsTables>()
    .selectFrom('publications.withdrawal')
    .selectAll()
    .where('document_id', '=', document_id)
    .where('lifted_at', '=', published_at)
    .executeTakeFirst()
  return lifted && withdrawalRules[lifted.reason].showsContent ? lifted : undefined
}
