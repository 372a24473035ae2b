import type { Reader, Reading } from '#kernel/database'
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

const mostListed = 500

/** The redirects that stand, the newest first; those whose addresses hold the text, if there is one. */
export function standingRedirects(
  db: Reading<PortalTables>,
  holding = '',
  { below, limit }: { readonly below?: number | undefined; readonly limit: number } = { limit: mostListed },
) {
  const like = `%${holding.replaceAll(/[%_\\]/g, '\\$&')}%`
  return db
    .selectFrom('portal.redirect')
    .selectAll()
    .where('ended_at', 'is', null)
    .$if(holding !== '', (query) =>
      query.where(({ or, eb }) => or([eb('old_path', 'ilike', like), eb('target_path', 'ilike', like)])),
    )
    .$if(below !== undefined, (query) => query.where('id', '<', below as number))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
