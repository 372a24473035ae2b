/** One click only takes back the last edition, and only for a day: anything older is a request like any other. */
export const rollBackHours = 24

interface Numbered {
  readonly number: number
}

export const mayRollBack = (live: Numbered, former: Numbered & { superseded_at: Date | null }, now: Date): boolean =>
  former.number === live.number - 1 &&
  former.superseded_at !== null &&
  now.getTime() - former.superseded_at.getTime() <= rollBackHours * 3_600_000
