/** Where a grant holds: everywhere, or only in these areas. */
export type Scope = 'everywhere' | ReadonlySet<number>
export type Grants = ReadonlyMap<string, Scope>

/** Who knocks: a person, a visitor, or the house itself. The ledger keeps only `id`, and `through`. */
export interface Actor {
  /** `account:12`, `system`, `visitor`: whoever answers for it. */
  readonly id: string
  /** The token that spoke for that account. Four eyes are two accounts, whatever they spoke through. */
  readonly through?: string
  readonly name: string
  readonly grants: Grants
  /** The person of the directory behind the account, where there is one. */
  readonly person?: number
}

export const holds = (actor: Actor, grant: string): boolean => actor.grants.has(grant)

/** Whether the grant reaches a row of this area. */
export function reaches(actor: Actor, grant: string, area: number): boolean {
  const scope = actor.grants.get(grant)
  return scope === 'everywhere' || (scope?.has(area) ?? false)
}

/** The areas that a list should be narrowed to; undefined means all of them. */
export function areasOf(actor: Actor, grant: string): readonly number[] | undefined {
  const scope = actor.grants.get(grant)
  if (scope === 'everywhere') return undefined
  return [...(scope ?? [])]
}
