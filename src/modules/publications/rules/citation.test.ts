import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bibtexOf, risOf } from './citation.ts'

const cited = {
  institution: 'Instituto Electoral de Aguamansa',
  year: '2026',
  title: 'Acta de la sesión ordinaria',
  version: 2,
  address: 'https://portal.example.mx/documentos/acta-1/v/2',
  key: 'acta-1',
}

test('a document is cited in BibTeX with its institution as one author, its edition and its address', () => {
  assert.equal(
    bibtexOf(cited),
    `@misc{acta-1,
  author = {{Instituto Electoral de Aguamansa}},
  title = {{Acta de la sesión ordinaria}},
  year = {2026},
  edition = {2},
  url = {https://portal.example.mx/documentos/acta-1/v/2}
}
`,
  )
})

test('the marks that TeX reads as its own are written so that they are read as text', () => {
  const title = 'Gasto & avance: 50 % de $3 (#1) a_b ~ x^2 {y} \\z'
  const [, written] = /title = \{\{(.*)\}\}/.exec(bibtexOf({ ...cited, title })) ?? []
  assert.equal(written, 'Gasto \\& avance: 50 \\% de \\$3 (\\#1) a\\_b \\~{} x\\^{}2  y   z')
})

test('whatever the title, the braces of a citation close', () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      let depth = 0
      for (const mark of bibtexOf({ ...cited, title, institution: title })) {
        depth += mark === '{' ? 1 : mark === '}' ? -1 : 0
        assert.ok(depth >= 0)
      }
      assert.equal(depth, 0)
    }),
  )
})

test('reference managers read a document of government, one tag a line, from its type to its end', () => {
  assert.equal(
    risOf(cited),
    [
      ...['TY  - GOVDOC', 'AU  - Instituto Electoral de Aguamansa', 'TI  - Acta de la sesión ordinaria', 'PY  - 2026'],
      ...['ET  - 2', 'UR  - https://portal.example.mx/documentos/acta-1/v/2', 'ER  - ', ''],
    ].join('\r\n'),
  )
})

test('a title cannot end the reference nor begin another', () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      const lines = risOf({ ...cited, title: `${title}\r\nER  - \nTY  - BOOK` }).split(/[\r\n\u2028\u2029\u0085]+/)
      assert.equal(lines.filter((line) => /^(?:TY|ER) {2}- /.test(line)).length, 2)
    }),
  )
})
