/** Files the pages ask for, by the name they have before the build adds a hash of their content. */
export type AssetName = 'app.css' | 'app.js' | 'mark.svg' | `fonts/${string}` | (string & {})

let manifest: Readonly<Record<string, string>> = {}

/** Called once at start with what the build wrote: `{ 'app.css': 'app.1A2B3C4D.css' }`. */
export function setAssets(map: Readonly<Record<string, string>>): void {
  manifest = map
}

export const asset = (name: AssetName): string => `/recursos/${manifest[name] ?? name}`
