import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFurnished } from '../support/furnished.ts'
import { walking } from '../support/walk.ts'

test('a file that was renamed is found by every name it had, and what was taken out is not', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const files = { 'viejo.txt': 'El informe.\n', 'anexo.txt': 'El anexo.\n' }
  const { document, address } = await walk.published({ files })
  const update = await walk.open({ kind: 'update', document })
  const [report, annex] = (await walk.tell(update)).files
  await walk.step(update, 'daniela', `/files/${report?.file}`, { name: 'informe.txt' }, 'PATCH')
  await walk.attach(update, 'informe.txt', 'El informe, corregido.\n', report?.file)
  await walk.step(update, 'daniela', `/files/${annex?.file}`, {}, 'DELETE')
  await walk.publish(await walk.admit(update))
  const old = await house.request(`${address}/viejo.txt`)
  assert.deepEqual([old.status, old.headers.get('location')], [301, `${address}/informe.txt`])
  assert.equal((await house.request(`${address}/informe.txt`)).text, 'El informe, corregido.\n')
  assert.equal((await house.request(`${address}/v/1/viejo.txt`)).text, files['viejo.txt'])
  assert.equal((await house.request(`${address}/anexo.txt`)).status, 404)
  assert.equal((await house.request(`${address}/v/1/anexo.txt`)).status, 200)
})

test('names of the intranet lead nowhere for visitors', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const section = await walk.sectionOf('/para-el-personal')
  const inside = await walk.published({ portal: 'intranet', files: { 'viejo.txt': 'x\n' }, more: { section } })
  const update = await walk.open({ kind: 'update', document: inside.document, more: { section } })
  const [file] = (await walk.tell(update)).files
  await walk.step(update, 'daniela', `/files/${file?.file}`, { name: 'nuevo.txt' }, 'PATCH')
  await walk.publish(await walk.admit(update))
  assert.equal((await house.request(`${inside.address}/viejo.txt`)).status, 404)
  const known = await house.request(`${inside.address}/viejo.txt`, 'ines')
  assert.deepEqual([known.status, known.headers.get('location')], [301, `${inside.address}/nuevo.txt`])
})
