/** Files the pages ask for, by their name in `src/ui`. The build gives each a name that changes with its content. */
export type AssetName = 'index.css' | 'index.js' | 'mark.svg' | `assets/fonts/${string}` | (string & {})

let manifest: Readonly<Record<string, string>> = {}

/** Called once at start with what the build wrote: `{ 'index.css': 'index.1A2B3C4D.css' }`. */
export function setAssets(map: Readonly<Record<string, string>>): void {
  manifest = map
}

export const asset = (name: AssetName): string => `/recursos/${manifest[name] ?? name}`
