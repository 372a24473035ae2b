import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dispositionOf, isShown, policyFor } from './serving.ts'

const hostile = [
  'text/html',
  'image/svg+xml',
  'application/xhtml+xml',
  'text/xml',
  'application/xml',
  'text/javascript',
]

test('what could run is never shown, and is served in a sandbox', () => {
  for (const mime of [...hostile, 'Text/HTML; charset=utf-8', 'application/octet-stream', '']) {
    assert.equal(isShown(mime), false, mime)
    assert.match(policyFor(mime), /^sandbox; default-src 'none'/, mime)
  }
})

test('what is shown runs nothing and brings no style of its own', () => {
  for (const mime of ['application/pdf', 'text/csv', 'text/plain', 'image/png', 'video/mp4', 'application/json']) {
    assert.equal(isShown(mime), true, mime)
    assert.match(policyFor(mime), /^default-src 'none'/, mime)
    assert.doesNotMatch(policyFor(mime), /unsafe|script-src|style-src|\*/, mime)
  }
})

test('a file is saved under its own name, and that name breaks no header', () => {
  const said = dispositionOf('attachment', 'Acta "final"\r\nx: y/sesión.pdf')
  assert.match(
    said,
    /^attachment; filename="Acta _final___x: y_sesion\.pdf"; filename\*=UTF-8''Acta%20%22final%22%0D%0A/,
  )
  assert.doesNotMatch(said, /[\r\n]/)
})
