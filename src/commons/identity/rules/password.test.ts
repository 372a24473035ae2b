import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { leastPasswordCharacters, mostPasswordCharacters, passwordFault } from './password.ts'

const own = ['Rosa Elena', 'Pat Canul', 'rosa.pat@iea.example', 'Instituto Electoral de Aguamansa']
const fault = (password: string) => passwordFault(password, own)

test('a password has twelve characters, as people count them', () => {
  assert.equal(leastPasswordCharacters, 12)
  assert.equal(fault('gato7-lunar'), 'short')
  assert.equal(fault('gato7-lunar!'), undefined)
  assert.equal(fault('🐈🐕🦜🐈🐕🦜🐈🐕🦜🐈🐕'), 'short')
  assert.equal(fault(''), 'short')
})

test('a password has 200 characters at the most', () => {
  assert.equal(mostPasswordCharacters, 200)
  const long = Array.from({ length: 100 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7)).join('a')
  assert.equal(fault(long), undefined)
  assert.equal(fault(`${long}bc`), 'long')
})

test('no rule of composition is asked: words with spaces are enough (NIST SP 800-63B, 5.1.1.2)', () => {
  assert.equal(fault('caballo grapa bateria'), undefined)
  assert.equal(fault('ñandú pájaro éxito'), undefined)
})

test('the first that are tried are refused, however they are dressed', () => {
  for (const password of [
    'contrasena123',
    'Contraseña-123',
    'CONTRASEÑA 123',
    'password1234',
    'P.assword_1234',
    'Bienvenido 123',
  ]) {
    assert.equal(fault(password), 'common', password)
  }
})

test('repetitions and runs are refused', () => {
  for (const password of [
    'aaaaaaaaaaaa',
    'abababababab',
    'gatogatogato',
    'abcdefghijkl',
    'zyxwvutsrqponm',
    '121212121212',
  ]) {
    assert.equal(fault(password), 'common', password)
  }
  assert.equal(fault('perroperro-gatogato'), undefined)
})

test('what anybody knows of the person, with little more, is refused', () => {
  for (const password of [
    'Rosa Elena 12!!',
    'rosaelena123',
    'patcanul2026'.replace('2026', '-12!'),
    'Rosa.Pat@iea.example',
  ]) {
    assert.equal(fault(password.padEnd(12, '!')), 'own-name', password)
  }
  assert.equal(fault('rosa elena baila tango'), undefined)
  assert.equal(passwordFault('rosaelena123', []), undefined)
})

test('four characters besides what is known are something', () => {
  assert.equal(fault('patcanul-xyz7'), undefined)
  assert.equal(fault('patcanul-xyz!!'), 'own-name')
})

test('a fault does not depend on case or accents', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('contrasena123', 'rosaelena123', 'caballograpa', 'abcdefghijkl'),
      fc.nat(),
      (password, bits) => {
        const dressed = [...password].map((each, at) => ((bits >> (at % 30)) & 1 ? each.toUpperCase() : each)).join('')
        assert.equal(fault(dressed), fault(password))
      },
    ),
  )
})
