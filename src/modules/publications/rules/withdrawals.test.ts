import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statusOfWithdrawal, type WithdrawalReason, withdrawalReasons, withdrawalRules } from './withdrawals.ts'

const somewhere = '/documentos/otro'

/** What the norm says of each reason: status, status with a target, what it needs, and what readers still see. */
const norm: Readonly<Record<WithdrawalReason, readonly [number, number, readonly string[], boolean]>> = {
  'published-in-error': [410, 301, [], false],
  consolidated: [301, 301, ['target'], false],
  'no-longer-in-force': [200, 200, ['explanation'], true],
  'historical-archive': [301, 301, ['target'], false],
  'personal-or-reserved-data': [410, 410, ['reference'], false],
  'order-of-authority': [451, 451, ['reference'], false],
  'validity-ended': [200, 200, [], true],
}

test('there are seven reasons to withdraw, and no other', () => {
  assert.deepEqual([...withdrawalReasons].toSorted(), Object.keys(norm).toSorted())
  assert.deepEqual(Object.keys(withdrawalRules).toSorted(), Object.keys(norm).toSorted())
})

for (const reason of withdrawalReasons) {
  const [status, redirected, needs, shows] = norm[reason]
  test(`withdrawn because ${reason}, a document answers ${status}, or ${redirected} when it names another`, () => {
    assert.equal(statusOfWithdrawal(reason, ''), status)
    assert.equal(statusOfWithdrawal(reason, somewhere), redirected)
  })
  test(`withdrawn because ${reason}, it needs ${needs.join(' and ') || 'nothing more'}`, () => {
    assert.deepEqual(withdrawalRules[reason].needs, needs)
    assert.equal(withdrawalRules[reason].showsContent, shows)
  })
}

test('what answers 200 is still read, and nothing else is', () => {
  for (const reason of withdrawalReasons) {
    assert.equal(withdrawalRules[reason].showsContent, statusOfWithdrawal(reason, '') === 200, reason)
  }
})

test('whatever must redirect asks for its target', () => {
  for (const reason of withdrawalReasons) {
    assert.equal(withdrawalRules[reason].needs.includes('target'), withdrawalRules[reason].status === 301, reason)
  }
})

test('only personal or reserved data are asked of search engines too, and only an order may end on a day', () => {
  for (const reason of withdrawalReasons) {
    const { leavesSearch, mayEnd } = withdrawalRules[reason]
    assert.equal(leavesSearch, reason === 'personal-or-reserved-data', reason)
    assert.equal(mayEnd, reason === 'order-of-authority', reason)
  }
})

test('only personal or reserved data leave without the area, and with their bytes', () => {
  for (const reason of withdrawalReasons) {
    const { withoutArea, erasesFiles } = withdrawalRules[reason]
    assert.equal(withoutArea, reason === 'personal-or-reserved-data', reason)
    assert.equal(erasesFiles, reason === 'personal-or-reserved-data', reason)
  }
})
