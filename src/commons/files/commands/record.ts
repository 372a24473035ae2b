import { z } from 'zod'
import type { Command } from '#kernel/command'
import { several, sha256, text } from '#kernel/fields'
import { canonicalJson } from '#kernel/pure/canonical-json'
import type { CheckContext, Finding } from '../checks/check.ts'
import { contentChecked, contentErased, contentsReleased, erasureRefused, topicOfContent } from '../events.ts'
import type { FilesTables } from '../tables.ts'

// What the errands learn outside, they say through these. Only the house itself holds the grant.
const grant = 'files.record'

const count = z.number().int().min(0)
const found = z.object({
  subject: text(120),
  sha256,
  topic: text(120),
  context: z.custom<CheckContext>((value) => typeof value === 'object' && value !== null),
  findings: z.array(z.custom<Finding>((value) => typeof value === 'object' && value !== null)).max(500),
  blocking: count,
  must: count,
})
export const recordRun: Command<FilesTables, z.infer<typeof found>, { recorded: boolean }> = {
  name: 'files.record-run',
  summary: 'Note what an automatic review found, unless something else has been asked of its subject since.',
  grant,
  input: found,
  personal: { fields: ['context', 'findings'], subject: ({ sha256 }) => topicOfContent(sha256) },
  async run(work, { subject, sha256, topic, context, findings, blocking, must }) {
    const row = await work.db
      .selectFrom('files.run')
      .select(['sha256', 'context', 'finished_at', 'findings'])
      .where('subject', '=', subject)
      .forUpdate()
      .executeTakeFirst()
    const current = row?.sha256 === sha256 && canonicalJson(row.context) === canonicalJson(context)
    if (!current) return { recorded: false }
    // Looked at again, and nothing is new: there is nothing to tell.
    if (row.finished_at && canonicalJson(row.findings) === canonicalJson(findings)) return { recorded: false }
    await work.db
      .updateTable('files.run')
      .set({ finished_at: work.now, blocking, must, findings: JSON.stringify(findings) })
      .where('subject', '=', subject)
      .execute()
    work.announce(contentChecked, { subject, sha256, blocking, must, topic })
    return { recorded: true }
  },
}

const erasure = z.object({ sha256, heldBy: several(text(40), 50) })
export const recordErasure: Command<FilesTables, z.infer<typeof erasure>, void> = {
  name: 'files.record-erasure',
  summary: 'Note that a content was erased, or which modules still hold it and keep it from being erased.',
  grant,
  input: erasure,
  async run(work, { sha256, heldBy }) {
    const one = work.db.updateTable('files.blob').where('sha256', '=', sha256).where('erased_at', 'is', null)
    if (heldBy.length > 0) {
      await one.set({ erasure_asked_at: null, erasure_asked_by: null, erasure_held_by: heldBy }).execute()
      work.announce(erasureRefused, { sha256, heldBy })
      return
    }
    await one.set({ erased_at: work.now, erasure_held_by: [], title: null, language: null }).execute()
    await work.db.deleteFrom('files.blob_text').where('sha256', '=', sha256).execute()
    await work.db.deleteFrom('files.check_result').where('sha256', '=', sha256).execute()
    await work.db.deleteFrom('files.run').where('sha256', '=', sha256).execute()
    await work.forget(topicOfContent(sha256))
    work.announce(contentErased, { sha256 })
  },
}

/** Nobody needs a content that nobody held for a month. */
export const unheldDays = 30

const unheld = z.object({ sha256s: several(sha256, 500, 1) })
export const releaseUnheld: Command<FilesTables, z.infer<typeof unheld>, { released: readonly string[] }> = {
  name: 'files.release-unheld',
  summary: 'Take out of the register contents that no module holds and nobody sent in a month.',
  grant,
  input: unheld,
  async run(work, { sha256s }) {
    const before = new Date(work.now.getTime() - unheldDays * 86_400_000)
    const rows = await work.db
      .deleteFrom('files.blob')
      .where('sha256', 'in', sha256s)
      .where('sent_at', '<', before)
      .where('erasure_asked_at', 'is', null)
      .returning('sha256')
      .execute()
    const released = rows.map(({ sha256 }) => sha256)
    if (released.length === 0) return { released }
    await work.db.deleteFrom('files.run').where('sha256', 'in', released).execute()
    for (const sha256 of released) await work.forget(topicOfContent(sha256))
    work.announce(contentsReleased, { sha256s: released })
    return { released }
  },
}
