/** Undefined areas: everywhere. */
export type Reach = 'everywhere' | ReadonlySet<number>

/** A role as it is held: its grants, here or everywhere. */
export interface Held {
  readonly grants: readonly string[]
  readonly area: number | null
}

/** What every account holds, with or without a role: whoever comes in can see who they are, and go out. */
export const everyAccount: Held = { grants: ['identity.own'], area: null }

/** Nobody has given them anything to do yet. */
export const holdsNoRole = ({ grants }: { readonly grants: ReadonlyMap<string, unknown> }): boolean =>
  [...grants.keys()].every((grant) => everyAccount.grants.includes(grant))

/** Over what a grant is given: one's own things, records of areas, or (undefined) the whole institution. */
export type Within = (grant: string) => 'own' | 'area' | undefined

/**
 * What somebody may do with all they hold: the widest reach of each grant wins. A role held for an area gives nothing
 * over the whole institution: else the administrator of one area would administer all.
 */
export function reachOf(holdings: readonly Held[], within: Within): Map<string, Reach> {
  const reach = new Map<string, Reach>()
  for (const { grants, area } of holdings) {
    for (const grant of grants) {
      const earlier = reach.get(grant)
      if (earlier === 'everywhere') continue
      if (area === null || within(grant) === 'own') reach.set(grant, 'everywhere')
      else if (within(grant) === 'area') reach.set(grant, new Set([...(earlier ?? []), area]))
    }
  }
  return reach
}

/** A token does no more than its owner, than its grants, and than its areas, if it names any. */
export function narrowed(
  owner: ReadonlyMap<string, Reach>,
  grants: readonly string[],
  areas: readonly number[],
  within: Within,
): Map<string, Reach> {
  const narrow = new Map<string, Reach>()
  for (const grant of grants) {
    const reach = owner.get(grant)
    if (reach === undefined) continue
    if (areas.length === 0 || within(grant) === 'own') narrow.set(grant, reach)
    else if (within(grant) === 'area') {
      const kept = areas.filter((area) => reach === 'everywhere' || reach.has(area))
      if (kept.length > 0) narrow.set(grant, new Set(kept))
    }
  }
  return narrow
}
