import { z } from 'zod'
import { type Ask, askForChecks } from '#commons/files'
import type { Command } from '#kernel/command'
import { id } from '#kernel/fields'
import { missing } from '#kernel/refusals'
import { checksAsked, topicOfRequest } from '../events.ts'
import { contextOf } from '../queries/checks.ts'
import { draftFilesOf, findRequest, subjectOfFile } from '../queries/requests.ts'
import type { PublicationsTables } from '../tables.ts'
import { type Desk, named } from './desk.ts'

/** Asks for the automatic review of one file, in what the request and the portal are now. */
export async function askForReview(
  work: Desk,
  request: number,
  draftFile: number,
  moment?: Ask['moment'],
): Promise<void> {
  const { sha256, context } = await contextOf(work, request, draftFile)
  await askForChecks(work as never, {
    ...{ subject: subjectOfFile(draftFile), sha256, context, topic: topicOfRequest(request) },
    ...(moment ? { moment } : {}),
  })
}

/** The same for every file of the request. */
export async function askForReviews(work: Desk, request: number, moment?: Ask['moment']): Promise<void> {
  for (const { id } of await draftFilesOf(work.read, request)) await askForReview(work, request, id, moment)
}

/** Before a date comes, the house looks again: the section, and what else is live, may have changed since. */
export const checkFiles: Command<PublicationsTables, { request: number }, void> = {
  name: 'publications.check-files',
  summary: 'Review the files of a request again, in what its section and the portal are now.',
  grant: 'publications.review',
  input: z.object({ request: id }),
  async run(work, { request: asked }) {
    const request = await findRequest(work.read, asked)
    if (!request) throw missing()
    await askForReviews(work, request.id, 'publish')
    work.announce(checksAsked, named(request))
  },
}
