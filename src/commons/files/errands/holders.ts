import type { App } from '#kernel/app'

/** Which modules still need each of these contents. */
export async function holdersOf(app: App, sha256s: readonly string[]): Promise<Map<string, string[]>> {
  const holders = new Map<string, string[]>()
  for (const module of app.modules) {
    for (const sha256 of (await module.holds?.(app, sha256s)) ?? []) {
      holders.set(sha256, [...(holders.get(sha256) ?? []), module.name])
    }
  }
  return holders
}
