import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOfPage } from './anchors.ts'

test('an observation stands on a page that its file has', () => {
  assert.equal(faultOfPage({ page: 1, file: true, pages: 3 }), undefined)
  assert.equal(faultOfPage({ page: 3, file: true, pages: 3 }), undefined)
  assert.deepEqual(faultOfPage({ page: 4, file: true, pages: 3 }), { code: 'beyond', pages: 3 })
  assert.deepEqual(faultOfPage({ page: 99, file: true, pages: 1 }), { code: 'beyond', pages: 1 })
})

test('where nobody counted the pages, any may be named', () => {
  assert.equal(faultOfPage({ page: 99, file: true, pages: undefined }), undefined)
})

test('a page is a page of some file', () => {
  assert.deepEqual(faultOfPage({ page: 2, file: false, pages: undefined }), { code: 'of-no-file' })
  assert.equal(faultOfPage({ page: undefined, file: false, pages: undefined }), undefined)
})
