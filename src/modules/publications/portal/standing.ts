import { accountNames } from '#commons/identity'
import { type Actor, reaches } from '#kernel/actor'
import type { App } from '#kernel/app'
import type { Edition } from '../queries/public.ts'
import type { PublicationsTables } from '../tables.ts'

/** On whose word an edition stands, and under which folio it was asked for. */
export interface Standing {
  readonly folio: string
  /**
   * `pending`: it went live in an emergency and nobody else has confirmed it yet; `unratified`: it gave way before
   * anybody did. `imported`: it was public before this house kept its record.
   */
  readonly how: 'approved' | 'pending' | 'ratified' | 'unratified' | 'imported'
  /** When it was approved or ratified. */
  readonly at: Date | undefined
  /** Who put live what is still to be ratified. */
  readonly by: string | undefined
  /** When its page and files were last looked at from outside and found as they should be. */
  readonly verifiedAt: Date | undefined
  readonly request: { readonly area_id: number; readonly requested_by: string }
}

export async function standingOf(app: App, edition: Edition): Promise<Standing> {
  const { folio, state, import_batch_id, approved_at, urgent_by, ratified_at, verified_at, verified, ...request } =
    await app
      .tables<PublicationsTables>()
      .selectFrom('publications.request as r')
      .leftJoin('publications.review as v', (join) =>
        join
          .onRef('v.request_id', '=', 'r.id')
          .on('v.outcome', '=', 'approved')
          .on('v.voided_at', 'is', null)
          .on('v.fingerprint', '=', edition.fingerprint),
      )
      .leftJoinLateral(
        (from) =>
          from
            .selectFrom('publications.verification')
            .select(['at', 'passed'])
            .where('edition_id', '=', edition.edition_id)
            .where('subject', '=', 'published')
            .orderBy('id', 'desc')
            .limit(1)
            .as('looked'),
        (join) => join.onTrue(),
      )
      .select(['r.folio', 'r.state', 'r.import_batch_id', 'r.area_id', 'r.requested_by', 'v.at as approved_at'])
      .select(['looked.at as verified_at', 'looked.passed as verified'])
      .select(['r.urgent_by', 'r.ratified_at'])
      .where('r.id', '=', edition.request_id)
      .orderBy('v.id', (order) => order.desc().nullsLast())
      .executeTakeFirstOrThrow()
  const known = { folio, request, by: undefined, verifiedAt: (verified && verified_at) || undefined }
  if (state === 'published-pending-ratification' && edition.superseded_at === null) {
    const by = urgent_by ?? edition.published_by
    return { ...known, how: 'pending', at: undefined, by: (await accountNames(app, [by])).get(by) }
  }
  if (import_batch_id !== null) return { ...known, how: 'imported', at: undefined }
  if (approved_at) return { ...known, how: 'approved', at: approved_at }
  return { ...known, how: ratified_at ? 'ratified' : 'unratified', at: ratified_at ?? undefined }
}

/** Whoever may read the record behind a public page. */
export const mayOpen = (actor: Actor, { request }: Standing): boolean =>
  request.requested_by === actor.id ||
  ['publications.read', 'publications.request', 'publications.review'].some((grant) =>
    reaches(actor, grant, request.area_id),
  )
