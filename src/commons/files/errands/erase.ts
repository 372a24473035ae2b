import type { App } from '#kernel/app'
import type { Errand } from '#kernel/command'
import { perform } from '#kernel/perform'
import { besideTheDoor } from '../beside.ts'
import { recordErasure } from '../commands/record.ts'
import { holdersOf } from './holders.ts'

/** Asks every module first; the register says it is erased before the bytes go, so that nobody takes it up meanwhile. */
export const eraseContent: Errand<{ sha256: string }, App> = {
  name: 'files.erase-content',
  summary: 'Take a content out of the storage for good, if no module holds it.',
  async run(app, { sha256 }) {
    const row = await besideTheDoor(app)
      .selectFrom('files.blob')
      .select(['erasure_asked_at', 'erased_at'])
      .where('sha256', '=', sha256)
      .executeTakeFirst()
    if (!row?.erasure_asked_at) return
    if (!row.erased_at) {
      const heldBy = (await holdersOf(app, [sha256])).get(sha256) ?? []
      await perform(app, recordErasure, app.steward, { sha256, heldBy })
      if (heldBy.length > 0) return
    }
    await app.storage.remove(sha256)
  },
}
