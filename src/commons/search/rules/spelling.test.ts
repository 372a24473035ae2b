import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerptOf } from './excerpt.ts'
import { askedOf, corrected, distance, plain, singular } from './spelling.ts'

test('singular and plural are one word, and other words stay other', () => {
  const pairs = `acta actas, obra obras, resolucion resoluciones, mes meses, interes intereses, ley leyes, base bases,
    clase clases, luz luces, indice indices, pais paises, juez jueces, cheque cheques, actividad actividades,
    informe informes, contrato contratos, sede sedes, contract contracts, minute minutes, analisis analisis`
  for (const pair of pairs.split(',').map((each) => each.trim().split(' '))) {
    assert.equal(singular(pair[0] as string), singular(pair[1] as string), pair.join(' '))
  }
  assert.notEqual(singular('acta'), singular('acto'))
  assert.notEqual(singular('obra'), singular('obrero'))
})

test('a folio and the number of an agreement stand together, whatever zeros and signs they have', () => {
  assert.equal(plain('Acuerdo CGPE/ORD/02/2026/A05'), 'acuerdo cgp ord 2 2026 a05')
  assert.equal(askedOf('SP-2026-000005'), '"sp 2026 5"')
  assert.equal(askedOf('Actas -minutas "sesión ordinaria"'), 'acta -minuta "sesion ordinaria"')
  assert.equal(askedOf('« — »'), '')
})

test('a mistyped word is taken for the nearest known one, and only if it is near', () => {
  const known = new Set(['remuneraciones', 'actas', 'convocatoria', 'contratos'])
  assert.equal(corrected('remunerasiones', known), 'remuneraciones')
  assert.equal(corrected('atcas 2026', known), 'actas 2026')
  assert.equal(corrected('Conbocatoria', known), 'convocatoria')
  assert.equal(corrected('elefante', known), undefined)
  assert.equal(corrected('SP-2026-999999', known), undefined)
  assert.equal(distance('acta', 'atca'), 1)
})

test('an excerpt marks what was looked for, with its accents and in its plural', () => {
  const shown = (text: string, stem: string) =>
    excerptOf('Un resumen.', text, [stem]).replace('\u0002', '[').replace('\u0003', ']')
  assert.equal(shown('Las Actas (y acuerdos) del Consejo.', 'acta'), 'Las [Actas] (y acuerdos) del Consejo.')
  const far = `${'palabra '.repeat(60)}la resolución, ${'después '.repeat(40)}`
  assert.match(shown(far, 'resolucion'), /^… (?:palabra )+la \[resolución\], (?:después )+…$/)
  assert.equal(shown('salario', 'sal'), 'Un resumen.')
  assert.equal(excerptOf('Las actas.', 'Otras actas', ['acta']), 'Las \u0002actas\u0003.')
})
