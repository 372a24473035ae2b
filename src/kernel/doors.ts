import type { Routes } from './module.ts'

/** What a handler asks of whoever knocks, written on it, so that all doors can be listed with what opens them. */
export const asking = <Handler extends object>(grant: string | undefined, handler: Handler) =>
  Object.assign(handler, { grant })

export interface Door {
  readonly method: string
  readonly path: string
  /** All of them, in the order in which they are asked; none where anybody may come in. */
  readonly grants: readonly string[]
}

/** Every door of these routes. What stands before a path, whatever the method, stands before all its doors. */
export function doorsOf({ routes }: Routes): readonly Door[] {
  const opening = routes.filter(({ method }) => method !== 'ALL')
  const distinct = new Map(opening.map(({ method, path }) => [`${method} ${path}`, { method, path }]))
  return [...distinct.values()].map(({ method, path }) => ({
    ...{ method, path },
    grants: routes
      .filter((each) => each.path === path && (each.method === method || each.method === 'ALL'))
      .flatMap(({ handler }) => (handler as { grant?: string }).grant ?? []),
  }))
}
