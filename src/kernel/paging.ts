import { z } from 'zod'
import { id, optional, whole } from './fields.ts'

// Lists of the API go on where they stopped: each page says what to give as `after`, and nothing is seen twice.

export const limit = whole(1, 200).default(50)
/** Of lists that go from the newest record to the oldest, by number. */
export const paged = { after: optional(id), limit }

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().describe('Give it as `after` to go on; null at the end'),
  })

/** A page of rows of which one more than the limit was asked for. */
export function cut<Row, Item>(
  rows: readonly Row[],
  limit: number,
  shape: (row: Row) => Item,
  placeOf: (row: Row) => number | string,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(shape), next: rows.length > limit && last !== undefined ? String(placeOf(last)) : null }
}

/** The same of a short list that is read whole: those with a number below `after`. */
export function cutWhole<Row extends { readonly id: number }, Item>(
  rows: readonly Row[],
  { after, limit }: { readonly after?: number | undefined; readonly limit: number },
  shape: (row: Row) => Item,
): { items: Item[]; next: string | null } {
  const inOrder = rows.toSorted((a, b) => b.id - a.id).filter(({ id }) => after === undefined || id < after)
  return cut(inOrder, limit, shape, ({ id }) => id)
}
