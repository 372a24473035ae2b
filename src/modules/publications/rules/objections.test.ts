import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Move, mayMove, states, transitions } from './machine.ts'
import { type Facts, leastLeadSeconds, type Objection, objectionsTo } from './objections.ts'

const now = Date.parse('2026-10-16T16:00:00Z')
const minute = 60_000
const fingerprint = 'a'.repeat(64)

const observations = { open: [1], unanswered: [], blocking: [] }

/** A request against which there is nothing to say, in the first state from which it may make the move. */
const sound = (move: Move, change: Partial<Facts> = {}): Facts => ({
  state: transitions[move].from[0],
  kind: 'publish',
  empty: [],
  files: { count: 2, unchecked: 0, blocked: 0, lost: 0 },
  observations,
  ...{ fingerprint, approved: fingerprint, document: undefined, overtaken: undefined, sameFiles: true },
  withdrawal: { needsTarget: false, target: '', needsReference: false, reference: '' },
  actor: { requested: false, edited: false, published: false },
  ...{ onePersonAllowed: false, windows: [] },
  ...{ notBefore: undefined, neededBy: undefined, now },
  at: move === 'schedule' ? now + 60 * minute : undefined,
  ...change,
})
const against = (move: Move, change: Partial<Facts> = {}) => objectionsTo(move, sound(move, change))
const moves = Object.keys(transitions) as Move[]

for (const move of moves) {
  test(`nothing is said against ${move} when all is in order`, () => assert.deepEqual(against(move), []))
  test(`${move} is refused, with the state, from every state that does not know it`, () => {
    const others = states.filter((state) => !mayMove(state, move))
    assert.ok(others.length > 0)
    for (const state of others)
      assert.deepEqual(against(move, { state, empty: ['section'] }), [{ code: 'wrong-state', state }])
  })
}

const live = { live: true, itself: false }
const withdrawing = { kind: 'withdraw', document: live } as const
const files = { count: 2, unchecked: 0, blocked: 0, lost: 0 }
const withdrawal = { needsTarget: false, target: '', needsReference: false, reference: '' }
const actor = { requested: false, edited: false, published: false }

/** Each guard: what is wrong, what is answered, and which moves must answer it; every other move must not. */
type Guarded = readonly [sentence: string, change: Partial<Facts>, answer: readonly Objection[], moves: readonly Move[]]
const sent: readonly Move[] = ['submit', 'resubmit', 'approve']
const sentOrUrgent = [...sent, 'publish-urgently'] as const
const toReaders: readonly Move[] = ['schedule', 'publish']
const campaigns = {
  ...{ id: 7, from: new Date(0), until: new Date(8.64e15), untilLocal: '2027-06-07T00:00' },
  ...{ portal: undefined, section: undefined, basis: 'LGIPE, art. 209.1', exceptions: [] },
}
const guarded: readonly Guarded[] = [
  [
    'an update begun from an edition that gave way since does not undo the newer one unseen',
    { kind: 'update', document: live, overtaken: { begun: 1, live: 2 } },
    [{ code: 'edition-superseded', begun: 1, live: 2 }],
    [...sentOrUrgent, ...toReaders],
  ],
  [
    'neither does a correction of data, and of its files nothing is said until that is settled',
    { kind: 'correct-metadata', document: live, overtaken: { begun: 1, live: 3 }, sameFiles: false },
    [{ code: 'edition-superseded', begun: 1, live: 3 }],
    [...sentOrUrgent, ...toReaders],
  ],
  [
    'a correction of data keeps the files of the live edition',
    { kind: 'correct-metadata', document: live, sameFiles: false },
    [{ code: 'files-fixed' }],
    [...sentOrUrgent, ...toReaders],
  ],
  [
    'a request names every field that it lacks',
    { empty: ['section', 'summary'] },
    [
      { code: 'missing', field: 'section' },
      { code: 'missing', field: 'summary' },
    ],
    sentOrUrgent,
  ],
  [
    'there is nothing to publish without a file',
    { files: { ...files, count: 0 } },
    [{ code: 'no-files' }],
    [...sentOrUrgent, ...toReaders],
  ],
  [
    'no file is sent while its checks run',
    { files: { ...files, unchecked: 2 } },
    [{ code: 'checks-running', files: 2 }],
    [...sentOrUrgent, ...toReaders],
  ],
  [
    'a file with a finding that blocks goes nowhere, not even urgently',
    { files: { ...files, blocked: 1 } },
    [{ code: 'blocking-findings', files: 1 }],
    [...sentOrUrgent, ...toReaders],
  ],
  ['an update says which document', { kind: 'update' }, [{ code: 'no-document' }], [...sentOrUrgent, ...toReaders]],
  [
    'what is no longer live is not updated',
    { kind: 'update', document: { live: false, itself: false } },
    [{ code: 'document-not-live' }],
    [...sentOrUrgent, ...toReaders],
  ],
  [
    'metadata are corrected of a document',
    { kind: 'correct-metadata' },
    [{ code: 'no-document' }],
    [...sentOrUrgent, ...toReaders],
  ],
  [
    'a withdrawal says of which document',
    { kind: 'withdraw' },
    [{ code: 'no-document' }],
    [...sentOrUrgent, ...toReaders],
  ],
  [
    'a document that moved says where',
    { ...withdrawing, withdrawal: { ...withdrawal, needsTarget: true } },
    [{ code: 'target-missing' }],
    sentOrUrgent,
  ],
  [
    'a document does not lead to itself',
    { ...withdrawing, document: { live: true, itself: true } },
    [{ code: 'target-itself' }],
    sentOrUrgent,
  ],
  [
    'personal data leave with the number of their file',
    { ...withdrawing, withdrawal: { ...withdrawal, needsReference: true } },
    [{ code: 'reference-missing' }],
    sentOrUrgent,
  ],
  [
    'a request is not sent again with observations unanswered',
    { observations: { ...observations, unanswered: [2, 5] } },
    [{ code: 'unanswered-observations', numbers: [2, 5] }],
    ['resubmit'],
  ],
  [
    'a request is not approved while an observation blocks it',
    { observations: { ...observations, blocking: [3] } },
    [{ code: 'blocking-observations', numbers: [3] }],
    ['approve'],
  ],
  [
    'a request is neither approved nor ratified by whoever asked for it',
    { actor: { ...actor, requested: true, edited: true } },
    [{ code: 'own-request' }],
    ['approve', 'ratify', 'object'],
  ],
  [
    'a request is neither approved nor ratified by whoever touched it',
    { actor: { ...actor, edited: true } },
    [{ code: 'own-edit' }],
    ['approve', 'ratify', 'object'],
  ],
  ['nothing reaches readers without an approval', { approved: undefined }, [{ code: 'not-approved' }], toReaders],
  [
    'nothing reaches readers but what was approved, to the byte',
    { approved: 'b'.repeat(64) },
    [{ code: 'content-changed' }],
    toReaders,
  ],
  [
    'no file that the library lost is sent, approved, promised or published',
    { files: { ...files, lost: 1 } },
    [{ code: 'file-missing', files: 1 }],
    ['submit', 'resubmit', 'approve', ...toReaders, 'publish-urgently'],
  ],
  [
    'nothing is published before the area allows',
    { notBefore: now + 90 * minute },
    [{ code: 'before-not-before' }],
    toReaders,
  ],
  [
    'nothing is scheduled for when it is too late',
    { neededBy: now + 30 * minute },
    [{ code: 'after-needed-by' }],
    ['schedule'],
  ],
  [
    'nothing goes live inside a window of restriction, which is named with its norm',
    { windows: [campaigns] },
    [{ code: 'frozen', window: 7, until: '2027-06-07T00:00', basis: 'LGIPE, art. 209.1' }],
    [...toReaders, 'publish-urgently'],
  ],
  [
    'what was published in an emergency is judged by another person',
    { actor: { ...actor, published: true } },
    [{ code: 'own-publication' }],
    ['ratify', 'object'],
  ],
]
for (const [sentence, change, answer, answering] of guarded) {
  test(sentence, () => {
    // A withdrawal is never urgent, and that is said first.
    const asked = change.kind === 'withdraw' ? moves.filter((move) => move !== 'publish-urgently') : moves
    for (const move of asked) assert.deepEqual(against(move, change), answering.includes(move) ? answer : [], move)
  })
}

test('a request goes back to its area with at least one observation', () => {
  assert.deepEqual(against('observe', { observations: { ...observations, open: [] } }), [
    { code: 'no-open-observations' },
  ])
})

test('a correction of metadata and a withdrawal need no file, and a withdrawal waits for no check', () => {
  const none = { ...files, count: 0 }
  const ill = { ...files, unchecked: 1, blocked: 1 }
  for (const move of sent) {
    assert.deepEqual(against(move, { ...withdrawing, files: none }), [])
    assert.deepEqual(against(move, { ...withdrawing, files: ill }), [])
  }
  for (const move of sentOrUrgent) {
    assert.deepEqual(against(move, { kind: 'correct-metadata', document: live, files: none }), [])
    assert.equal(against(move, { kind: 'correct-metadata', document: live, files: ill }).length, 2)
  }
})

test('a target and a reference that are given are enough', () => {
  const given = { needsTarget: true, target: '/documentos/otro', needsReference: true, reference: 'EXP-1/2026' }
  for (const move of sent) assert.deepEqual(against(move, { ...withdrawing, withdrawal: given }), [])
})

test('a withdrawal is not published urgently: what must come down at once has a door of its own', () => {
  assert.deepEqual(against('publish-urgently', withdrawing), [{ code: 'urgent-withdrawal' }])
})

test('a written rule of the institution lets one person ask, touch and approve', () => {
  const mine = { requested: true, edited: true, published: false }
  assert.deepEqual(against('approve', { actor: mine, onePersonAllowed: true }), [])
})

test('a date is at least a minute away, which is how long the caches live', () => {
  assert.equal(leastLeadSeconds, 60)
  assert.deepEqual(against('schedule', { at: now + minute }), [])
  assert.deepEqual(against('schedule', { at: now + minute - 1 }), [{ code: 'too-soon', seconds: 60 }])
  assert.deepEqual(against('schedule', { at: now - minute }), [{ code: 'too-soon', seconds: 60 }])
})

test('both ends of the window that the area gave are inside it', () => {
  const at = now + 60 * minute
  assert.deepEqual(against('schedule', { at, notBefore: at, neededBy: at }), [])
  assert.deepEqual(against('schedule', { at, notBefore: at + 1 }), [{ code: 'before-not-before' }])
  assert.deepEqual(against('schedule', { at, neededBy: at - 1 }), [{ code: 'after-needed-by' }])
})

test('what is late is still published: the area may withdraw it, a person decides', () => {
  assert.deepEqual(against('publish', { neededBy: now - minute }), [])
})

test('every reason is said at once, not only the first', () => {
  const found = against('approve', {
    ...withdrawing,
    empty: ['summary'],
    document: { live: false, itself: true },
    withdrawal: { ...withdrawal, needsTarget: true, needsReference: true },
    observations: { ...observations, blocking: [1] },
    actor: { ...actor, requested: true },
  })
  assert.deepEqual(
    found.map(({ code }) => code),
    [
      ...['missing', 'document-not-live', 'target-missing', 'target-itself', 'reference-missing'],
      ...['blocking-observations', 'own-request'],
    ],
  )
})

test('a date is judged by the window that it falls in, and not by the one of today', () => {
  const tomorrow = { ...campaigns, from: new Date(now + 24 * 60 * minute) }
  assert.deepEqual(against('publish', { windows: [tomorrow] }), [])
  assert.equal(against('schedule', { windows: [tomorrow], at: now + 25 * 60 * minute })[0]?.code, 'frozen')
  const today = { ...campaigns, until: new Date(now + 30 * minute) }
  assert.equal(against('publish', { windows: [today] })[0]?.code, 'frozen')
  assert.deepEqual(against('schedule', { windows: [today], at: now + 30 * minute }), [])
})
