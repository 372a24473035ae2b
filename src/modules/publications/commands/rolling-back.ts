import { z } from 'zod'
import type { Command } from '#kernel/command'
import { id, text } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { rollBackOf } from '../queries/rolling-back.ts'
import { objectionsToRollingBack } from '../rules/rolling-back.ts'
import type { PublicationsTables } from '../tables.ts'
import { lockDocument, moveTo, objected, takeAsItStands } from './desk.ts'
import { type Published, publishRevision } from './going-live.ts'

const grant = 'publications.publish'
const input = z.object({ document: id, to: id, note: text(500, 5) })

export const rollBackDocument: Command<PublicationsTables, z.infer<typeof input>, Published> = {
  name: 'publications.roll-back-document',
  summary: 'Put the former edition of a document live again, within a day, as another person than who superseded it.',
  grant,
  input,
  async run(work, { document, to, note }) {
    await lockDocument(work, document)
    const asked = await rollBackOf(work, document, to, work.actor, work.now)
    if (!asked) throw missing()
    // The edition that it names is the version that was seen.
    const request = await takeAsItStands(work, asked.request.id, grant)
    const objections = objectionsToRollingBack(asked.facts)
    if (objections.length > 0) throw objected('roll-back', objections)
    const rolling = { urgent: false, rollsBackTo: to, note }
    const published = await publishRevision(work, request, asked.edition.revision_id, rolling)
    await moveTo(work, request, 'roll-back')
    return published
  },
}
