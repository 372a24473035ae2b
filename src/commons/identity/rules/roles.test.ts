import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startingRoles } from './roles.ts'

const who = (grant: string) => startingRoles.filter(({ grants }) => grants.includes(grant)).map(({ key }) => key)

test('each role is said in both languages, under a key of its own, and names no grant twice', () => {
  assert.equal(new Set(startingRoles.map(({ key }) => key)).size, startingRoles.length)
  for (const { key, name, grants } of startingRoles) {
    assert.match(key, /^[a-z]+(?:-[a-z]+)*$/)
    assert.ok(name.es !== '' && name.en !== '', key)
    assert.equal(new Set(grants).size, grants.length, key)
  }
})

const duties: readonly (readonly [grant: string, roles: readonly string[]])[] = [
  ['publications.request', ['enlace']],
  ['publications.admit', ['gestor-de-contenidos']],
  ['publications.review', ['revision', 'gestor-de-contenidos']],
  ['publications.approve', ['revision', 'gestor-de-contenidos']],
  ['publications.publish', ['gestor-de-contenidos']],
  ['publications.publish-urgently', ['gestor-de-contenidos']],
  ['publications.ratify', ['unidad-de-transparencia', 'secretaria-tecnica']],
  ['publications.withdraw', ['unidad-de-transparencia']],
  ['files.erase', ['unidad-de-transparencia']],
  ['identity.manage', ['administracion']],
  ['portal.rule', ['administracion']],
]
for (const [grant, roles] of duties) {
  test(`${grant} is the duty of ${roles.join(' and ')}, and of nobody else`, () => assert.deepEqual(who(grant), roles))
}

test('duties that watch each other begin in different hands', () => {
  const apart: readonly (readonly [string, string])[] = [
    ['publications.request', 'publications.approve'],
    ['publications.request', 'publications.publish'],
    ['publications.publish-urgently', 'publications.ratify'],
    ['identity.manage', 'publications.publish'],
    ['files.erase', 'publications.publish'],
  ]
  for (const [one, other] of apart) {
    assert.deepEqual(
      who(one).filter((key) => who(other).includes(key)),
      [],
      `${one} and ${other}`,
    )
  }
})

test('everybody reads the directory and their own notices, and only the desk reads the ledger', () => {
  for (const grant of ['identity.own', 'notifications.own', 'directory.read']) {
    assert.equal(who(grant).length, startingRoles.length, grant)
  }
  assert.ok(!who('ledger.read').includes('enlace'))
  assert.ok(!who('ledger.read').includes('comunicacion'))
})
