/** How much is borne of somebody before they wait. */
export interface Patience {
  /** Tries are looked at over this long, and nobody waits longer. */
  readonly watchedMinutes: number
  /** Tries that cost nothing. */
  readonly free: number
  /** Seconds to wait after the first that does; each further one doubles it. */
  readonly firstSeconds: number
}

/** A whole building may share an address; an account is one person's. */
export const patienceWith = {
  account: { watchedMinutes: 15, free: 5, firstSeconds: 30 },
  address: { watchedMinutes: 15, free: 25, firstSeconds: 30 },
} as const satisfies Readonly<Record<string, Patience>>

/** How long after the last try nobody may try again, given those of the time that is watched. */
export function waitSeconds(tries: number, { free, firstSeconds, watchedMinutes }: Patience): number {
  if (tries < free) return 0
  return Math.min(watchedMinutes * 60, firstSeconds * 2 ** (tries - free))
}

/** How much of that is left now. The last try may be a moment later than now: it was noted while this one queued. */
export function secondsLeft(tries: number, last: Date | undefined, now: Date, patience: Patience): number {
  const whole = waitSeconds(tries, patience)
  if (whole === 0 || !last) return 0
  const waited = Math.max(0, now.getTime() - last.getTime()) / 1000
  return Math.max(0, Math.ceil(whole - waited))
}
