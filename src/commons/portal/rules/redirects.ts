/** One line of a request for redirects. Without a target the address is gone for good. */
export interface Wanted {
  readonly from: string
  readonly to: string | null
}
export type RedirectObjection = 'not-a-path' | 'bad-target' | 'loop' | 'repeated'

const longestPath = 1000

/** Decoded, without the last slash and without a fragment: `/a/b/` and `/a/b#c` are `/a/b`. */
export function normalPath(raw: string): string {
  const bare = raw.trim().replace(/#.*$/, '')
  const [path = '', query] = splitQuery(bare)
  const clean = decoded(path).replace(/(?<=.)\/+$/, '')
  return query ? `${clean}?${query}` : clean
}

export const pathAlone = (path: string): string => splitQuery(path)[0] ?? path

/** An address of this portal, as people paste it: the host is dropped. */
export const withoutHost = (raw: string): string => raw.trim().replace(/^https?:\/\/[^/]+/i, '') || '/'

export function objectionTo({ from, to }: Wanted): RedirectObjection | undefined {
  if (!isPath(from) || from === '/') return 'not-a-path'
  if (to === null) return undefined
  if (!isPath(to)) return 'bad-target'
  return from === to ? 'loop' : undefined
}

// A path that began with two slashes would be another host.
const isPath = (path: string) => /^\/(?!\/)[^\p{Cc}\\]*$/u.test(path) && path.length <= longestPath

/**
 * What must stand after adding `wanted` to what stands: every old address leads straight to its end, also those that
 * led to an address which now moves on. A circle is refused, with the line that closes it.
 */
export function collapse(
  standing: ReadonlyMap<string, string | null>,
  wanted: readonly Wanted[],
): { readonly change: ReadonlyMap<string, string | null>; readonly loop: Wanted | undefined } {
  const change = new Map<string, string | null>()
  const next = new Map(standing)
  for (const { from, to } of wanted) next.set(from, to)
  const rewritten = new Set(wanted.map(({ from }) => from))
  const leadingHere = Map.groupBy(standing, ([, to]) => to)
  for (const line of wanted) {
    const end = endOf(next, line.from)
    if (end === undefined) return { change, loop: line }
    change.set(line.from, end)
    for (const [earlier] of leadingHere.get(line.from) ?? []) {
      if (!rewritten.has(earlier)) change.set(earlier, end)
    }
  }
  return { change, loop: undefined }
}

/** Follows the addresses to the last one; undefined is a circle. */
function endOf(next: ReadonlyMap<string, string | null>, from: string): string | null | undefined {
  const seen = new Set([from])
  let end = next.get(from) ?? null
  while (end !== null && next.has(end)) {
    if (seen.has(end)) return undefined
    seen.add(end)
    end = next.get(end) ?? null
  }
  return end !== null && seen.has(end) ? undefined : end
}

function splitQuery(path: string): [string, string | undefined] {
  const at = path.indexOf('?')
  return at < 0 ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)]
}

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
