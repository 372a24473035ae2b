export const themes = ['light', 'dark', 'contrast', 'auto'] as const
export type Theme = (typeof themes)[number]

/** Actors in the ledger: `account:12`, `token:3`, `system`, `visitor`. */
export const actorOfAccount = (account: number): string => `account:${account}`
export const actorOfToken = (token: number): string => `token:${token}`

export function accountOfActor(actor: string): number | undefined {
  const account = /^account:(\d+)$/.exec(actor)?.[1]
  return account ? Number(account) : undefined
}
export function tokenOfActor(actor: string): number | undefined {
  const token = /^token:(\d+)$/.exec(actor)?.[1]
  return token ? Number(token) : undefined
}

const hourMilliseconds = 3_600_000
export const idleHours = 12
export const longestDays = 7
export const invitationDays = 7
export const resetHours = 2

/** A sign-in left alone for half a day ends; none lasts more than a week. */
export const signInLives = (signIn: { created_at: Date; seen_at: Date; ended_at: Date | null }, now: Date): boolean =>
  signIn.ended_at === null &&
  now.getTime() - signIn.seen_at.getTime() < idleHours * hourMilliseconds &&
  now.getTime() - signIn.created_at.getTime() < longestDays * 24 * hourMilliseconds

/** Where a sign-in may lead back to: an address of this house, and nothing that a browser could read as another. */
export function localPath(raw: unknown): string | undefined {
  if (typeof raw !== 'string' || raw.length > 2_000) return undefined
  // A browser takes `\` for `/` and drops tabs and new lines: `/\evil.mx` and `/<tab>/evil.mx` lead elsewhere.
  return /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(raw) ? raw : undefined
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
/** `Firefox, Windows`: enough to recognise one's own, too little to follow anybody. */
export function browserFamily(userAgent: string): string {
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent))?.[1]
  return [named(browsers), named(systems)].filter(Boolean).join(', ') || '–'
}
