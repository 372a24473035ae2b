import { z } from 'zod'
import type { Command } from '#kernel/command'
import { sha256 } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { eraseContent } from '../errands/erase.ts'
import { erasureAsked } from '../events.ts'
import type { FilesTables } from '../tables.ts'

/**
 * Bytes with personal data that were never to be kept leave for good; the row stays and says so
 * (Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, derecho de cancelación).
 */
export const erase: Command<FilesTables, { sha256: string }, void> = {
  name: 'files.erase',
  summary: 'Erase a content for good, unless something that must show still holds it.',
  grant: 'files.erase',
  input: z.object({ sha256 }),
  async run(work, { sha256 }) {
    const row = await work.db
      .updateTable('files.blob')
      .set({ erasure_asked_at: work.now, erasure_asked_by: work.actor.id, erasure_held_by: [] })
      .where('sha256', '=', sha256)
      .where('erased_at', 'is', null)
      .returning('sha256')
      .executeTakeFirst()
    if (!row) throw missing()
    work.announce(erasureAsked, { sha256 })
    work.later(eraseContent, { sha256 })
  },
}
