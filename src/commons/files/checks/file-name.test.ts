import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { about, rulesBroken } from '../../../../test/fixtures/files/context.ts'
import { fileName, publicName } from './file-name.ts'

const broken = (name: string, siblings: string[] = []) =>
  rulesBroken(fileName, new Uint8Array(1), about(name, { siblings }))

test('names that follow the rule are left alone', async () => {
  for (const name of ['informe-anual-2025.pdf', 'acta-7.docx', 'gasto.csv']) assert.deepEqual(await broken(name), [])
})

test('a name is told each rule that it breaks', async () => {
  assert.deepEqual(await broken('Informe Año.PDF'), ['file-name/form'])
  assert.deepEqual(await broken(`${'a'.repeat(66)}.pdf`), ['file-name/long'])
  assert.deepEqual(await broken('informe-v2-final.pdf'), ['file-name/version-words'])
  assert.deepEqual(await broken('acta.pdf', ['acta.pdf']), ['file-name/taken'])
  assert.deepEqual(await broken('acta (1).pdf'), ['file-name/form', 'file-name/version-words'])
})

const offers: [string, string][] = [
  ['Informe Año 2025 FINAL v2.pdf', 'informe-ano-2025.pdf'],
  ['Sesión_Ordinaria (3).DOCX', 'sesion-ordinaria.docx'],
  ['final.pdf', 'acta-de-la-sesion.pdf'],
  [`${'palabra '.repeat(20)}.csv`, 'palabra-palabra-palabra-palabra-palabra-palabra-palabra-palabra.csv'],
]

for (const [given, offered] of offers) {
  test(`${given.slice(0, 30)} is offered a public name`, () => {
    assert.equal(publicName(about(given, { title: 'Acta de la Sesión' })), offered)
  })
}

test('an offered name is unlike its siblings', () => {
  assert.equal(publicName(about('Acta.pdf', { siblings: ['acta.pdf', 'acta-1.pdf'] })), 'acta-2.pdf')
})

test('whatever the name, the one offered keeps every rule', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 120 }), async (stem) => {
      const offered = publicName(about(`${stem}.pdf`, { siblings: ['documento.pdf'] }))
      assert.deepEqual(await broken(offered, ['documento.pdf']), [], offered)
    }),
    { numRuns: 200 },
  )
})
