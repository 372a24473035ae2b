import { isVoted, mayStand } from '../agenda.ts'
import { maySettle, needsVote } from '../machines/item.ts'
import { moved } from '../machines/machine.ts'
import { type SessionMove, sessionMachine } from '../machines/session.ts'
import type { Happened, SessionEvent } from './events.ts'
import { quorumIn } from './judging.ts'
import { against, type Objection } from './objection.ts'
import { objectionsToPresence } from './presence-objections.ts'
import type { ItemRoom, Room } from './room.ts'
import { objectionsToVoting } from './vote-objections.ts'

type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>
/** Every reason at once; none, and it may be recorded. */
export function objectionsTo(room: Room, { event }: Pick<Happened, 'event'>): readonly Objection[] {
  switch (event.type) {
    case 'arrived':
    case 'left':
    case 'seat-taken':
    case 'chair-passed':
      return objectionsToPresence(room, event)
    case 'vote-prepared':
    case 'vote-opened':
    case 'ballot-cast':
    case 'hands-counted':
    case 'vote-closed':
    case 'casting-vote':
    case 'vote-declared':
    case 'vote-voided':
      return objectionsToVoting(room, event)
    case 'agenda-approved':
    case 'item-added':
    case 'item-withdrawn':
    case 'item-opened':
    case 'item-presented':
    case 'intervened':
    case 'recused':
    case 'item-disposed':
      return objectionsToItems(room, event)
    default:
      return objectionsToSitting(room, event)
  }
}

type Sitting = Exclude<
  SessionEvent['type'],
  | 'arrived'
  | 'left'
  | 'seat-taken'
  | 'chair-passed'
  | 'agenda-approved'
  | `item-${string}`
  | 'intervened'
  | 'recused'
  | `vote-${string}`
  | 'ballot-cast'
  | 'hands-counted'
  | 'casting-vote'
>

const moves: Readonly<Record<Sitting, SessionMove>> = {
  'attendance-opened': 'open-attendance',
  'quorum-declared': 'declare-quorum',
  'quorum-denied': 'declare-no-quorum',
  'called-again': 'call-again',
  recessed: 'recess',
  resumed: 'resume',
  'quorum-lost': 'lose-quorum',
  'quorum-restored': 'restore-quorum',
  'adjourned-for-quorum': 'adjourn-for-quorum',
  closed: 'close',
  'record-reopened': 'reopen-record',
}

function objectionsToSitting(room: Room, event: Of<Sitting>): readonly Objection[] {
  const { met } = quorumIn(room)
  const asksQuorum = ['quorum-declared', 'quorum-restored', 'resumed'].includes(event.type)
  const asksNone = ['quorum-denied', 'called-again', 'quorum-lost'].includes(event.type)
  const undisposed = [...room.items.values()].filter(({ state }) => ['included', 'open', 'voting'].includes(state))
  return [
    ...against(!moved(sessionMachine, room.state, moves[event.type]), 'not-in-this-state'),
    ...against(asksQuorum && !met, 'quorum-lacking'),
    ...against(asksNone && met, 'quorum-there'),
    ...against(event.type === 'called-again' && !room.convened.rules.quorum.secondCall, 'no-second-call'),
    ...against(event.type !== 'quorum-lost' && leaves(event) && voteInHand(room), 'vote-in-hand'),
    ...(event.type === 'closed' ? undisposed.flatMap(({ item }) => against(true, 'items-undisposed', item.id)) : []),
    ...against(event.type === 'record-reopened' && (!event.reason.trim() || !event.authority.trim()), 'reason-missing'),
  ]
}

const leaves = ({ type }: SessionEvent) => ['recessed', 'closed', 'adjourned-for-quorum'].includes(type)
const voteInHand = ({ votes }: Room) =>
  [...votes.values()].some(({ state }) => state === 'open' || state === 'closed' || state === 'computed')

type OfItems = Of<
  | 'agenda-approved'
  | 'item-added'
  | 'item-withdrawn'
  | 'item-opened'
  | 'item-presented'
  | 'intervened'
  | 'recused'
  | 'item-disposed'
>

function objectionsToItems(room: Room, event: OfItems): readonly Objection[] {
  const sits = against(room.state !== 'in-session', 'not-in-this-state')
  if (event.type === 'agenda-approved')
    return [...sits, ...against(room.agendaApproved, 'agenda-already-approved'), ...carried(room, event.vote)]
  if (event.type === 'item-added') return [...sits, ...objectionsToAdding(room, event)]
  const item = room.items.get(event.item)
  if (!item) return against(true, 'item-unknown', event.item)
  switch (event.type) {
    case 'item-withdrawn':
      return [
        ...sits,
        ...against(item.state !== 'included' && item.state !== 'open', 'item-not-open', event.item),
        ...against(
          item.votes.some((vote) => room.votes.get(vote)?.state === 'declared'),
          'already-voted',
          event.item,
        ),
        ...against(!event.reason.trim(), 'reason-missing'),
      ]
    case 'item-opened':
      return [...sits, ...objectionsToOpening(room, item)]
    case 'recused':
      return [
        ...sits,
        ...against(!room.convened.seats.some(({ id }) => id === event.seat), 'seat-unknown', event.seat),
        ...against(item.state !== 'open' && item.state !== 'included', 'item-not-open', event.item),
        ...against(!event.cause.trim(), 'reason-missing'),
      ]
    case 'item-disposed':
      return [...sits, ...objectionsToDisposing(room, item, event)]
    default:
      return [
        ...sits,
        ...against(room.open !== event.item, 'item-not-open', event.item),
        ...against(!room.present.has(event.person), 'not-here', event.person),
      ]
  }
}

/** The vote behind a decision of the body was declared, and carried. */
function carried(room: Room, id: number): readonly Objection[] {
  const vote = room.votes.get(id)
  return [
    ...against(vote?.state !== 'declared', 'no-vote-behind', id),
    ...against(vote?.state === 'declared' && vote.declared !== 'approved', 'another-result', id),
  ]
}

function objectionsToAdding(room: Room, { item, vote }: Of<'item-added'>): readonly Objection[] {
  const { agenda } = room.convened.rules
  const kind = room.convened.kind
  return [
    ...against(room.items.has(item.id), 'item-unknown', item.id),
    ...against(!agenda.amendInSession[kind], 'list-closed'),
    ...against(!mayStand(agenda, kind, item.nature), 'nature-not-allowed', item.id),
    ...carried(room, vote),
  ]
}

/** Nothing is taken up before the agenda was approved but the item that approves it. */
function objectionsToOpening(room: Room, { item, state }: ItemRoom): readonly Objection[] {
  return [
    ...against(state !== 'included', 'item-not-open', item.id),
    ...against(room.open !== undefined, 'another-item-open', room.open),
    ...against(!room.agendaApproved && item.nature !== 'procedural', 'agenda-not-approved'),
    ...against(!quorumIn(room).met, 'quorum-lacking'),
  ]
}

function objectionsToDisposing(
  room: Room,
  { item, state }: ItemRoom,
  { disposition, vote: id, reason }: Of<'item-disposed'>,
): readonly Objection[] {
  const decides = room.convened.rules.agenda.generalMattersDecide
  const vote = id === undefined ? undefined : room.votes.get(id)
  const needs = needsVote(disposition)
  const settled = vote?.state === 'declared' && vote.items.includes(item.id)
  const agrees = (disposition === 'rejected') !== (vote?.declared === 'approved')
  return [
    ...against(state !== 'open', 'item-not-open', item.id),
    ...against(!maySettle(item.nature, disposition, decides), 'not-settled-so', item.id),
    ...against(needs && !isVoted(item.nature, decides), 'not-voted', item.id),
    ...against(needs && !settled, 'no-vote-behind', id),
    ...against(needs && settled && !agrees, 'another-result', id),
    ...against((disposition === 'deferred' || disposition === 'sent-back') && !reason?.trim(), 'reason-missing'),
  ]
}
