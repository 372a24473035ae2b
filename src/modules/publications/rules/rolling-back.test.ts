import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Objection } from './objections.ts'
import { objectionsToRollingBack, type RollBackFacts, rollBackHours } from './rolling-back.ts'

const now = Date.parse('2026-10-16T16:00:00Z')
const ago = (hours: number) => now - hours * 3_600_000
const sound: RollBackFacts = {
  ...{ state: 'superseded', live: true, isBefore: true, supersededAt: ago(1), now, unratified: false },
  ...{ publishedLive: false, onePersonAllowed: false, lost: 0, windows: [] },
  actor: { requested: false, edited: false, published: false },
}
const against = (change: Partial<RollBackFacts>) => objectionsToRollingBack({ ...sound, ...change })

test('the edition before the live one comes back within a day of being superseded', () => {
  assert.equal(rollBackHours, 24)
  for (const hours of [0, 24]) assert.deepEqual(against({ supersededAt: ago(hours) }), [])
  const late = [{ code: 'needs-request', hours: 24 }]
  assert.deepEqual(against({ supersededAt: ago(24.001) }), late)
  assert.deepEqual(against({ isBefore: false }), late)
  assert.deepEqual(against({ supersededAt: Number.NEGATIVE_INFINITY }), late)
})

test('nothing comes back inside a window of restriction either', () => {
  const campaigns = {
    ...{ id: 7, from: new Date(ago(1)), until: new Date(now + 3_600_000), untilLocal: '2027-06-07T00:00' },
    ...{ basis: 'LGIPE', portal: undefined, section: undefined, exceptions: [] },
  }
  assert.deepEqual(against({ windows: [campaigns] }), [
    { code: 'frozen', window: 7, until: '2027-06-07T00:00', basis: 'LGIPE' },
  ])
})

const mine = { requested: true, edited: true, published: false }
const guarded: readonly (readonly [sentence: string, change: Partial<RollBackFacts>, answer: readonly Objection[]])[] =
  [
    ['what was taken down does not come back', { live: false }, [{ code: 'document-not-live' }]],
    ['nor does a record that was closed', { state: 'archived' }, [{ code: 'wrong-state', state: 'archived' }]],
    ['nor what nobody ratified', { unratified: true }, [{ code: 'ratification-pending' }]],
    ['nor by the hand that superseded it', { publishedLive: true }, [{ code: 'own-publication' }]],
    ['nor by that of whoever asked for it', { actor: mine }, [{ code: 'own-request' }]],
    ['nor by that of whoever edited it', { actor: { ...mine, requested: false } }, [{ code: 'own-edit' }]],
    ['nor what the library lost', { lost: 2 }, [{ code: 'file-missing', files: 2 }]],
  ]
for (const [sentence, change, answer] of guarded) {
  test(`rolling back: ${sentence}`, () => assert.deepEqual(against(change), answer))
}

test('a written rule of the institution lets one person do both', () => {
  assert.deepEqual(against({ publishedLive: true, actor: mine, onePersonAllowed: true }), [])
})
