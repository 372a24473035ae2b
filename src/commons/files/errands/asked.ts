import type { Database } from '#kernel/database'
import type { CheckContext, Moment } from '../checks/check.ts'
import type { FilesTables } from '../tables.ts'

export interface Ask {
  /** What is reviewed, in the words of its module: `publications.draft-file-77`. */
  readonly subject: string
  readonly sha256: string
  readonly context: CheckContext
  /** Checks whose answer may change until then are asked anew, whatever they answered before; on arrival, none. */
  readonly moment?: Moment
  /** Rings when the review ends. */
  readonly topic: string
}

/**
 * Notes what is being asked of a subject. The same again changes nothing, and answers no; anything else makes its
 * review unfinished.
 */
export async function asked(db: Database<FilesTables>, { subject, sha256, context }: Ask, now: Date): Promise<boolean> {
  const row = { sha256, context: JSON.stringify(context), asked_at: now, finished_at: null }
  const noted = await db
    .insertInto('files.run')
    .values({ subject, ...row })
    .onConflict((again) =>
      again
        .column('subject')
        .doUpdateSet({ ...row, blocking: 0, must: 0, findings: '[]' })
        .where((run) =>
          run.or([run('files.run.sha256', '!=', sha256), run('files.run.context', '!=', row.context as never)]),
        ),
    )
    .returning('subject')
    .execute()
  return noted.length > 0
}
