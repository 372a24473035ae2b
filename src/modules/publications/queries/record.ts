import type { Selectable } from 'kysely'
import type { Reader } from '#kernel/database'
import type { Decided } from '../rules/record.ts'
import type { PublicationsTables } from '../tables.ts'
import { digestOfWithdrawal } from './content.ts'

type Row = Selectable<PublicationsTables['publications.withdrawal']>
const digestOf = ({ document_id, ends_on: endsOn, ...withdrawal }: Row) =>
  digestOfWithdrawal(document_id, { ...withdrawal, endsOn })

const iso = (at: Date | null) => at?.toISOString() ?? null

/** What the tables say was decided about what readers see, to compare with the ledger. */
export async function recordInTables(reader: Reader): Promise<Decided> {
  const db = reader.tables<PublicationsTables>()
  const [reviews, editions, withdrawals, urgent] = [
    await db
      .selectFrom('publications.review')
      .innerJoin('publications.request', 'publications.request.id', 'publications.review.request_id')
      .selectAll('publications.review')
      .select('folio')
      .where('outcome', '=', 'approved')
      .orderBy('publications.review.id')
      .execute(),
    await db
      .selectFrom('publications.edition')
      .innerJoin('publications.revision', 'publications.revision.id', 'publications.edition.revision_id')
      .innerJoin('publications.document', 'publications.document.id', 'publications.edition.document_id')
      .innerJoin('publications.request', 'publications.request.id', 'publications.edition.request_id')
      .selectAll('publications.edition')
      .select(['key', 'folio', 'fingerprint'])
      .orderBy('publications.edition.id')
      .execute(),
    await db
      .selectFrom('publications.withdrawal')
      .innerJoin('publications.document', 'publications.document.id', 'publications.withdrawal.document_id')
      .selectAll('publications.withdrawal')
      .select('key')
      .orderBy('publications.withdrawal.id')
      .execute(),
    await db
      .selectFrom('publications.request')
      .select(['folio', 'urgent_by', 'urgent_at', 'ratified_by', 'ratified_at'])
      .where('urgent_by', 'is not', null)
      .orderBy('id')
      .execute(),
  ]
  return {
    approvals: reviews.map((review) => ({
      ...{ folio: review.folio, by: review.reviewer, at: review.at.toISOString(), fingerprint: review.fingerprint },
      ...{ samePerson: review.same_person, ruleSource: review.rule_source, voidedAt: iso(review.voided_at) },
    })),
    editions: editions.map((edition) => ({
      ...{ key: edition.key, edition: edition.id, number: edition.number, folio: edition.folio },
      ...{ by: edition.published_by, at: edition.published_at.toISOString(), fingerprint: edition.fingerprint },
      ...{ rollsBackTo: edition.rolls_back_to, note: edition.note, objected: edition.objected },
      ...{ supersededAt: iso(edition.superseded_at), endedAt: iso(edition.ended_at) },
    })),
    withdrawals: withdrawals.map((withdrawal) => ({
      ...{ key: withdrawal.key, by: withdrawal.withdrawn_by, at: withdrawal.withdrawn_at.toISOString() },
      ...{ reason: withdrawal.reason, fingerprint: digestOf(withdrawal) },
      liftedAt: iso(withdrawal.lifted_at),
    })),
    urgencies: urgent.map((request) => ({
      ...{ folio: request.folio, by: request.urgent_by ?? '', at: iso(request.urgent_at) ?? '' },
      ...{ ratifiedBy: request.ratified_by, ratifiedAt: iso(request.ratified_at) },
    })),
  }
}
