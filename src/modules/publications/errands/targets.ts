import type { App } from '#kernel/app'
import type { Errand } from '#kernel/command'
import { perform } from '#kernel/perform'
import { recordTarget } from '../commands/targets.ts'
import { findDocument } from '../queries/documents.ts'
import { findRequest } from '../queries/requests.ts'
import { documentKeyIn, isPublicHost, type TargetFault } from '../rules/targets.ts'
import type { PublicationsTables } from '../tables.ts'

/** Looks at where readers would be sent, as one of them: it must answer, one step away at most, and not be the same. */
export const checkTarget: Errand<{ request: number; target: string }, App> = {
  name: 'publications.check-target',
  summary: 'Visit the target of a withdrawal, and record whether readers can be sent there.',
  async run(app, { request: id, target }) {
    const db = app.tables<PublicationsTables>()
    const request = await findRequest(db, id)
    if (!request?.document_id || request.withdrawal_target !== target) return
    const own = await findDocument(db, request.document_id)
    const found = await visited(app, target, own?.key ?? '')
    await perform(app, recordTarget, app.steward, { request: id, target, ...found })
  },
}

interface Found {
  readonly status?: number
  readonly fault?: TargetFault
}

async function visited(app: App, target: string, own: string): Promise<Found> {
  const first = URL.parse(target, app.config.baseUrl)
  if (!first) return { fault: 'unreachable' }
  const looked = await look(app, first, own)
  if (looked.fault || !looked.next) return looked
  const second = URL.parse(looked.next, first.href)
  if (!second) return { fault: 'unreachable' }
  const { next, ...after } = await look(app, second, own)
  return next && !after.fault ? { ...after, fault: 'hops' } : after
}

async function look(app: App, address: URL, own: string): Promise<Found & { readonly next?: string }> {
  const base = new URL(app.config.baseUrl)
  const isOwn = address.host === base.host
  if (isOwn && documentKeyIn(address.pathname) === own) return { fault: 'itself' }
  if (!isOwn && !isPublicHost(address.hostname)) return { fault: 'not-public' }
  const answer = await app.visit(address.href, { redirect: 'manual' }).catch(() => undefined)
  if (!answer) return { fault: 'unreachable' }
  const { status } = answer
  const next = status >= 300 && status < 400 ? answer.headers.get('location') : null
  await answer.body?.cancel()
  if (next) return { status, next }
  return status === 200 ? { status } : { status, fault: 'gone' }
}
