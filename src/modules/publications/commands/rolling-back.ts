import { z } from 'zod'
import type { Command } from '#kernel/command'
import { id, text } from '#kernel/fields'
import { Refusal } from '#kernel/refusal'
import { missing } from '#kernel/refusals'
import { currentEdition, editionNumbered, findLive } from '../queries/documents.ts'
import { mayMove } from '../rules/machine.ts'
import { mayRollBack, rollBackHours } from '../rules/rolling-back.ts'
import type { PublicationsTables } from '../tables.ts'
import { say } from '../words.ts'
import { moveTo, objected, takeRequest } from './desk.ts'
import { type Published, publishRevision } from './going-live.ts'

const grant = 'publications.publish'
const rollBackInput = z.object({ document: id, to: id, note: text(500, 5) })
export const rollBackDocument: Command<PublicationsTables, z.infer<typeof rollBackInput>, Published> = {
  name: 'publications.roll-back-document',
  summary: 'Put the former edition of a document live again, within a day of its being superseded.',
  grant,
  input: rollBackInput,
  async run(work, { document: asked, to }) {
    const live = await currentEdition(work.read, asked)
    const former = await editionNumbered(work.read, asked, to)
    if (!live || !former) throw missing()
    // What was taken down does not come back with a click.
    if (!(await findLive(work.read, asked))) throw objected('roll-back', [{ code: 'document-not-live' }])
    if (!mayRollBack(live, former, work.now)) {
      throw new Refusal(
        'unlawful',
        say((words) => words.rollBackNeedsRequest(rollBackHours)),
      )
    }
    const request = await takeRequest(work, former.request_id, grant)
    const published = await publishRevision(work, request, former.revision_id, { rollsBackTo: to, urgent: false })
    if (mayMove(request.state, 'roll-back')) await moveTo(work, request, 'roll-back')
    return published
  },
}
