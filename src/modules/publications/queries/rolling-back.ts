import { blobsOf } from '#commons/files'
import type { Actor } from '#kernel/actor'
import type { Reader } from '#kernel/database'
import type { RollBackFacts } from '../rules/rolling-back.ts'
import type { PublicationsTables } from '../tables.ts'
import { currentEdition, editionNumbered, findLive, revisionFilesOf } from './documents.ts'
import { windowsOver } from './freezing.ts'
import { editorsOf, findRequest, type Request } from './requests.ts'
import { ruleOf } from './rules.ts'

/** The edition that would come back, the request that it came from, and what the guards look at. */
export async function rollBackOf(
  reader: Reader,
  document: number,
  to: number,
  actor: Pick<Actor, 'id'>,
  now: Date,
): Promise<{ edition: { revision_id: number }; request: Request; facts: RollBackFacts } | undefined> {
  const db = reader.tables<PublicationsTables>()
  const [current, edition] = [await currentEdition(db, document), await editionNumbered(db, document, to)]
  const request = edition && (await findRequest(db, edition.request_id))
  const urged = current && (await findRequest(db, current.request_id))
  if (!current || !edition || !request) return undefined
  const editors = await editorsOf(db, request.id)
  const unratified = [request, urged].some((each) => each?.urgent_by != null && each.ratified_by === null)
  return {
    edition,
    request,
    facts: {
      state: request.state,
      live: (await findLive(db, document)) !== undefined,
      isBefore: edition.number === current.number - 1,
      supersededAt: edition.superseded_at?.getTime() ?? Number.NEGATIVE_INFINITY,
      now: now.getTime(),
      unratified,
      publishedLive: current.published_by === actor.id,
      actor: {
        requested: request.requested_by === actor.id,
        edited: editors.includes(actor.id),
        published: request.urgent_by === actor.id,
      },
      windows: await windowsOver(reader, request, now),
      onePersonAllowed: (await ruleOf(db, 'one-person-approves')).value === 'yes',
      lost: await lostOf(reader, edition.revision_id),
    },
  }
}

/** How many files of a revision the library no longer holds. */
export async function lostOf(reader: Reader, revision: number): Promise<number> {
  const files = await revisionFilesOf(reader.tables<PublicationsTables>(), [revision])
  const blobs = await blobsOf(
    reader,
    files.map(({ sha256 }) => sha256),
  )
  return files.filter(({ sha256 }) => !blobs.get(sha256) || blobs.get(sha256)?.erasedAt).length
}
