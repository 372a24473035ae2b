import type { SessionState } from '../machines/session.ts'
import type { Happened, SessionEvent } from './events.ts'
import { verdictIn } from './judging.ts'
import { entitledTo, type Interval, itemRoom, type Room, representedIn, type VoteRoom } from './room.ts'

/** The room after one more thing happened. It supposes that it could: `objectionsTo` says so before it is recorded. */
export function after(room: Room, { at, event }: Happened): Room {
  switch (event.type) {
    case 'arrived':
    case 'left':
    case 'seat-taken':
      return attended(room, at, event)
    case 'chair-passed':
      return { ...room, presiding: event.seat }
    case 'called-again':
      return { ...room, state: 'second-call-pending', call: 2 }
    case 'agenda-approved':
      return { ...room, agendaApproved: true }
    case 'item-added':
    case 'item-withdrawn':
    case 'item-opened':
    case 'item-disposed':
    case 'recused':
      return itemised(room, event)
    case 'vote-prepared':
    case 'vote-opened':
    case 'ballot-cast':
    case 'hands-counted':
    case 'vote-closed':
    case 'casting-vote':
    case 'vote-declared':
    case 'vote-voided':
      return voted(room, event)
    case 'closed':
    case 'adjourned-for-quorum':
      return ended(room, at)
    case 'item-presented':
    case 'intervened':
    case 'record-reopened':
      return room
    default:
      return { ...room, state: leadsTo[event.type] }
  }
}

const leadsTo = {
  'attendance-opened': 'roll-call',
  'quorum-declared': 'in-session',
  'quorum-denied': 'not-held',
  recessed: 'recess',
  resumed: 'in-session',
  'quorum-lost': 'quorum-suspended',
  'quorum-restored': 'in-session',
} as const satisfies Partial<Record<SessionEvent['type'], SessionState>>

type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>

function attended(room: Room, at: Date, event: Of<'arrived' | 'left' | 'seat-taken'>): Room {
  const present = new Map(room.present)
  let attendance = room.attendance
  const leave = (person: number) => {
    present.delete(person)
    attendance = attendance.map((one) => (one.person === person && !one.until ? { ...one, until: at } : one))
  }
  const enter = (one: Omit<Interval, 'until' | 'since'>) => {
    const presence = { ...one, since: at }
    present.set(one.person, presence)
    attendance = [...attendance, { ...presence, until: undefined }]
  }
  if (event.type === 'left') leave(event.person)
  else if (event.type === 'arrived') {
    const { person, as, remote, seat } = event
    enter({ person, as, remote, seat })
  } else {
    const { seat, person, as } = event
    const [incoming] = [room.present.get(person)]
    const outgoing = [...room.present.values()].find((one) => one.seat === seat && one.person !== person)
    if (outgoing) {
      leave(outgoing.person)
      enter({ ...outgoing, as: 'guest', seat: undefined })
    }
    leave(person)
    enter({ person, as, seat, remote: incoming?.remote ?? false })
  }
  return withoutVotesOf({ ...room, present, attendance })
}

/** Whoever left or excused themselves is no longer among those who can vote; a ballot that was cast stands. */
function withoutVotesOf(room: Room): Room {
  const open = [...room.votes.values()].filter(({ state }) => state === 'open')
  if (open.length === 0) return room
  const votes = new Map(room.votes)
  for (const vote of open) {
    const now = entitledTo(room, vote.items)
    const entitled = new Set([...vote.entitled].filter((seat) => now.has(seat) || vote.ballots.has(seat)))
    votes.set(vote.vote, { ...vote, entitled })
  }
  return { ...room, votes }
}

function itemised(
  room: Room,
  event: Of<'item-added' | 'item-withdrawn' | 'item-opened' | 'item-disposed' | 'recused'>,
): Room {
  const items = new Map(room.items)
  if (event.type === 'item-added') {
    items.set(event.item.id, itemRoom(event.item))
    return { ...room, items }
  }
  const item = room.items.get(event.item)
  if (!item) return room
  switch (event.type) {
    case 'item-withdrawn':
      items.set(event.item, { ...item, state: 'withdrawn' })
      return { ...room, items, open: room.open === event.item ? undefined : room.open }
    case 'item-opened':
      items.set(event.item, { ...item, state: 'open', openedAs: room.taken + 1 })
      return { ...room, items, open: event.item, taken: room.taken + 1 }
    case 'item-disposed':
      items.set(event.item, { ...item, state: 'disposed', disposition: event.disposition })
      return { ...room, items, open: room.open === event.item ? undefined : room.open }
    case 'recused':
      items.set(event.item, { ...item, recused: new Set([...item.recused, event.seat]) })
      return withoutVotesOf({ ...room, items })
  }
}

type OfVote = Of<
  | 'vote-prepared'
  | 'vote-opened'
  | 'ballot-cast'
  | 'hands-counted'
  | 'vote-closed'
  | 'casting-vote'
  | 'vote-declared'
  | 'vote-voided'
>

function voted(room: Room, event: OfVote): Room {
  const votes = new Map(room.votes)
  const vote = event.type === 'vote-prepared' ? prepared(event) : (votes.get(event.vote) as VoteRoom)
  const next = judged(room, vote, event)
  votes.set(event.vote, next)
  if (next.state === vote.state && event.type !== 'vote-prepared') return { ...room, votes }
  const items = new Map(room.items)
  const during = next.state === 'open' || next.state === 'closed' || next.state === 'computed'
  for (const id of next.items) {
    const item = items.get(id)
    if (!item) continue
    items.set(id, { ...item, state: during ? 'voting' : 'open', votes: [...new Set([...item.votes, next.vote])] })
  }
  return { ...room, votes, items }
}

const prepared = ({ vote, items, method, text, repeats }: Of<'vote-prepared'>): VoteRoom => ({
  ...{ vote, items, method, text, state: 'prepared', entitled: new Set<number>(), ballots: new Map() },
  ...(repeats === undefined ? {} : { repeats }),
})

function judged(room: Room, vote: VoteRoom, event: OfVote): VoteRoom {
  switch (event.type) {
    case 'vote-prepared':
      return vote
    case 'vote-opened':
      return { ...vote, state: 'open', entitled: entitledTo(room, vote.items) }
    case 'ballot-cast':
      return { ...vote, ballots: new Map(vote.ballots).set(event.seat, event.option) }
    case 'hands-counted':
      return { ...vote, counted: event.tally }
    case 'vote-closed':
      return computed(room, event.secretTally ? { ...vote, counted: event.secretTally } : vote)
    case 'casting-vote':
      return computed(room, { ...vote, casting: event.option })
    case 'vote-declared':
      return { ...vote, state: 'declared', declared: event.declared }
    case 'vote-voided':
      return { ...vote, state: 'void' }
  }
}

function computed(room: Room, vote: VoteRoom): VoteRoom {
  const verdict = verdictIn(room, vote)
  return { ...vote, verdict, state: verdict.outcome === 'tied' ? 'tied' : 'computed' }
}

/** What was not reached is left over for the next agenda; everybody who was there leaves. */
function ended(room: Room, at: Date): Room {
  const items = new Map(
    [...room.items].map(([id, item]) => [
      id,
      item.state === 'included' || item.state === 'open' ? { ...item, state: 'not-reached' as const } : item,
    ]),
  )
  const attendance = room.attendance.map((one) => (one.until ? one : { ...one, until: at }))
  return { ...room, state: 'closed', items, attendance, present: new Map(), open: undefined }
}

/** The seats that are represented, for whoever counts them again. */
export const seatsPresent = (room: Room): readonly number[] => representedIn(room).map(({ seat }) => seat)
