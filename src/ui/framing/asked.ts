import type { Context } from 'hono'
import type { Env } from '#kernel/module'
import { withQuery } from '../list.ts'

/** What the address of a list says: what is looked for, and how what is found is shown. */
export interface Asked {
  /** Path of the list. */
  readonly at: string
  /** The whole query, each name once. */
  readonly query: Readonly<Record<string, string>>
  readonly by: string
  readonly descending: boolean
  readonly page: number
  /** Keys of the columns that were asked for. */
  readonly columns: readonly string[] | undefined
}

export const rowsPerPage = 50
/** What a file holds at the most. */
export const rowsPerFile = 50_000

/** How a list is shown, whatever it looks for. */
export const manners = ['vista', 'orden', 'sentido', 'columnas'] as const
const farthestPage = 10_000

export interface FirstOrder {
  readonly by: string
  readonly descending?: boolean
}

/** Without an order in the address, the list's own. */
export function askedOf(c: Context<Env>, at: string, first: FirstOrder): Asked {
  const columns = c.req.queries('columnas')?.flatMap((each) => each.split('.'))
  const { columnas: _, ...rest } = c.req.query()
  const query = { ...rest, ...(columns ? { columnas: columns.join('.') } : {}) }
  const { orden, sentido, pagina } = query as Readonly<Record<string, string>>
  return {
    ...{ at, query, columns, by: orden || first.by },
    descending: sentido ? sentido !== 'asc' : orden ? false : (first.descending ?? false),
    page: Math.min(farthestPage, Math.max(1, Math.trunc(Number(pagina)) || 1)),
  }
}

/** Which of its rows a page shows. */
export const pageOf = ({ page }: Asked) => ({ limit: rowsPerPage, offset: (page - 1) * rowsPerPage })
export const wholeList = { limit: rowsPerFile, offset: 0 }

/** The same list with something else in its address. */
export const hrefOf = ({ at, query }: Asked, changes: Parameters<typeof withQuery>[1] = {}): string =>
  withQuery(withQuery(at, query), changes)

/** A query by which two addresses of a list are told to show the same. */
export const plainQuery = (query: Readonly<Record<string, string>> | string): string => {
  const search = new URLSearchParams(query)
  search.delete('pagina')
  for (const [name, value] of [...search]) if (value === '') search.delete(name)
  search.sort()
  return search.toString()
}
