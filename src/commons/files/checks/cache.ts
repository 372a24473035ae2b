import { createHash } from 'node:crypto'
import { extensionOf } from '../inspection/catalogue.ts'
import { inspectionVersion } from '../inspection/inspect.ts'
import type { Check, CheckContext } from './check.ts'

/**
 * Names the result of a check for these bytes: it changes when the bytes, the check, the readers beneath it, or what
 * the check reads of the context change, and never otherwise.
 */
export const cacheKey = (
  sha256: string,
  check: Pick<Check, 'id' | 'version' | 'reads'>,
  context: CheckContext,
): string =>
  [sha256, `${check.id}@${check.version}`, `reading@${inspectionVersion}`, contextDigest(context, check.reads)].join(
    ':',
  )

/** The same for the inspection, which reads nothing but the extension of the name. */
export const inspectionKey = (sha256: string, context: CheckContext): string =>
  cacheKey(sha256, { id: 'inspection', version: inspectionVersion, reads: [] }, context)

/** The extension counts always: whether a check applies depends on it. */
export const contextDigest = (context: CheckContext, reads: readonly (keyof CheckContext)[]): string => {
  const read = [...reads].sort().map((key) => [key, context[key]])
  const content = JSON.stringify([extensionOf(context.originalName), ...read])
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}
