import type { Work } from '#kernel/command'
import { asked } from '../errands/asked.ts'
import { type Ask, runChecks } from '../errands/run-checks.ts'
import type { FilesTables } from '../tables.ts'

/**
 * Asks for the automatic review of a subject inside the command that changed it. From that moment the earlier review
 * no longer counts, so that nobody can send a request in the blink between the change and its review.
 */
export async function askForChecks(
  work: Pick<Work<never>, 'now' | 'later'> & { readonly db: unknown },
  ask: Ask,
): Promise<void> {
  const isNew = await asked(work.db as Work<FilesTables>['db'], ask, work.now)
  // Before it goes out the world is looked at again; before that, the same question has the same answer.
  if (isNew || ask.moment === 'publish') work.later(runChecks, ask)
}
