import { findRequest, type Request } from '../queries/requests.ts'
import { bannerLifted, type EditionRow } from '../queries/restoring.ts'
import { mayMove } from '../rules/machine.ts'
import { type Desk, moveTo } from './desk.ts'
import { publishRevision } from './going-live.ts'
import { takeDown } from './withdrawals.ts'

/**
 * Somebody objected to an emergency: readers see again what they saw before it, as it was, banner and all. No window
 * of restriction holds this back: what was objected to would stay instead.
 */
export async function restore(work: Desk, former: EditionRow, objected: EditionRow): Promise<void> {
  await work.db.updateTable('publications.edition').set({ ended_at: work.now }).where('id', '=', objected.id).execute()
  const request = await findRequest(work.read, former.request_id)
  if (!request) return
  const banner = await bannerLifted(work, objected)
  await publishRevision(work, request, former.revision_id, {
    ...{ urgent: false, rollsBackTo: former.number, objected: objected.number },
  })
  const again = request.urgent_by !== null && request.ratified_by === null ? 'reopen-ratification' : 'roll-back'
  if (mayMove(request.state, again)) await moveTo(work, request, again)
  if (banner) await raise(work, request, banner)
}

type Banner = NonNullable<Awaited<ReturnType<typeof bannerLifted>>>
async function raise(work: Desk, request: Request, { request_id, ...banner }: Banner): Promise<void> {
  const { reason, target, note, reference, ends_on: endsOn } = banner
  const asked = request_id === null ? undefined : await findRequest(work.read, request_id)
  await takeDown(work, asked ?? request, { reason, target, note, reference, endsOn })
}
