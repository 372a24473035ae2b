import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { itemNatures } from '../parameters.ts'
import { commitmentMachine, commitmentStates, isOverdue, reconciles } from './commitment.ts'
import { type Disposition, dispositions, itemMachine, itemStates, maySettle } from './item.ts'
import { type Machine, moved } from './machine.ts'
import { isLocked, minutesMachine, minutesStates, sheetComplete, slotMachine, slotStates } from './minutes.ts'
import { sessionMachine, sessionStates } from './session.ts'
import { voteMachine, voteStates } from './vote.ts'

/** Every pair of state and move, read by rows as a norm is: what is not written here is refused. */
const norms: readonly [
  string,
  Machine<string, string>,
  readonly string[],
  Readonly<Record<string, Readonly<Record<string, string>>>>,
][] = [
  [
    'session',
    sessionMachine,
    sessionStates,
    {
      draft: { 'issue-call': 'called' },
      called: { reschedule: 'called', cancel: 'cancelled', 'open-attendance': 'roll-call' },
      'roll-call': {
        ...{ 'declare-quorum': 'in-session', 'declare-no-quorum': 'not-held', 'call-again': 'second-call-pending' },
      },
      'second-call-pending': { 'open-attendance': 'roll-call' },
      'in-session': { recess: 'recess', 'lose-quorum': 'quorum-suspended', close: 'closed' },
      recess: { resume: 'in-session' },
      'quorum-suspended': { 'restore-quorum': 'in-session', 'adjourn-for-quorum': 'closed' },
      closed: { 'reopen-record': 'closed' },
      'not-held': {},
      cancelled: {},
    },
  ],
  [
    'item',
    itemMachine,
    itemStates,
    {
      proposed: { include: 'included', 'reject-inclusion': 'not-included' },
      'not-included': {},
      included: { withdraw: 'withdrawn', open: 'open', 'leave-over': 'not-reached' },
      open: { 'open-vote': 'voting', dispose: 'disposed', withdraw: 'withdrawn', 'leave-over': 'not-reached' },
      voting: { 'end-vote': 'open' },
      withdrawn: {},
      disposed: {},
      'not-reached': {},
    },
  ],
  [
    'vote',
    voteMachine,
    voteStates,
    {
      prepared: { open: 'open', void: 'void' },
      open: { cast: 'open', close: 'closed', void: 'void' },
      closed: { compute: 'computed', tie: 'tied', void: 'void' },
      tied: { compute: 'computed', tie: 'tied', void: 'void' },
      computed: { declare: 'declared', void: 'void' },
      declared: { void: 'void' },
      void: {},
    },
  ],
  [
    'minutes',
    minutesMachine,
    minutesStates,
    {
      'not-started': { draft: 'drafting' },
      drafting: { circulate: 'circulated' },
      circulated: { 'close-observations': 'observations-closed' },
      'observations-closed': { ready: 'ready' },
      ready: { 'put-on-agenda': 'on-agenda' },
      'on-agenda': {
        ...{ approve: 'approved', 'approve-with-corrections': 'approved-with-corrections' },
        ...{ reject: 'circulated', 'take-off-agenda': 'ready' },
      },
      approved: { engross: 'engrossed' },
      'approved-with-corrections': { engross: 'engrossed' },
      engrossed: { 'open-signing': 'signing' },
      signing: { 'complete-signing': 'signed' },
      signed: { publish: 'published' },
      published: { correct: 'published' },
    },
  ],
  [
    'line of the signature sheet',
    slotMachine,
    slotStates,
    {
      pending: { notify: 'notified', sign: 'signed', refuse: 'refused', 'become-unavailable': 'unavailable' },
      notified: { sign: 'signed', refuse: 'refused', 'become-unavailable': 'unavailable' },
      signed: {},
      refused: {},
      unavailable: {},
    },
  ],
  [
    'commitment',
    commitmentMachine,
    commitmentStates,
    {
      pending: {
        ...{ 'report-progress': 'in-progress', 'claim-compliance': 'claimed', block: 'blocked' },
        ...{ supersede: 'superseded', cancel: 'cancelled' },
      },
      'in-progress': {
        ...{ 'report-progress': 'in-progress', 'claim-compliance': 'claimed', block: 'blocked' },
        ...{ supersede: 'superseded', cancel: 'cancelled' },
      },
      claimed: {
        ...{ accept: 'complied', 'return-to-area': 'in-progress', block: 'blocked' },
        ...{ supersede: 'superseded', cancel: 'cancelled' },
      },
      blocked: {
        ...{ 'report-progress': 'in-progress', 'claim-compliance': 'claimed' },
        ...{ supersede: 'superseded', cancel: 'cancelled' },
      },
      complied: { reopen: 'in-progress' },
      superseded: {},
      cancelled: {},
    },
  ],
]

for (const [name, machine, states, norm] of norms) {
  test(`${name}: every state by every move, and nothing else`, () => {
    assert.deepEqual(Object.keys(norm).toSorted(), [...states].toSorted())
    for (const state of states)
      for (const move of Object.keys(machine))
        assert.equal(moved(machine, state, move), norm[state]?.[move], `${move} in ${state}`)
  })
}

test('A disposition is not the result of a vote', () => {
  const mine = (nature: (typeof itemNatures)[number]) =>
    dispositions.filter((disposition) => maySettle(nature, disposition, false))
  const always: readonly Disposition[] = ['deferred', 'sent-back', 'no-decision-for-lack-of-quorum']
  const byVote: readonly Disposition[] = ['approved', 'approved-with-changes', 'rejected']
  assert.deepEqual(mine('decision'), [...byVote, ...always])
  assert.deepEqual(mine('minutes-approval'), [...byVote, ...always])
  assert.deepEqual(mine('informative'), ['received', 'noted', ...always])
  assert.deepEqual(mine('follow-up'), ['received', 'noted', ...always])
  assert.deepEqual(mine('general-matters'), ['received', 'noted', 'no-matters', ...always])
  assert.ok(maySettle('general-matters', 'approved', true))
})

test('The text is locked by its first signature; a refusal completes a line', () => {
  assert.deepEqual([isLocked('signing', 0), isLocked('signing', 1), isLocked('published', 0)], [false, true, true])
  const line = (state: (typeof slotStates)[number], required = true) => ({ state, required })
  assert.equal(sheetComplete([line('signed'), line('refused'), line('unavailable'), line('pending', false)]), true)
  assert.equal(sheetComplete([line('signed'), line('notified')]), false)
})

test('Six pending of which three were complied with leave three', () => {
  assert.equal(reconciles(6, 3, 3), true)
  assert.equal(reconciles(6, 3, 4), false)
  assert.equal(reconciles(6, 3, 6, 3), true)
  assert.deepEqual(
    [
      isOverdue('pending', '2017-11-14', '2017-11-15'),
      isOverdue('pending', '2017-11-15', '2017-11-15'),
      isOverdue('complied', '2017-11-14', '2017-11-15'),
      isOverdue('pending', undefined, '2017-11-15'),
    ],
    [true, false, false, false],
  )
})
