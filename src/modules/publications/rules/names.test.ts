import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nameRule, publicNameFor } from './names.ts'

const names: readonly (readonly [sent: string, given: string])[] = [
  ['Acta de la Sesión Ordinaria Nº 3.PDF', 'acta-de-la-sesion-ordinaria-n-3.pdf'],
  ['Acta_Ñandú (ÁÉÍÓÚÜ).docx', 'acta-nandu-aeiouu.docx'],
  ['Informe Año 2025 FINAL v2.pdf', 'informe-ano-2025.pdf'],
  ['informe version2 rev3 copia.csv', 'informe.csv'],
  ['informe-ver3.csv', 'informe.csv'],
  ['finalidad-del-copiado.pdf', 'finalidad-del-copiado.pdf'],
  ['Distrito 4 Nuevo León.pdf', 'distrito-4-nuevo-leon.pdf'],
  ['Revisión y revista.pdf', 'revision-y-revista.pdf'],
  ['final.pdf', 'archivo.pdf'],
  ['Copia FINAL v2.pdf', 'archivo.pdf'],
  ['.pdf', 'pdf'],
  ['...', 'archivo'],
  ['日本.pdf', 'archivo.pdf'],
  ['mapa.geojson', 'mapa.geojson'],
  ['datos.tar.gz', 'datos-tar.gz'],
  ['informe..pdf', 'informe.pdf'],
  ['Acuerdo No. 5 del Consejo General', 'acuerdo-no-5-del-consejo-general'],
  ['../../etc/passwd', 'etc-passwd'],
]
for (const [sent, given] of names) {
  test(`${sent} is published as ${given}`, () => assert.equal(publicNameFor(sent, []), given))
}

test('a name that another file of the request has is given a number, the first that is free', () => {
  assert.equal(publicNameFor('Acta.pdf', ['acta.pdf']), 'acta-1.pdf')
  assert.equal(publicNameFor('Acta.pdf', ['acta.pdf', 'acta-1.pdf', 'acta-3.pdf']), 'acta-2.pdf')
  assert.equal(publicNameFor('Acta.pdf', ['acta.docx']), 'acta.pdf')
})

test('a name has 65 characters before the point, cut between words, its number included', () => {
  assert.equal(nameRule.longestCharacters, 65)
  const whole = 'a'.repeat(65)
  assert.equal(publicNameFor(`${whole}.pdf`, []), `${whole}.pdf`)
  assert.equal(publicNameFor(`${whole}b.pdf`, []), `${whole}.pdf`)
  assert.equal(publicNameFor(`${whole}.pdf`, [`${whole}.pdf`]), `${'a'.repeat(63)}-1.pdf`)
  assert.equal(publicNameFor(`${'a'.repeat(59)} finalidad.pdf`, []), `${'a'.repeat(59)}.pdf`)
})

const word = fc.oneof(
  fc.constantFrom(...nameRule.versionWords, 'v1', 'v12', 'ver2', 'rev', 'rev3', 'Acta', 'Sesión', 'á'.repeat(70), 'v'),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const sent = fc
  .tuple(
    fc.array(word, { maxLength: 12 }),
    fc.constantFrom(' ', '-', '_', '.'),
    fc.constantFrom('.pdf', '.DOCX', '', '.'),
  )
  .map(([words, joint, ending]) => words.join(joint) + ending)
const versions = /^(?:final|definitivo|definitiva|def|copia|copy|ok|bueno|version|v\d{1,3}|ver\d{1,3}|rev\d{0,3})$/

test('whatever was sent, and whatever is taken, the name obeys the rule and is new', () => {
  fc.assert(
    fc.property(sent, fc.nat(4), (original, others) => {
      const taken: string[] = []
      for (let turn = 0; turn <= others; turn++) {
        const name = publicNameFor(original, taken)
        assert.match(name, /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]{1,8})?$/)
        const stem = name.replace(/\.[a-z0-9]+$/, '')
        assert.ok(stem.length <= 65, name)
        assert.deepEqual(
          stem.split('-').filter((each) => versions.test(each)),
          [],
          name,
        )
        assert.ok(!taken.includes(name))
        taken.push(name)
      }
    }),
    { numRuns: 500 },
  )
})

test('a public name given again stays as it is', () => {
  fc.assert(
    fc.property(sent, (original) => {
      const name = publicNameFor(original, [])
      assert.equal(publicNameFor(name, []), name)
    }),
    { numRuns: 500 },
  )
})
