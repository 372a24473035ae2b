import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from './address.ts'

test('a caller is their IPv4 address, or the network that a subscriber of IPv6 is given', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.7')
  assert.equal(networkOf('203.0.113.7:49152'), '203.0.113.7')
  assert.equal(networkOf('::ffff:203.0.113.7'), '203.0.113.7')
  assert.equal(networkOf('2001:db8:0:7:1:2:3:4'), networkOf('2001:DB8::7:ffff:0:0:1'))
  assert.equal(networkOf('[2001:db8::1]'), '2001:db8:0:0::/64')
  assert.notEqual(networkOf('2001:db8:0:7::1'), networkOf('2001:db8:0:8::1'))
  assert.equal(networkOf('::1'), '0:0:0:0::/64')
  assert.equal(networkOf(''), '')
})
