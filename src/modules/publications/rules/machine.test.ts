import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  editable,
  type Move,
  mayMove,
  path,
  type State,
  states,
  stepOf,
  transitions,
  voidsApproval,
} from './machine.ts'

/** Each state, and every move out of it with where it leads: the machine read by rows, as the norm is. */
const norm: Readonly<Record<State, Readonly<Partial<Record<Move, State>>>>> = {
  draft: { submit: 'submitted', abandon: 'abandoned' },
  submitted: { admit: 'in-review', 'refuse-admission': 'draft', abandon: 'abandoned' },
  'in-review': {
    assign: 'in-review',
    observe: 'with-observations',
    approve: 'approved',
    'publish-urgently': 'published-pending-ratification',
    abandon: 'abandoned',
  },
  'with-observations': { resubmit: 'in-review', abandon: 'abandoned' },
  approved: {
    'void-approval': 'in-review',
    schedule: 'scheduled',
    publish: 'published',
    'publish-urgently': 'published-pending-ratification',
    abandon: 'abandoned',
  },
  scheduled: {
    'void-approval': 'in-review',
    unschedule: 'approved',
    publish: 'published',
    'give-up-publishing': 'publication-failed',
    abandon: 'abandoned',
  },
  'publication-failed': {
    'void-approval': 'in-review',
    schedule: 'scheduled',
    unschedule: 'approved',
    publish: 'published',
    abandon: 'abandoned',
  },
  'published-pending-ratification': {
    ratify: 'published',
    object: 'withdrawn',
    supersede: 'superseded',
    withdraw: 'withdrawn',
  },
  published: {
    'call-for-revalidation': 'in-revalidation',
    supersede: 'superseded',
    withdraw: 'withdrawn',
    archive: 'archived',
  },
  'in-revalidation': {
    revalidate: 'published',
    supersede: 'superseded',
    withdraw: 'withdrawn',
    archive: 'archived',
  },
  superseded: {
    'roll-back': 'published',
    'reopen-ratification': 'published-pending-ratification',
    archive: 'archived',
  },
  withdrawn: { archive: 'archived' },
  archived: {},
  abandoned: {},
}
const moves: readonly Move[] = [
  ...(['submit', 'admit', 'refuse-admission', 'assign', 'observe', 'resubmit', 'approve', 'void-approval'] as const),
  ...(['schedule', 'unschedule', 'publish', 'give-up-publishing', 'publish-urgently', 'ratify', 'object'] as const),
  ...(['call-for-revalidation', 'revalidate', 'supersede', 'withdraw', 'roll-back'] as const),
  ...(['reopen-ratification', 'archive', 'abandon'] as const),
]

test('the machine has the states and the moves of the norm, and no other', () => {
  assert.deepEqual([...states].toSorted(), Object.keys(norm).toSorted())
  assert.deepEqual(Object.keys(transitions).toSorted(), [...moves].toSorted())
})

for (const [state, row] of Object.entries(norm) as [State, (typeof norm)[State]][]) {
  for (const move of moves) {
    const to = row[move]
    test(`a request that is ${state} ${to ? `goes by ${move} to ${to}` : `does not ${move}`}`, () => {
      assert.equal(mayMove(state, move), to !== undefined)
      if (to) assert.equal(transitions[move].to, to)
    })
  }
}

test('what ended moves no more', () => {
  for (const ended of ['archived', 'abandoned'] as const) {
    assert.deepEqual(
      moves.filter((move) => mayMove(ended, move)),
      [],
    )
  }
})

const walk = fc.array(fc.constantFrom(...moves), { maxLength: 60 })

test('however it walks, nothing reaches readers that was not approved, unless somebody declared an emergency', () => {
  fc.assert(
    fc.property(walk, (asked) => {
      let [state, approved, urgent] = ['draft' as State, false, false]
      for (const move of asked.filter((each) => each !== 'supersede')) {
        if (!mayMove(state, move)) continue
        state = transitions[move].to
        if (move === 'approve') approved = true
        if (move === 'void-approval' || move === 'resubmit') approved = false
        if (move === 'publish-urgently') urgent = true
        if (state === 'published' || state === 'scheduled') assert.ok(approved || urgent, asked.join(' '))
      }
    }),
    { numRuns: 2_000 },
  )
})

test('the clock alone moves only what was approved and scheduled', () => {
  const clock: readonly Move[] = ['publish', 'give-up-publishing']
  const moved = states.filter((state) => mayMove(state, 'give-up-publishing'))
  assert.deepEqual(moved, ['scheduled'])
  for (const state of ['draft', 'submitted', 'in-review', 'with-observations', 'abandoned', 'withdrawn'] as const) {
    assert.ok(!clock.some((move) => mayMove(state, move)), state)
  }
})

test('what was published is not abandoned, and what was not is not withdrawn', () => {
  for (const state of states) assert.ok(!(mayMove(state, 'abandon') && mayMove(state, 'withdraw')), state)
})

test('content is edited until it is published, except while the request waits for admission', () => {
  const may: readonly State[] = [
    ...(['draft', 'in-review', 'with-observations', 'approved', 'scheduled', 'publication-failed'] as const),
  ]
  for (const state of states) assert.equal(editable.includes(state), may.includes(state), state)
})

test('editing what was approved voids the approval, scheduled or failed too', () => {
  for (const state of states) {
    assert.equal(voidsApproval(state), ['approved', 'scheduled', 'publication-failed'].includes(state), state)
  }
})

test('the path that is shown has five steps, and each state stands on one of them', () => {
  assert.deepEqual(path, ['submitted', 'in-review', 'approved', 'scheduled', 'published'])
  const steps: Readonly<Record<State, number>> = {
    ...{ draft: -1, submitted: 0, 'in-review': 1, 'with-observations': 1, approved: 2, scheduled: 3 },
    ...{ 'publication-failed': 3, 'published-pending-ratification': 4, published: 4, 'in-revalidation': 4 },
    ...{ superseded: 4, withdrawn: 4, archived: 4, abandoned: -1 },
  }
  for (const state of states) assert.equal(stepOf(state), steps[state], state)
})
