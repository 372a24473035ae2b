/** A committee sits a day at most; whatever lasts longer is a channel, and belongs among the features. */
export const longestBroadcastHours = 24
/** The home page says what comes so many days ahead. */
const announcedDays = 14

interface Lasting {
  readonly from_at: Date
  readonly until_at: Date
}

/** What is live now, the last begun first; and the next to come, if it is near. */
export function broadcastsAt<Broadcast extends Lasting>(
  all: readonly Broadcast[],
  now: Date,
): { readonly live: readonly Broadcast[]; readonly next: Broadcast | undefined } {
  const inOrder = all.toSorted((a, b) => a.from_at.getTime() - b.from_at.getTime())
  const near = now.getTime() + announcedDays * 86_400_000
  return {
    live: inOrder.filter(({ from_at, until_at }) => from_at <= now && now < until_at).reverse(),
    next: inOrder.find(({ from_at }) => from_at > now && from_at.getTime() <= near),
  }
}
