import { type Quorum, quorumOf } from '../quorum.ts'
import { type Tally, type Verdict, type VoteRule, verdictOf } from '../verdict.ts'
import { holderOf, type Room, representedIn, seatIn, type VoteRoom } from './room.ts'

/** The quorum at this minute. Whoever is recused from what is open counts as the rules say. */
export function quorumIn(room: Room): Quorum {
  const { quorum, recusal } = room.convened.rules
  const out = recusal.effectOnQuorum === 'seat-absent' ? recusedNow(room) : new Set<number>()
  const here = representedIn(room).filter(({ seat }) => !out.has(seat))
  return quorumOf(quorum, room.convened.seats, here, room.call)
}

const recusedNow = (room: Room): ReadonlySet<number> =>
  (room.open === undefined ? undefined : room.items.get(room.open)?.recused) ?? new Set()

/** The rule of a vote: that of its matter where the norms have another for it. */
export function ruleFor(room: Room, { items }: Pick<VoteRoom, 'items'>): VoteRule {
  const { special, ...rule } = room.convened.rules.vote
  const matters = items.map((item) => room.items.get(item)?.item.matter)
  return { ...rule, ...special.find(({ matter }) => matters.includes(matter))?.rule }
}

export function tallyOf({ ballots, counted }: Pick<VoteRoom, 'ballots' | 'counted'>): Tally {
  if (counted) return counted
  const tally = { yes: 0, no: 0, abstain: 0 }
  for (const option of ballots.values()) if (option) tally[option]++
  return tally
}

/** What the rules make of a vote that was closed. */
export function verdictIn(room: Room, vote: VoteRoom): Verdict {
  const { seats } = room.convened
  const voting = seats.filter((seat) => seat.vote)
  const groupsYes = new Map<string, number>()
  for (const [seat, option] of vote.ballots) {
    const group = seatIn(room, seat)?.group
    if (group && option === 'yes') groupsYes.set(group, (groupsYes.get(group) ?? 0) + 1)
  }
  const chair = room.presiding === undefined ? undefined : holderOf(room, room.presiding)
  const byTitular = chair?.as === 'titular' && seatIn(room, room.presiding as number)?.function === 'chair'
  return verdictOf(ruleFor(room, vote), {
    ...{ tally: tallyOf(vote), entitled: vote.entitled.size, allSeats: voting.length },
    filledSeats: voting.filter(({ filled }) => filled).length,
    ...{ groupsYes, groups: [...new Set(voting.flatMap(({ group }) => group ?? []))] },
    tiesBefore: tiesBefore(room, vote),
    ...(vote.casting ? { casting: { option: vote.casting, by: byTitular ? 'titular-chair' : 'acting-chair' } } : {}),
  })
}

/** How many votes on the same were tied before this one, which repeats them. */
function tiesBefore(room: Room, { repeats }: VoteRoom): number {
  const before = repeats === undefined ? undefined : room.votes.get(repeats)
  return before ? tiesBefore(room, before) + (before.verdict?.outcome === 'tied' ? 1 : 0) : 0
}
