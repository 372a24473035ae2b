import type { Reader } from '#kernel/database'
import { normalPath, pathAlone } from '../rules/redirects.ts'
import type { PortalTables } from '../tables.ts'

export type RedirectAnswer = { readonly status: 301; readonly target: string } | { readonly status: 410 }

/** Where an old address leads now. A query string is tried first, for old sites that kept their pages in it. */
export async function redirectFor(reader: Reader, path: string): Promise<RedirectAnswer | undefined> {
  const whole = normalPath(path)
  const asked = [...new Set([whole, pathAlone(whole)])]
  const found = await reader
    .tables<PortalTables>()
    .selectFrom('portal.redirect')
    .select(['old_path', 'target_path'])
    .where('old_path', 'in', asked)
    .where('ended_at', 'is', null)
    .execute()
  const best = found.find(({ old_path }) => old_path === whole) ?? found[0]
  if (!best) return undefined
  return best.target_path === null ? { status: 410 } : { status: 301, target: best.target_path }
}
