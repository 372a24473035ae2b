/** The order after moving one up or down, as the arrows ask it: `up:12`. Without a move, the order as it came. */
export function reordered(ids: readonly number[], move: string | undefined): number[] {
  const [way, raw] = (move ?? '').split(':')
  const at = ids.indexOf(Number(raw))
  const to = way === 'up' ? at - 1 : at + 1
  if (at < 0 || (way !== 'up' && way !== 'down') || to < 0 || to >= ids.length) return [...ids]
  return ids.with(at, ids[to] as number).with(to, ids[at] as number)
}
