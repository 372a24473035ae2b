import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLink, isSlug, reserved } from './addresses.ts'

test('an address is made of lower case letters, numbers and single hyphens, 80 at the most', () => {
  for (const slug of ['a', 'transparencia', 'articulo-70', '2026', 'a'.repeat(80)]) assert.ok(isSlug(slug), slug)
  for (const slug of ['', 'A', 'sección', 'a b', 'a--b', '-a', 'a-', 'a/b', 'a.b', 'a_b', 'a\n', 'a'.repeat(81)]) {
    assert.ok(!isSlug(slug), slug)
  }
})

test('the house keeps addresses that a section could have', () => {
  for (const slug of reserved) assert.ok(isSlug(slug), slug)
  for (const slug of ['administrar', 'documentos', 'solicitudes', 'libro', 'entrar', 'en', 'api', 'healthz']) {
    assert.ok(reserved.has(slug), slug)
  }
  assert.ok(!reserved.has('transparencia'))
})

test('a link leads to a place of the portal, or to a web or mail address', () => {
  for (const href of ['/', '/a?b=c#d', 'https://www.dof.gob.mx', 'http://a.mx', 'mailto:ut@iea.example']) {
    assert.ok(isLink(href), href)
  }
  for (const href of [
    '',
    'a',
    '//evil.mx',
    '/\\evil.mx',
    'javascript:alert(1)',
    'data:x',
    'ftp://a',
    '/a b',
    '/<x>',
    '/"',
  ]) {
    assert.ok(!isLink(href), href)
  }
})
