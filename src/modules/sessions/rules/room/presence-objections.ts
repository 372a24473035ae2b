import type { SessionEvent } from './events.ts'
import { against, type Objection } from './objection.ts'
import { holderOf, type Room, seatIn } from './room.ts'

type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>

const sitting: readonly Room['state'][] = ['roll-call', 'in-session', 'recess', 'quorum-suspended']

export function objectionsToPresence(
  room: Room,
  event: Of<'arrived' | 'left' | 'seat-taken' | 'chair-passed'>,
): readonly Objection[] {
  const sits = against(!sitting.includes(room.state), 'not-in-this-state')
  if (event.type === 'left') return [...sits, ...against(!room.present.has(event.person), 'not-here', event.person)]
  if (event.type === 'chair-passed')
    return [
      ...sits,
      ...against(!seatIn(room, event.seat), 'seat-unknown', event.seat),
      ...against(!holderOf(room, event.seat), 'chair-absent', event.seat),
      ...against(!event.reason.trim(), 'reason-missing'),
    ]
  if (event.type === 'seat-taken') return [...sits, ...objectionsToTaking(room, event)]
  return [...sits, ...objectionsToArriving(room, event)]
}

function objectionsToArriving(room: Room, { person, as, seat, remote }: Of<'arrived'>): readonly Objection[] {
  const { alternates, remote: far } = room.convened.rules
  const represents = as === 'titular' || as === 'alternate'
  return [
    ...against(room.present.has(person), 'already-here', person),
    ...against(represents && (seat === undefined || !seatIn(room, seat)), 'seat-unknown', seat),
    ...against(represents && seat !== undefined && holderOf(room, seat) !== undefined, 'seat-represented', seat),
    ...against(as === 'alternate' && !alternates.allowed, 'alternates-not-allowed'),
    ...against(remote && !far.allowed, 'nature-not-allowed'),
  ]
}

/** One seat, one person, one vote; who takes a seat while a vote is open would vote in what another began. */
function objectionsToTaking(room: Room, { seat, person, as }: Of<'seat-taken'>): readonly Objection[] {
  const { titularArrives, allowed } = room.convened.rules.alternates
  const incoming = room.present.get(person)
  const voting = [...room.votes.values()].some(({ state, entitled }) => state === 'open' && entitled.has(seat))
  const midItem = room.open !== undefined && titularArrives === 'at-next-item' && holderOf(room, seat) !== undefined
  return [
    ...against(!seatIn(room, seat), 'seat-unknown', seat),
    ...against(!incoming, 'not-here', person),
    ...against(incoming?.seat !== undefined, 'two-seats', person),
    ...against(as === 'alternate' && !allowed, 'alternates-not-allowed'),
    ...against(
      as === 'titular' && titularArrives === 'never' && holderOf(room, seat) !== undefined,
      'seat-represented',
      seat,
    ),
    ...against(voting || midItem, 'during-vote', seat),
  ]
}
