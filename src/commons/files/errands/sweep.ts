import type { App } from '#kernel/app'
import type { Errand } from '#kernel/command'
import { perform } from '#kernel/perform'
import { besideTheDoor } from '../beside.ts'
import { releaseUnheld, unheldDays } from '../commands/record.ts'
import { holdersOf } from './holders.ts'

const together = 500
const dayMilliseconds = 86_400_000
/** An upload that nobody went on with for a week. */
const staleDays = 7
/** Bytes that came in a moment ago may not be registered yet. */
const youngDays = 1

/** Lets go of what nobody holds any more, of uploads nobody finished, and of bytes without a row. */
export const sweep: Errand<Record<string, never>, App> = {
  name: 'files.sweep',
  summary: 'Clear the library of contents that nobody holds and of uploads that nobody finished.',
  async run(app) {
    await release(app)
    await clearUploads(app)
    await clearBytes(app)
    await app.storage.sweep()
  },
}

async function release(app: App): Promise<void> {
  const before = new Date(app.clock().getTime() - unheldDays * dayMilliseconds)
  for (let last = ''; ; ) {
    const rows = await besideTheDoor(app)
      .selectFrom('files.blob')
      .select('sha256')
      .where('sent_at', '<', before)
      .where('erasure_asked_at', 'is', null)
      .where('sha256', '>', last)
      .orderBy('sha256')
      .limit(together)
      .execute()
    const sha256s = rows.map(({ sha256 }) => sha256)
    const holders = await holdersOf(app, sha256s)
    const unheld = sha256s.filter((sha256) => !holders.has(sha256))
    if (unheld.length > 0) await perform(app, releaseUnheld, app.steward, { sha256s: unheld })
    if (sha256s.length < together) return
    last = sha256s.at(-1) as string
  }
}

async function clearUploads(app: App): Promise<void> {
  const before = new Date(app.clock().getTime() - staleDays * dayMilliseconds)
  const stale = await besideTheDoor(app)
    .deleteFrom('files.upload')
    .where('touched_at', '<', before)
    .returning('id')
    .execute()
  for (const { id } of stale) await app.storage.removePart(id)
}

/** Bytes whose row is gone, or never came, or says that they were erased. */
async function clearBytes(app: App): Promise<void> {
  const keptBefore = new Date(app.clock().getTime() - youngDays * dayMilliseconds)
  const clear = async (sha256s: readonly string[]) => {
    const rows = await besideTheDoor(app)
      .selectFrom('files.blob')
      .select('sha256')
      .where('sha256', 'in', sha256s)
      .where('erased_at', 'is', null)
      .execute()
    const registered = new Set(rows.map(({ sha256 }) => sha256))
    for (const sha256 of sha256s) if (!registered.has(sha256)) await app.storage.remove(sha256, keptBefore)
  }
  let batch: string[] = []
  for await (const sha256 of app.storage.all()) {
    batch.push(sha256)
    if (batch.length < together) continue
    await clear(batch)
    batch = []
  }
  if (batch.length > 0) await clear(batch)
}
