import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startingRules } from '../parameters.ts'
import type { Seat } from '../quorum.ts'
import type { Convened, Item, SessionEvent } from './events.ts'
import { quorumIn } from './judging.ts'
import { objectionsTo } from './objections.ts'
import { after } from './projection.ts'
import { type Room, roomOf } from './room.ts'

// The facts of a real session, 15 November 2017: twelve who attend, nine items, five decisions by unanimity, two
// reports received. Who they are is nobody.

const text = 'a'.repeat(64)
const [chair, secretary, manager] = [1, 2, 8]
const seats: readonly Seat[] = Array.from({ length: 13 }, (_, at): Seat => {
  const id = at + 1
  const advises = id === manager
  return {
    ...{ id, function: id === chair ? 'chair' : id === secretary ? 'secretary' : advises ? 'adviser' : 'member' },
    ...{ group: undefined, voice: true, vote: !advises, countsForQuorum: !advises, required: false, filled: true },
  }
})
const item = (id: number, nature: Item['nature']): Item => ({ id, number: String(id), nature })
const convened: Convened = {
  ...{ kind: 'ordinary', rules: startingRules, seats },
  items: [
    ...[item(1, 'procedural'), item(2, 'minutes-approval'), item(3, 'follow-up'), item(4, 'informative')],
    ...[item(5, 'decision'), item(6, 'decision'), item(7, 'decision'), item(8, 'decision'), item(9, 'general-matters')],
  ],
}

let minute = 0
const at = () => new Date(Date.UTC(2017, 10, 15, 17, minute++))
function held(room: Room, events: readonly SessionEvent[]): Room {
  return events.reduce((now, event, seq) => {
    const objections = objectionsTo(now, { event })
    assert.deepEqual(objections, [], JSON.stringify(event))
    return after(now, { seq, at: at(), event })
  }, room)
}

let vote = 0
/** The chair asks, nobody objects. */
const unanimously = (room: Room, id: number): readonly SessionEvent[] => [
  { type: 'vote-prepared', vote: ++vote, items: [id], method: 'declared-unanimity', text },
  { type: 'vote-opened', vote },
  { type: 'hands-counted', vote, tally: { yes: voting(room), no: 0, abstain: 0 } },
  { type: 'vote-closed', vote },
  { type: 'vote-declared', vote, declared: 'approved' },
  ...(id === 1 ? [{ type: 'agenda-approved', vote } as const] : []),
  { type: 'item-disposed', item: id, disposition: 'approved', vote },
]
const voting = (room: Room) =>
  [...room.present.values()].filter(({ seat }) => seats.find(({ id }) => id === seat)?.vote).length

const arrivals: readonly SessionEvent[] = Array.from({ length: 12 }, (_, at) => ({
  ...{ type: 'arrived', person: 100 + at + 1, seat: at + 1, remote: false },
  as: at === 10 ? 'alternate' : 'titular',
}))

test('The session of the reference minutes is held from roll call to close', () => {
  let room = held(roomOf(convened), [{ type: 'attendance-opened' }, ...arrivals])
  const quorum = quorumIn(room)
  assert.deepEqual([quorum.base, quorum.needed, quorum.present.length, quorum.met], [12, 7, 11, true])
  assert.equal(quorum.departures, 1, 'the chair is one of those who cannot leave')
  assert.deepEqual(quorum.indispensable, [chair])
  room = held(room, [{ type: 'quorum-declared' }])
  for (const { id, nature } of convened.items) {
    room = held(room, [{ type: 'item-opened', item: id }])
    const told = nature === 'follow-up' || nature === 'informative' || nature === 'general-matters'
    room = held(room, [{ type: 'item-presented', item: id, person: 102, text: 'Dio cuenta.' }])
    room = held(room, told ? [{ type: 'item-disposed', item: id, disposition: 'received' }] : unanimously(room, id))
  }
  room = held(room, [{ type: 'closed' }])
  assert.equal(room.state, 'closed')
  assert.deepEqual(
    [...room.items.values()].map(({ disposition }) => disposition),
    ['approved', 'approved', 'received', 'received', 'approved', 'approved', 'approved', 'approved', 'received'],
  )
  assert.equal(room.attendance.length, 12)
  assert.ok(room.attendance.every(({ until }) => until))
  assert.ok([...room.votes.values()].every(({ verdict }) => verdict?.unanimous && verdict.tally.yes === 11))
})

const opened = () =>
  held(roomOf(convened), [
    { type: 'attendance-opened' },
    ...arrivals,
    { type: 'quorum-declared' },
    { type: 'item-opened', item: 1 },
  ])
const agreed = () => {
  const room = opened()
  return held(room, unanimously(room, 1))
}
const codes = (room: Room, event: SessionEvent) => objectionsTo(room, { event }).map(({ code }) => code)

test('Nothing comes before the agenda, and what is only told is not voted', () => {
  assert.deepEqual(
    codes(held(roomOf(convened), [{ type: 'attendance-opened' }, ...arrivals, { type: 'quorum-declared' }]), {
      type: 'item-opened',
      item: 4,
    }),
    ['agenda-not-approved'],
  )
  const room = held(agreed(), [{ type: 'item-opened', item: 4 }])
  assert.deepEqual(codes(room, { type: 'vote-prepared', vote: 99, items: [4], method: 'roll-call', text }), [
    'not-voted',
  ])
  assert.deepEqual(codes(room, { type: 'item-disposed', item: 4, disposition: 'approved' }), [
    'not-settled-so',
    'not-voted',
    'no-vote-behind',
  ])
  assert.deepEqual(codes(room, { type: 'item-opened', item: 5 }), ['another-item-open'])
})

test('A result that is not what the votes say needs its reason', () => {
  let room = held(agreed(), [{ type: 'item-opened', item: 5 }])
  vote++
  const roll: readonly SessionEvent[] = [...seats.slice(0, 12)]
    .filter((seat) => seat.vote)
    .map((seat, at) => ({ type: 'ballot-cast', vote, seat: seat.id, option: at < 3 ? 'yes' : 'no' }))
  room = held(room, [
    { type: 'vote-prepared', vote, items: [5], method: 'roll-call', text },
    { type: 'vote-opened', vote },
    ...roll,
    { type: 'vote-closed', vote },
  ])
  assert.equal(room.votes.get(vote)?.verdict?.outcome, 'rejected')
  assert.deepEqual(codes(room, { type: 'vote-declared', vote, declared: 'approved' }), ['reason-missing'])
  room = held(room, [{ type: 'vote-declared', vote, declared: 'rejected' }])
  assert.deepEqual(codes(room, { type: 'item-disposed', item: 5, disposition: 'approved', vote }), ['another-result'])
  held(room, [{ type: 'item-disposed', item: 5, disposition: 'rejected', vote }])
})

test('Votes that arrive late, twice, from somebody who excused themselves or from nobody are each refused', () => {
  let room = held(agreed(), [
    { type: 'item-opened', item: 5 },
    { type: 'recused', item: 5, seat: 3, cause: 'Un familiar lo pide.', leftRoom: true },
  ])
  vote++
  assert.deepEqual(codes(room, { type: 'vote-prepared', vote, items: [5], method: 'declared-unanimity', text }), [
    'recusal-open',
  ])
  room = held(room, [
    { type: 'vote-prepared', vote, items: [5], method: 'roll-call', text },
    { type: 'vote-opened', vote },
    { type: 'ballot-cast', vote, seat: 1, option: 'yes' },
  ])
  const cast = (seat: number, option: 'yes' | 'no' = 'yes') => codes(room, { type: 'ballot-cast', vote, seat, option })
  assert.deepEqual(cast(3), ['not-entitled'])
  assert.deepEqual(cast(manager), ['not-entitled'])
  assert.deepEqual(cast(13), ['not-entitled'])
  assert.deepEqual(cast(1, 'no'), [], 'until it is declared a vote may change')
  assert.deepEqual(codes(room, { type: 'seat-taken', seat: 2, person: 113, as: 'titular' }), [
    'not-here',
    'during-vote',
  ])
  assert.ok(codes(room, { type: 'vote-closed', vote }).every((code) => code === 'votes-missing'))
  room = held(room, [{ type: 'left', person: 104 }])
  assert.deepEqual(cast(4), ['not-entitled'], 'who left no longer votes')
})

test('Of a secret ballot the record says only who voted, and the urn holds as many', () => {
  let room = held(agreed(), [{ type: 'item-opened', item: 5 }])
  vote++
  room = held(room, [
    { type: 'vote-prepared', vote, items: [5], method: 'secret-ballot', text },
    { type: 'vote-opened', vote },
    { type: 'ballot-cast', vote, seat: 1 },
    { type: 'ballot-cast', vote, seat: 2 },
  ])
  assert.deepEqual(codes(room, { type: 'ballot-cast', vote, seat: 3, option: 'yes' }), ['secret'])
  assert.deepEqual(codes(room, { type: 'ballot-cast', vote, seat: 1 }), ['already-voted'])
  const closing = (yes: number): SessionEvent => ({
    type: 'vote-closed',
    vote,
    secretTally: { yes, no: 0, abstain: 0 },
  })
  assert.deepEqual(codes(room, closing(3)), ['count-wrong'])
  assert.deepEqual(codes(room, closing(2)), [])
})

test('A tie is voted again and then decided by whoever presides, unless they are recused', () => {
  let room = held(agreed(), [
    { type: 'item-opened', item: 5 },
    { type: 'left', person: 112 },
  ])
  const halves = (repeats?: number): readonly SessionEvent[] => [
    { type: 'vote-prepared', vote: ++vote, items: [5], method: 'show-of-hands', text, ...(repeats ? { repeats } : {}) },
    { type: 'vote-opened', vote },
    { type: 'hands-counted', vote, tally: { yes: 5, no: 5, abstain: 0 } },
    { type: 'vote-closed', vote },
  ]
  room = held(room, halves())
  assert.deepEqual([room.votes.get(vote)?.state, room.votes.get(vote)?.verdict?.next], ['tied', 'revote'])
  assert.deepEqual(codes(room, { type: 'casting-vote', vote, option: 'yes' }), ['casting-not-due'])
  room = held(room, halves(vote))
  assert.equal(room.votes.get(vote)?.verdict?.next, 'chair-casting')
  const recused = after(room, {
    seq: 0,
    at: at(),
    event: { type: 'recused', item: 5, seat: chair, cause: 'x', leftRoom: false },
  })
  assert.deepEqual(codes(recused, { type: 'casting-vote', vote, option: 'yes' }), ['chair-recused'])
  room = held(room, [
    { type: 'casting-vote', vote, option: 'yes' },
    { type: 'vote-declared', vote, declared: 'approved' },
  ])
  assert.deepEqual(room.votes.get(vote)?.verdict?.tally, { yes: 6, no: 5, abstain: 0 })
})

test('Quorum that is lost suspends; what was not reached is left for the next agenda', () => {
  let room = agreed()
  assert.deepEqual(codes(room, { type: 'quorum-lost' }), ['quorum-there'])
  room = held(
    room,
    [101, 102, 103, 104, 105].map((person) => ({ type: 'left', person })),
  )
  assert.deepEqual(
    quorumIn(room).lacking.map(({ kind }) => kind),
    ['count', 'function'],
  )
  assert.deepEqual(codes(room, { type: 'item-opened', item: 5 }), ['quorum-lacking'])
  room = held(room, [{ type: 'quorum-lost' }, { type: 'adjourned-for-quorum' }])
  assert.deepEqual(
    [...room.items.values()].map(({ state }) => state),
    ['disposed', ...Array.from({ length: 8 }, () => 'not-reached')],
  )
})
