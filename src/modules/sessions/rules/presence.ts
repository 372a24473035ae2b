/** Someone in the room, at a minute. Guests hold no seat. */
export interface Attendant {
  readonly person: number
  readonly seat: number | undefined
}

/** People who sit for more than one seat of the same body: nobody may (LGTAIP, art. 39). */
export function seatedTwice(attendants: readonly Attendant[]): readonly number[] {
  const seats = Map.groupBy(
    attendants.filter(({ seat }) => seat !== undefined),
    ({ person }) => person,
  )
  return [...seats].filter(([, held]) => new Set(held.map(({ seat }) => seat)).size > 1).map(([person]) => person)
}
