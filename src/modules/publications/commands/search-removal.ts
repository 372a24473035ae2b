import { z } from 'zod'
import { zoneOf } from '#commons/directory'
import type { Command } from '#kernel/command'
import { day, text } from '#kernel/fields'
import { localDateOf } from '#kernel/pure/dates'
import { missing } from '#kernel/refusals'
import { searchRemovalNoted } from '../events.ts'
import { searchRemovalOf } from '../queries/withdrawals.ts'
import type { PublicationsTables } from '../tables.ts'
import { decidedOn, invalidField, named, spokenOn, takeRequest, touch } from './desk.ts'
import { publicName } from './going-live.ts'

const grant = 'publications.publish'
const input = z.object({ ...decidedOn, askedOn: day, where: text(500, 3) })

export const noteSearchRemoval: Command<PublicationsTables, z.infer<typeof input>, void> = {
  name: 'publications.note-search-removal',
  summary: 'Note when search engines and archives were asked to forget what left for personal data, and which.',
  grant,
  input,
  personal: spokenOn('where'),
  async run(work, { askedOn, where, ...seen }) {
    const request = await takeRequest(work, seen, grant)
    const removal = await searchRemovalOf(work.read, request.id)
    if (!removal || removal.noted_at) throw missing()
    const today = localDateOf(work.now, await zoneOf(work))
    if (askedOn > today) throw invalidField('askedOn', (words) => words.askedInFuture)
    await work.db
      .updateTable('publications.search_removal')
      .set({ asked_on: askedOn, asked_where: where, noted_by: work.actor.id, noted_at: work.now })
      .where('id', '=', removal.id)
      .execute()
    await touch(work, request)
    work.announce(searchRemovalNoted, { ...named(request), ...(await publicName(work, request)), askedOn })
  },
}
