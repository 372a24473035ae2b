import { z } from 'zod'
import type { Command } from '#kernel/command'
import { whole } from '#kernel/fields'
import { conflict } from '#kernel/refusals'
import { basisConfirmed, contentRetaken } from '../events.ts'
import { overtakenOf } from '../queries/basis.ts'
import type { Request } from '../queries/requests.ts'
import { beginsFromLive, keepsFiles } from '../rules/kinds.ts'
import { editable } from '../rules/machine.ts'
import type { PublicationsTables } from '../tables.ts'
import { type Desk, decidedOn, edit, lockDocument, named, objected, takeRequest, touch } from './desk.ts'
import { describedBy, liveContent, takeFiles } from './live-content.ts'
import { voidApproval } from './reviews.ts'

const grant = 'publications.request'
/** `edition`: the one that was live when its reader looked at what had changed. */
const input = z.object({ ...decidedOn, edition: whole(1, 1_000_000) })
type OnEdition = z.infer<typeof input>

export const confirmBasis: Command<PublicationsTables, OnEdition, void> = {
  name: 'publications.confirm-basis',
  summary: 'Confirm, having seen what changed, that a request stands on the edition that went live meanwhile.',
  grant,
  input,
  async run(work, asked) {
    const { request, live } = await takeOnLive(work, asked)
    if (!(await overtakenOf(work.read, request))) return
    const change = { begun_from: live.number }
    if (keepsFiles(request.kind)) {
      await takeFiles(work, request, live.files)
      await edit(work, request, change)
    } else await touch(work, request, change)
    work.announce(basisConfirmed, { ...named(request), edition: live.number })
    await voidApproval(work, request.id, 'edition-superseded')
  },
}

export const retakeContent: Command<PublicationsTables, OnEdition, void> = {
  name: 'publications.retake-content',
  summary: 'Take along again the description and files of the edition that is live; what the request held gives way.',
  grant,
  input,
  async run(work, asked) {
    const { request, live } = await takeOnLive(work, asked)
    const { title } = live.revision
    await takeFiles(work, request, live.files, { anew: true })
    await edit(work, request, { title, ...describedBy(live.revision, request.kind), begun_from: live.number })
    work.announce(contentRetaken, { ...named(request), edition: live.number, files: live.files.length })
    await voidApproval(work, request.id, 'edition-superseded')
  },
}

async function takeOnLive(work: Desk, { edition, ...seen }: OnEdition) {
  const request = await takeRequest(work, seen, grant)
  if (!editable.includes(request.state)) throw objected('submit', [{ code: 'wrong-state', state: request.state }])
  const document = documentOf(request)
  await lockDocument(work, document)
  const live = await liveContent(work, document)
  if (live.number !== edition) throw conflict()
  return { request, live }
}

function documentOf({ kind, document_id }: Request): number {
  if (!beginsFromLive(kind) || document_id === null) throw objected('submit', [{ code: 'no-document' }])
  return document_id
}
