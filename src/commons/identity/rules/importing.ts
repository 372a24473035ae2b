/** One transaction opens so many accounts: a house's whole staff, and few enough to be read before it is done. */
export const mostInImport = 500

/** One account of a batch, as far as its faults go. */
export interface Wanted {
  readonly email: string
  readonly role: number
  /** Nothing: everywhere. */
  readonly areas: readonly number[]
}
export type ImportFault = 'emailTaken' | 'emailRepeated' | 'personHasAccount' | 'noSuchRole' | 'noSuchArea'

/** What the house already has, asked once for the whole batch. */
export interface ImportFacts {
  /** Addresses of accounts, and of people who sign in with another address. */
  readonly accounts: ReadonlySet<string>
  readonly housed: ReadonlySet<string>
  readonly roles: ReadonlySet<number>
  readonly areas: ReadonlySet<number>
}

export interface FaultAt {
  /** Place in the batch, from 0. */
  readonly at: number
  readonly field: keyof Wanted
  readonly fault: ImportFault
}

/** Every reason against a batch, of every account in it: whoever mends a sheet mends it once. */
export function faultsIn(batch: readonly Wanted[], facts: ImportFacts): readonly FaultAt[] {
  const seen = new Set<string>()
  return batch.flatMap(({ email, role, areas }, at) => {
    const faults: FaultAt[] = []
    const wrong = (field: keyof Wanted, fault: ImportFault) => faults.push({ at, field, fault })
    if (facts.accounts.has(email)) wrong('email', 'emailTaken')
    else if (facts.housed.has(email)) wrong('email', 'personHasAccount')
    if (seen.has(email)) wrong('email', 'emailRepeated')
    seen.add(email)
    if (!facts.roles.has(role)) wrong('role', 'noSuchRole')
    if (areas.some((area) => !facts.areas.has(area))) wrong('areas', 'noSuchArea')
    return faults
  })
}
