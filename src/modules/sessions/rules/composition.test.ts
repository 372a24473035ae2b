import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clashesOf, compositionOn, type Designation, type SeatTerm, seatsOf } from './composition.ts'

const term = (seat: number, change: Partial<SeatTerm> = {}): SeatTerm => ({
  ...{ seat, position: seat, function: seat === 1 ? 'chair' : 'member', group: null, voice: true, vote: true },
  ...{ countsForQuorum: true, required: false, from: '2017-01-01', to: null, ...change },
})
let id = 0
const designated = (seat: number, person: number, change: Partial<Designation> = {}): Designation => ({
  ...{ id: ++id, seat, person, as: 'titular', order: 1, accredited: true, from: '2017-01-01', to: null, ...change },
})

test('On each day a seat is what it was then, and is held by whoever held it', () => {
  const terms = [
    term(2),
    term(1),
    term(3, { to: '2017-06-21' }),
    term(3, { from: '2017-06-21', vote: false, countsForQuorum: false, function: 'adviser' }),
    term(4, { from: '2018-01-01' }),
  ]
  const designations = [
    designated(1, 11, { to: '2017-09-01' }),
    designated(1, 12, { from: '2017-09-01' }),
    designated(2, 21, { as: 'alternate', order: 2 }),
    designated(2, 22, { as: 'alternate', order: 1, accredited: false }),
  ]
  const on = (day: string) => compositionOn(day, terms, designations)
  assert.deepEqual(
    on('2017-08-31').map(({ term: { seat, function: does }, titular }) => [seat, does, titular?.person]),
    [
      [1, 'chair', 11],
      [2, 'member', undefined],
      [3, 'adviser', undefined],
    ],
  )
  assert.equal(on('2017-09-01')[0]?.titular?.person, 12)
  assert.deepEqual(
    on('2017-09-01')[1]?.alternates.map(({ person }) => person),
    [22, 21],
  )
  assert.equal(on('2017-06-20')[2]?.term.vote, true)
  assert.deepEqual(
    seatsOf(on('2018-01-01')).map(({ id: seat, filled, vote }) => [seat, filled, vote]),
    [
      [1, true, true],
      [2, false, true],
      [3, false, false],
      [4, false, true],
    ],
  )
})

test('A seat has one titular at a time, and nobody sits twice in the same body', () => {
  const others = [designated(1, 11, { to: '2017-09-01' }), designated(2, 21, { as: 'alternate' })]
  const wants = (change: Partial<Designation>) =>
    clashesOf({ seat: 1, person: 12, as: 'titular', from: '2017-08-31', to: null, ...change }, others, 1).map(
      ({ kind }) => kind,
    )
  assert.deepEqual(wants({}), ['seat-held'])
  assert.deepEqual(wants({ from: '2017-09-01' }), [])
  assert.deepEqual(wants({ person: 11 }), ['already-there'])
  assert.deepEqual(wants({ person: 21, from: '2017-09-01' }), ['sits-elsewhere'])
  assert.deepEqual(wants({ seat: 2, as: 'alternate', person: 22 }), ['too-many-alternates'])
  assert.deepEqual(wants({ seat: 2, as: 'alternate', person: 22, from: '2016-01-01', to: '2017-01-01' }), [])
})
