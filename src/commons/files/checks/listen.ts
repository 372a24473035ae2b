import { openBytes } from '../inspection/bytes.ts'
import type { Check, CheckContext } from './check.ts'
import { inspectionId, type Progress, review } from './review.ts'

/** What the parent asks of its reviewer: one file at a time. */
export interface Request {
  readonly path: string
  readonly context: CheckContext
  /** Ids of checks, and `inspection`. */
  readonly checks: readonly string[]
}

export type Reply = Progress | { readonly kind: 'ready' } | { readonly kind: 'done' } | { readonly kind: 'unreadable' }

/** Answers the parent until it goes away. */
export const listen = (checks: readonly Check[]): void => {
  const reply = (message: Reply) => void process.send?.(message)
  process.on('disconnect', () => process.exit())
  process.on('message', (request: Request) => void answer(request, checks, reply))
  reply({ kind: 'ready' })
}

const answer = async (request: Request, checks: readonly Check[], reply: (message: Reply) => void) => {
  const bytes = await openBytes(request.path).catch(() => null)
  if (!bytes) return reply({ kind: 'unreadable' })
  try {
    const asked = checks.filter((check) => request.checks.includes(check.id))
    const work = { context: request.context, checks: asked, inspect: request.checks.includes(inspectionId) }
    await review(bytes, work, reply)
  } finally {
    await bytes.close()
  }
  reply({ kind: 'done' })
}
