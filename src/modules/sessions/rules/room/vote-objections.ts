import { isVoted } from '../agenda.ts'
import type { SessionEvent } from './events.ts'
import { quorumIn, ruleFor, tallyOf } from './judging.ts'
import { against, type Objection } from './objection.ts'
import { holderOf, type Room, type VoteRoom } from './room.ts'

type Of<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>
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

export function objectionsToVoting(room: Room, event: OfVote): readonly Objection[] {
  const sits = against(room.state !== 'in-session' && event.type !== 'vote-voided', 'not-in-this-state')
  if (event.type === 'vote-prepared') return [...sits, ...objectionsToPreparing(room, event)]
  const vote = room.votes.get(event.vote)
  if (!vote) return against(true, 'vote-unknown', event.vote)
  return [...sits, ...objectionsIn(room, vote, event)]
}

function objectionsIn(room: Room, vote: VoteRoom, event: Exclude<OfVote, Of<'vote-prepared'>>): readonly Objection[] {
  switch (event.type) {
    case 'vote-opened':
      return [
        ...against(vote.state !== 'prepared', 'vote-not-ready', event.vote),
        ...against(!quorumIn(room).met, 'quorum-lacking'),
      ]
    case 'ballot-cast':
      return objectionsToBallot(room, vote, event)
    case 'hands-counted':
      return objectionsToCount(room, vote, event.tally)
    case 'vote-closed':
      return objectionsToClosing(room, vote, event)
    case 'casting-vote':
      return objectionsToCasting(room, vote)
    case 'vote-declared':
      return [
        ...against(vote.state !== 'computed', 'vote-not-ready', event.vote),
        ...against(event.declared !== vote.verdict?.outcome && !event.reason?.trim(), 'reason-missing', event.vote),
      ]
    case 'vote-voided':
      return [
        ...against(vote.state === 'void', 'vote-not-ready', event.vote),
        ...against(!event.reason.trim(), 'reason-missing'),
      ]
  }
}

function objectionsToPreparing(room: Room, event: Of<'vote-prepared'>): readonly Objection[] {
  const { methods, onTie } = room.convened.rules.vote
  const decides = room.convened.rules.agenda.generalMattersDecide
  const items = event.items.map((id) => [id, room.items.get(id)] as const)
  const inHand = [...room.votes.values()].some(({ state }) =>
    ['prepared', 'open', 'closed', 'computed'].includes(state),
  )
  const before = event.repeats === undefined ? undefined : room.votes.get(event.repeats)
  const recused = items.some(([, item]) => (item?.recused.size ?? 0) > 0)
  const again = before?.state === 'void' || (before?.state === 'tied' && onTie.includes('revote'))
  return [
    ...against(room.votes.has(event.vote), 'vote-exists', event.vote),
    ...against(inHand, 'vote-in-hand'),
    ...against(items.length === 0, 'item-unknown'),
    ...items.flatMap(([id, item]) => against(item?.state !== 'open', 'item-not-open', id)),
    ...items.flatMap(([id, item]) => against(item && !isVoted(item.item.nature, decides), 'not-voted', id)),
    ...against(!methods.includes(event.method), 'method-not-allowed'),
    ...against(event.method === 'declared-unanimity' && recused, 'recusal-open'),
    ...against(event.repeats !== undefined && !again, 'vote-not-ready', event.repeats),
  ]
}

function objectionsToBallot(room: Room, vote: VoteRoom, { seat, option }: Of<'ballot-cast'>): readonly Objection[] {
  const { changes, abstention } = { ...room.convened.rules.vote, ...ruleFor(room, vote) }
  const cast = vote.ballots.has(seat)
  const secret = vote.method === 'secret-ballot'
  const mayChange = changes.until !== 'never' && (!changes.onlyTo || option === changes.onlyTo)
  return [
    ...against(vote.state !== 'open', 'vote-not-open', vote.vote),
    ...against(vote.method === 'show-of-hands' || vote.method === 'declared-unanimity', 'method-not-allowed'),
    // A ballot stands when whoever cast it leaves; they do not change it from outside.
    ...against(!vote.entitled.has(seat) || !holderOf(room, seat), 'not-entitled', seat),
    ...against(cast && secret, 'already-voted', seat),
    ...against(cast && !secret && !mayChange, 'change-not-allowed', seat),
    ...against(secret && option !== undefined, 'secret', seat),
    ...against(!secret && option === undefined, 'option-missing', seat),
    ...against(option === 'abstain' && !abstention, 'abstention-not-allowed', seat),
  ]
}

function objectionsToCount(room: Room, vote: VoteRoom, { yes, no, abstain }: Of<'hands-counted'>['tally']) {
  const whole = [yes, no, abstain].every((count) => Number.isInteger(count) && count >= 0)
  const unanimous = vote.method === 'declared-unanimity' && (no > 0 || abstain > 0)
  return [
    ...against(vote.state !== 'open', 'vote-not-open', vote.vote),
    ...against(vote.method !== 'show-of-hands' && vote.method !== 'declared-unanimity', 'method-not-allowed'),
    ...against(!whole || yes + no + abstain > vote.entitled.size || unanimous, 'count-wrong', vote.entitled.size),
    ...against(abstain > 0 && !ruleFor(room, vote).abstention, 'abstention-not-allowed'),
  ]
}

/** By roll call everybody answers, or it is said that they did not; of a secret ballot the urn holds what was cast. */
function objectionsToClosing(room: Room, vote: VoteRoom, { secretTally }: Of<'vote-closed'>): readonly Objection[] {
  const missing = [...vote.entitled].filter((seat) => !vote.ballots.has(seat))
  const secret = vote.method === 'secret-ballot'
  const byHand = vote.method === 'show-of-hands' || vote.method === 'declared-unanimity'
  const urn = secretTally ? secretTally.yes + secretTally.no + secretTally.abstain : 0
  const abstains = tallyOf({ ballots: vote.ballots, ...(secretTally ? { counted: secretTally } : {}) }).abstain > 0
  return [
    ...against(vote.state !== 'open', 'vote-not-open', vote.vote),
    ...(vote.method === 'roll-call' ? missing.flatMap((seat) => against(true, 'votes-missing', seat)) : []),
    ...against(byHand && !vote.counted, 'votes-missing'),
    ...against(secret && (!secretTally || urn !== vote.ballots.size), 'count-wrong', vote.ballots.size),
    ...against(!secret && secretTally !== undefined, 'secret'),
    ...against(abstains && !ruleFor(room, vote).abstention, 'abstention-not-allowed'),
  ]
}

function objectionsToCasting(room: Room, vote: VoteRoom): readonly Objection[] {
  const { casting } = ruleFor(room, vote)
  const presides = room.presiding === undefined ? undefined : holderOf(room, room.presiding)
  const recused = vote.items.some(
    (item) => room.presiding !== undefined && room.items.get(item)?.recused.has(room.presiding),
  )
  const notTheirs =
    casting.holder === 'none' ||
    (casting.holder === 'titular-chair' && presides !== undefined && presides.as !== 'titular')
  return [
    ...against(
      vote.state !== 'tied' || vote.verdict?.next !== 'chair-casting' || notTheirs,
      'casting-not-due',
      vote.vote,
    ),
    ...against(!presides, 'chair-absent'),
    ...against(recused, 'chair-recused'),
  ]
}
