import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentKeyIn, isDocumentPage, isPublicHost } from './targets.ts'

test('a document is recognised however its address is written', () => {
  for (const path of ['', '/', '//', '?a=1', '#b', '/v/2', '/acta.pdf', '/V/2/'])
    assert.equal(documentKeyIn(`/documentos/acta${path}`), 'acta', path)
  for (const path of ['/en/documentos/acta', '/DOCUMENTOS/Acta/', '//documentos//acta', '/documentos/%61cta'])
    assert.equal(documentKeyIn(path), 'acta', path)
  for (const path of ['/documentos', '/documentos/', '/otro/documentos/acta', '/documentos-acta'])
    assert.equal(documentKeyIn(path), undefined, path)
})

test('a version or a file of a document is not its page', () => {
  for (const path of ['/documentos/acta', '/documentos/acta/', '/en/documentos/acta?x'])
    assert.equal(isDocumentPage(path), true, path)
  for (const path of ['/documentos/acta/v/1', '/documentos/acta/acta.pdf'])
    assert.equal(isDocumentPage(path), false, path)
})

test('only hosts with a public name are visited', () => {
  for (const host of ['archivo.iea.example', 'www.ine.mx', 'web.archive.org']) assert.ok(isPublicHost(host), host)
  for (const host of ['localhost', '127.0.0.1', '10.0.0.8', '[::1]', 'intranet', 'nas.local', '169.254.169.254'])
    assert.equal(isPublicHost(host), false, host)
})
