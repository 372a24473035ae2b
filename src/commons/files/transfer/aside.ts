import type { App } from '#kernel/app'
import { dropUpload, findUpload, noteUpload, startUpload } from './uploads.ts'

const dayMilliseconds = 86_400_000

/** What somebody uploaded and has not used yet, and where. */
interface Place {
  readonly by: string
  readonly purpose: string
}

/** Keeps for a day what a person uploaded in order to see it first, so that it need not be sent twice. */
export async function setAside(app: App, { by, purpose }: Place, name: string, kept: unknown): Promise<string> {
  const announced = { purpose, name, path: '', declared_type: '', bytes: 1, started_by: by }
  const id = await startUpload(app, announced)
  await noteUpload(app, id, { answer: JSON.stringify(kept) })
  return id
}

/** Only for whoever set it aside, and within the day. */
export async function asideOf<Kept>(app: App, { by, purpose }: Place, id: string): Promise<Kept | undefined> {
  const found = await findUpload(app, id, by, purpose)
  if (!found?.answer || app.clock().getTime() - found.started_at.getTime() > dayMilliseconds) return undefined
  return found.answer as Kept
}

/** Once it was used: a second press finds nothing to use again. */
export const dropAside = dropUpload
