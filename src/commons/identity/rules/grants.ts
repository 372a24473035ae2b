/** Undefined areas: everywhere. */
export type Reach = 'everywhere' | ReadonlySet<number>

/** A role as it is held: its grants, here or everywhere. */
export interface Held {
  readonly grants: readonly string[]
  readonly area: number | null
}

/** What somebody may do with all they hold: the widest reach of each grant wins. */
export function reachOf(holdings: readonly Held[]): Map<string, Reach> {
  const reach = new Map<string, Reach>()
  for (const { grants, area } of holdings) {
    for (const grant of grants) {
      const earlier = reach.get(grant)
      if (earlier === 'everywhere') continue
      reach.set(grant, area === null ? 'everywhere' : new Set([...(earlier ?? []), area]))
    }
  }
  return reach
}

/** A token does no more than its owner, than its grants, and than its areas, if it names any. */
export function narrowed(
  owner: ReadonlyMap<string, Reach>,
  grants: readonly string[],
  areas: readonly number[],
): Map<string, Reach> {
  const narrow = new Map<string, Reach>()
  for (const grant of grants) {
    const reach = owner.get(grant)
    if (reach === undefined) continue
    if (areas.length === 0) narrow.set(grant, reach)
    else {
      const kept = areas.filter((area) => reach === 'everywhere' || reach.has(area))
      if (kept.length > 0) narrow.set(grant, new Set(kept))
    }
  }
  return narrow
}
