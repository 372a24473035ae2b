import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enrolment, qrOf } from './second-step.ts'

const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']

test('the address of a second step is drawn as a QR code with its quiet zone (ISO/IEC 18004)', () => {
  const { uri, typed } = enrolment(new Uint8Array(20).fill(7), 'IEA', 'paula@iea.example')
  assert.match(uri, /^otpauth:\/\/totp\/IEA:paula/)
  assert.equal(typed.replaceAll(' ', '').length, 32)
  const { size, path } = qrOf(uri)
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  const isDark = (x: number, y: number) => (dark.has(`${x} ${y}`) ? '1' : '0')
  const side = size - 8
  assert.equal((side - 17) % 4, 0, 'a side has 17 modules and four a version')
  for (const [left, top] of [
    [4, 4],
    [4 + side - 7, 4],
    [4, 4 + side - 7],
  ] as const) {
    const drawn = finder.map((row, y) => [...row].map((_, x) => isDark(left + x, top + y)).join(''))
    assert.deepEqual(drawn, finder)
  }
  for (let at = 0; at < size; at++)
    for (let edge = 0; edge < 4; edge++)
      assert.ok(
        ![isDark(at, edge), isDark(edge, at), isDark(at, size - 1 - edge)].includes('1'),
        'the quiet zone is light',
      )
  assert.notEqual(qrOf(`${uri}x`).path, path)
})
