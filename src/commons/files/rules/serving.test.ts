import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dispositionOf, isShown, needsCharset, policyFor } from './serving.ts'

test('what runs nothing is shown, and all the rest is saved', () => {
  for (const mime of ['application/pdf', 'text/plain; charset=utf-8', 'IMAGE/PNG', 'text/csv', 'video/mp4']) {
    assert.ok(isShown(mime), mime)
  }
  for (const mime of [
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'text/xml',
    'application/javascript',
    '',
    'x',
  ]) {
    assert.ok(!isShown(mime), mime)
  }
})

test('what is not shown has no origin, runs nothing and loads nothing', () => {
  for (const mime of ['text/html', 'image/svg+xml', 'application/zip']) {
    assert.equal(policyFor(mime), "sandbox; default-src 'none'; frame-ancestors 'none'")
  }
})

test('what is shown runs no script and is framed only by this house', () => {
  for (const mime of ['application/pdf', 'text/plain']) {
    assert.match(policyFor(mime), /^default-src 'none';/)
    assert.doesNotMatch(policyFor(mime), /script-src|\*|https?:/)
    assert.match(policyFor(mime), /frame-ancestors 'self'$/)
  }
})

test('text says how its letters are written, once', () => {
  for (const mime of [
    'text/csv',
    'text/plain',
    'application/json',
    'application/geo+json',
    'application/xml',
    'image/svg+xml',
  ]) {
    assert.ok(needsCharset(mime), mime)
    assert.ok(!needsCharset(`${mime}; charset=utf-8`), mime)
  }
  for (const mime of ['application/pdf', 'image/png', 'application/jsonx', '']) assert.ok(!needsCharset(mime), mime)
})

const names: readonly (readonly [name: string, plain: string, exact: string])[] = [
  ['acta.pdf', 'acta.pdf', 'acta.pdf'],
  ['Sesión ñ.pdf', 'Sesion n.pdf', 'Sesi%C3%B3n%20%C3%B1.pdf'],
  ['sesio\u0301n.pdf', 'sesion.pdf', 'sesi%C3%B3n.pdf'],
  ['a"b\\c%d/e', 'a_b_c_d_e', 'a%22b%5Cc%25d%2Fe'],
  ["(it's) *", "(it's) *", '%28it%27s%29%20%2A'],
  ['a\r\nSet-Cookie: x', 'a__Set-Cookie: x', 'a%0D%0ASet-Cookie%3A%20x'],
  ['日本.pdf', '__.pdf', '%E6%97%A5%E6%9C%AC.pdf'],
  ['\ud800.pdf', '_.pdf', '%EF%BF%BD.pdf'],
]
for (const [name, plain, exact] of names) {
  test(`${JSON.stringify(name)} is named in plain letters and in UTF-8`, () => {
    assert.equal(dispositionOf('attachment', name), `attachment; filename="${plain}"; filename*=UTF-8''${exact}`)
  })
}

test('whatever the name, it cannot leave its header, and comes back whole (RFC 6266, 5987)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = dispositionOf('inline', name)
      const [, exact = ''] =
        /^inline; filename="[^"\\\p{Cc}]*"; filename\*=UTF-8''([\w!#$&+.^`|~%-]*)$/u.exec(header) ?? []
      assert.equal(decodeURIComponent(exact), name.normalize('NFC').toWellFormed())
    }),
  )
})
