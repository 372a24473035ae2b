import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemNatures, type RuleParams, startingRules } from '../parameters.ts'
import type { Seat } from '../quorum.ts'
import { type Dice, dice } from '../testing/dice.ts'
import type { Convened, Option, SessionEvent } from './events.ts'
import { quorumIn, tallyOf } from './judging.ts'
import { objectionsTo } from './objections.ts'
import { after } from './projection.ts'
import { type Room, roomOf } from './room.ts'

// Random sessions against a second reading, which keeps only the list of what happened and counts from nothing at every
// step who is there, whether there is a quorum, and what each vote gave.

const text = 'b'.repeat(64)
/** How often something is drawn that may happen before the step is given up. */
const draws = 6
const people = [1, 2, 3, 4, 5, 6, 7, 8]
const seatIds = [1, 2, 3, 4, 5, 6]

function convenedBy(by: Dice): Convened {
  const seats = seatIds.map(
    (id): Seat => ({
      ...{ id, function: id === 1 ? 'chair' : id === 2 ? 'secretary' : 'member', group: undefined, voice: true },
      ...{ vote: id !== 2 || by.chance(0.5), countsForQuorum: true, required: false, filled: id < 6 || by.chance(0.5) },
    }),
  )
  const rules: RuleParams = {
    ...startingRules,
    quorum: {
      ...startingRules.quorum,
      threshold: by.one([
        { kind: 'more-than-half' },
        { kind: 'at-least', n: 2 },
        { kind: 'half-plus-one', rounding: 'up' },
      ] as const),
      requires: by.chance(0.5) ? startingRules.quorum.requires : [],
      secondCall: { threshold: { kind: 'any' }, requires: [] },
    },
    recusal: { ...startingRules.recusal, effectOnQuorum: by.one(['none', 'seat-absent'] as const) },
  }
  const items = itemNatures.map((nature, at) => ({ id: at + 1, number: String(at + 1), nature }))
  return { kind: 'ordinary', rules, seats, items }
}

function anything(by: Dice, room: Room): SessionEvent {
  const [item, person, seat] = [1 + by.below(itemNatures.length), by.one(people), by.one(seatIds)]
  const vote = by.chance(0.8) ? Math.max(1, room.votes.size) : 1 + by.below(3)
  const option = by.one<Option>(['yes', 'no', 'abstain'])
  const count = by.below(5)
  const here = room.open ?? item
  return by.one<() => SessionEvent>([
    () => ({ type: 'attendance-opened' }),
    () => ({ type: 'arrived', person, as: by.one(['titular', 'alternate'] as const), seat, remote: by.chance(0.2) }),
    () => ({ type: 'arrived', person, as: 'guest', remote: false }),
    () => ({ type: 'left', person }),
    () => ({ type: 'seat-taken', person, seat, as: by.one(['titular', 'alternate'] as const) }),
    () => ({ type: 'quorum-declared' }),
    () => ({ type: 'called-again', sitsAt: '2026-01-02T10:00:00Z' }),
    () => ({ type: 'quorum-lost' }),
    () => ({ type: 'quorum-restored' }),
    () => ({ type: 'item-opened', item }),
    () => ({ type: 'recused', item: here, seat, cause: 'x', leftRoom: true }),
    () => ({
      ...{ type: 'vote-prepared', vote: room.votes.size + 1, items: [here], text },
      method: by.one(['show-of-hands', 'roll-call', 'secret-ballot'] as const),
    }),
    () => ({ type: 'vote-opened', vote }),
    () => ({ type: 'ballot-cast', vote, seat, option }),
    () => ({ type: 'ballot-cast', vote, seat: by.one(seatIds), option: by.one<Option>(['yes', 'no']) }),
    () => ({ type: 'ballot-cast', vote, seat }),
    () => ({ type: 'hands-counted', vote, tally: { yes: count, no: by.below(3), abstain: by.below(2) } }),
    () => ({ type: 'vote-closed', vote }),
    () => ({ type: 'vote-closed', vote, secretTally: { yes: count, no: 0, abstain: 0 } }),
    () => ({ type: 'casting-vote', vote, option: by.one(['yes', 'no'] as const) }),
    () => ({ type: 'vote-declared', vote, declared: room.votes.get(vote)?.verdict?.outcome ?? 'approved' }),
    () => ({ type: 'vote-voided', vote, reason: 'Se leyó otro texto.' }),
    () => ({ type: 'agenda-approved', vote }),
    () => ({
      type: 'item-disposed',
      item: here,
      disposition: by.one(['approved', 'rejected', 'received', 'deferred'] as const),
      vote,
      reason: 'x',
    }),
    () => ({ type: 'closed' }),
  ])()
}

/** What a secretary would do next. */
function onward(by: Dice, room: Room): SessionEvent {
  const empty = seatIds.filter((seat) => ![...room.present.values()].some((one) => one.seat === seat))
  const away = people.filter((person) => !room.present.has(person))
  if (room.state === 'roll-call') {
    if (quorumIn(room).met && by.chance(0.7)) return { type: 'quorum-declared' }
    return { type: 'arrived', person: by.one(away), as: 'titular', seat: by.one(empty), remote: by.chance(0.2) }
  }
  const vote = [...room.votes.values()].at(-1)
  const item = room.open
  if (item === undefined) return { type: 'item-opened', item: room.agendaApproved ? 2 + by.below(5) : 1 }
  if (vote?.items.includes(item) && vote.state !== 'void') {
    const id = vote.vote
    const left = [...vote.entitled].filter((seat) => !vote.ballots.has(seat))
    const option = by.one<Option>(['yes', 'yes', 'no', 'abstain'])
    const secret = vote.method === 'secret-ballot'
    if (vote.state === 'prepared') return { type: 'vote-opened', vote: id }
    if (vote.state === 'open' && vote.method === 'show-of-hands' && !vote.counted) {
      const yes = by.below(vote.entitled.size + 1)
      return { type: 'hands-counted', vote: id, tally: { yes, no: vote.entitled.size - yes, abstain: 0 } }
    }
    if (vote.state === 'open' && left.length > 0 && vote.method !== 'show-of-hands')
      return { type: 'ballot-cast', vote: id, seat: by.one(left), ...(secret ? {} : { option }) }
    const urn = { yes: vote.ballots.size, no: 0, abstain: 0 }
    if (vote.state === 'open') return { type: 'vote-closed', vote: id, ...(secret ? { secretTally: urn } : {}) }
    if (vote.state === 'tied' && vote.verdict?.next === 'chair-casting')
      return { type: 'casting-vote', vote: id, option: by.one(['yes', 'no'] as const) }
    if (vote.state === 'computed')
      return { type: 'vote-declared', vote: id, declared: vote.verdict?.outcome ?? 'approved' }
    if (vote.state === 'declared' && item === 1 && !room.agendaApproved && vote.declared === 'approved')
      return { type: 'agenda-approved', vote: id }
    if (vote.state === 'declared')
      return {
        ...{ type: 'item-disposed', item, vote: id },
        disposition: vote.declared === 'approved' ? 'approved' : 'rejected',
      }
    const method = by.one(['show-of-hands', 'roll-call'] as const)
    return { type: 'vote-prepared', vote: room.votes.size + 1, items: [item], text, method, repeats: id }
  }
  const method = by.one(['show-of-hands', 'roll-call', 'secret-ballot'] as const)
  const nature = room.items.get(item)?.item.nature
  if (nature === 'informative' || nature === 'follow-up' || nature === 'general-matters')
    return { type: 'item-disposed', item, disposition: 'received' }
  return { type: 'vote-prepared', vote: room.votes.size + 1, items: [item], text, method }
}

/** Something that may happen now: what goes on with what was begun, or anything at all. */
function possible(by: Dice, room: Room): SessionEvent | undefined {
  if (room.state === 'called') return { type: 'attendance-opened' }
  const may = (event: SessionEvent) => objectionsTo(room, { event }).length === 0
  const next = onward(by, room)
  if (by.chance(0.75) && may(next)) return next
  for (let draw = 0; draw < draws; draw++) {
    const drawn = anything(by, room)
    if (may(drawn)) return drawn
  }
  return undefined
}

/** Who represents each seat, from the list alone. */
function sittersOf(
  log: readonly SessionEvent[],
): ReadonlyMap<number, { readonly person: number; readonly remote: boolean; readonly as: string }> {
  const people = new Map<number, { seat: number | undefined; remote: boolean; as: string }>()
  for (const event of log) {
    if (event.type === 'arrived') people.set(event.person, { seat: event.seat, remote: event.remote, as: event.as })
    if (event.type === 'left') people.delete(event.person)
    if (event.type === 'seat-taken') {
      for (const [person, one] of people)
        if (one.seat === event.seat && person !== event.person)
          people.set(person, { ...one, seat: undefined, as: 'guest' })
      people.set(event.person, { remote: people.get(event.person)?.remote ?? false, seat: event.seat, as: event.as })
    }
    if (event.type === 'closed' || event.type === 'adjourned-for-quorum') people.clear()
  }
  return new Map(
    [...people].flatMap(([person, { seat, remote, as }]) =>
      seat === undefined ? [] : [[seat, { person, remote, as }]],
    ),
  )
}

function quorate({ rules, seats }: Convened, log: readonly SessionEvent[]): boolean {
  const again = log.some(({ type }) => type === 'called-again')
  const open = openItem(log)
  const recused = log.flatMap((event) => (event.type === 'recused' && event.item === open ? [event.seat] : []))
  const out = rules.recusal.effectOnQuorum === 'seat-absent' ? recused : []
  const here = [...sittersOf(log).keys()].filter((seat) => !out.includes(seat))
  if (again) return here.length >= 1
  const filled = seats.filter((seat) => seat.filled).length
  const { threshold, requires } = rules.quorum
  const enough =
    threshold.kind === 'at-least'
      ? here.length >= threshold.n
      : threshold.kind === 'more-than-half'
        ? here.length * 2 > filled
        : here.length >= filled / 2 + 1
  return enough && (requires.length === 0 || here.includes(1))
}

function openItem(log: readonly SessionEvent[]): number | undefined {
  let open: number | undefined
  for (const event of log) {
    if (event.type === 'item-opened') open = event.item
    if ((event.type === 'item-disposed' || event.type === 'item-withdrawn') && event.item === open) open = undefined
    if (event.type === 'closed') open = undefined
  }
  return open
}

/** The last word of each seat in a vote. */
function ballotsOf(log: readonly SessionEvent[], vote: number) {
  const cast = new Map<number, Option | undefined>()
  for (const event of log) if (event.type === 'ballot-cast' && event.vote === vote) cast.set(event.seat, event.option)
  return cast
}

const sequences = 20_000
const steps = 36

test(`${sequences} random sessions say of quorum and votes what a recount from nothing says`, () => {
  const by = dice(11_448)
  const seen = new Map<string, number>()
  let declared = 0
  for (let sequence = 0; sequence < sequences; sequence++) {
    const convened = convenedBy(by)
    let room = roomOf(convened)
    const log: SessionEvent[] = []
    for (let step = 0; step < steps; step++) {
      const event = possible(by, room)
      if (!event) continue
      const before = room
      room = after(room, { seq: log.length, at: new Date(1_500_000_000_000 + log.length * 60_000), event })
      log.push(event)
      seen.set(event.type, (seen.get(event.type) ?? 0) + 1)
      const story = () => JSON.stringify({ convened: { ...convened, rules: convened.rules.quorum }, log })
      if (room.state !== 'closed') assert.equal(quorumIn(room).met, quorate(convened, log), story())
      if (event.type === 'vote-opened' || event.type === 'item-opened')
        assert.ok(quorate(convened, log.slice(0, -1)), story())
      if (event.type === 'ballot-cast') {
        const entitled = before.votes.get(event.vote)?.entitled
        assert.ok(entitled?.has(event.seat) && sittersOf(log.slice(0, -1)).has(event.seat), story())
      }
      if (event.type === 'vote-declared') declared++
    }
    for (const [id, vote] of room.votes) {
      const mine = ballotsOf(log, id)
      assert.deepEqual([...vote.ballots].toSorted(), [...mine].toSorted(), 'no ballot is lost, none is counted twice')
      const tally = tallyOf(vote)
      if (!vote.counted) assert.equal(tally.yes + tally.no + tally.abstain, [...mine.values()].filter(Boolean).length)
      assert.ok([...mine.keys()].every((seat) => vote.entitled.has(seat)))
    }
    if (room.state === 'closed')
      assert.ok([...room.items.values()].every(({ state }) => ['disposed', 'withdrawn', 'not-reached'].includes(state)))
  }
  assert.ok(declared > 1_000, `only ${declared} votes were declared`)
  for (const type of [
    'seat-taken',
    'recused',
    'called-again',
    'quorum-lost',
    'quorum-restored',
    'casting-vote',
    'vote-voided',
  ])
    assert.ok((seen.get(type) ?? 0) > 50, `${type}: ${seen.get(type)}`)
})
