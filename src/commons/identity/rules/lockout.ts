/** Failures are looked at over this long. */
export const watchedMinutes = 15

interface Patience {
  /** Failures that cost nothing. */
  readonly free: number
  /** Seconds to wait after the first that does; each further one doubles it. */
  readonly firstSeconds: number
}
/** A whole building may share an address; an account is one person's. */
export const patienceWith: Readonly<Record<'account' | 'address', Patience>> = {
  account: { free: 5, firstSeconds: 30 },
  address: { free: 25, firstSeconds: 30 },
}

/** How long after the last failure nobody may try, given the failures of the last quarter of an hour. */
export function waitSeconds(failures: number, { free, firstSeconds }: Patience): number {
  if (failures < free) return 0
  return Math.min(watchedMinutes * 60, firstSeconds * 2 ** (failures - free))
}
