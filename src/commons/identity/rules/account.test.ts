import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  accountOfActor,
  actorOfAccount,
  actorOfToken,
  browserFamily,
  idleHours,
  invitationDays,
  localPath,
  longestDays,
  resetHours,
  signInLives,
  tokenOfActor,
} from './account.ts'

const hour = 3_600_000
const now = new Date('2026-10-16T16:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * hour)
const lives = (created: number, seen: number, ended_at: Date | null = null) =>
  signInLives({ created_at: ago(created), seen_at: ago(seen), ended_at }, now)

test('an invitation lasts a week, and a new password is set within two hours', () => {
  assert.deepEqual([invitationDays, resetHours, idleHours, longestDays], [7, 2, 12, 7])
})

test('a sign-in left alone for twelve hours ends', () => {
  assert.equal(lives(12, 11.999), true)
  assert.equal(lives(12, 12), false)
})

test('no sign-in lasts a week, used or not', () => {
  assert.equal(lives(7 * 24 - 0.001, 0), true)
  assert.equal(lives(7 * 24, 0), false)
})

test('a sign-in that was ended stays ended', () => {
  assert.equal(lives(1, 0, ago(0.5)), false)
})

test('an actor of the ledger is an account or a token, and nothing else is either', () => {
  fc.assert(
    fc.property(fc.nat(), (id) => {
      assert.equal(accountOfActor(actorOfAccount(id)), id)
      assert.equal(tokenOfActor(actorOfToken(id)), id)
      assert.equal(accountOfActor(actorOfToken(id)), undefined)
      assert.equal(tokenOfActor(actorOfAccount(id)), undefined)
    }),
  )
  for (const actor of ['system', 'visitor', 'account:', 'account:x', 'xaccount:1', 'account:1x', 'account:-1']) {
    assert.equal(accountOfActor(actor), undefined, actor)
  }
})

test('signing in leads back to an address of this house', () => {
  for (const path of ['/', '/hoy', '/solicitudes/SP-2026-000008?x=1#y', '/a%5Cb', '/a//b'])
    assert.equal(localPath(path), path)
})

test('and to no other, in whichever disguise', () => {
  const strangers = [
    ...['', 'hoy', '//evil.mx', '/\\evil.mx', '/\t/evil.mx', '/\n/evil.mx', 'https://evil.mx', '\\/evil.mx', '/a\\b'],
    ...['/a b', '/ñ', ' /hoy', 'javascript:alert(1)', `/${'a'.repeat(2_000)}`, undefined, null, 1, ['/hoy']],
  ]
  for (const path of strangers) assert.equal(localPath(path), undefined, String(path))
})

test('whatever leads back stays on this host', () => {
  const mark = fc.constantFrom('/', '\\', '\t', '\n', '.', ':', '@', 'evil.mx', '%2f', '?', '#', ' ', 'a')
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
      const path = localPath(`/${marks.join('')}`)
      if (path !== undefined) assert.equal(new URL(path, 'https://portal.example.mx').host, 'portal.example.mx')
    }),
    { numRuns: 1_000 },
  )
})

const agents: readonly (readonly [agent: string, family: string])[] = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge, Windows'],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 SamsungBrowser/28 Chrome/130 Mobile Safari/537.36',
    'Samsung Internet, Android',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 'Chrome, Linux'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1', 'Safari, iOS'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1.15', 'Safari, macOS'],
  ['curl/8.5.0', '–'],
  ['', '–'],
]
for (const [agent, family] of agents) {
  test(`a browser that says ${agent.slice(0, 60) || 'nothing'} is shown as ${family}`, () => {
    assert.equal(browserFamily(agent), family)
  })
}
