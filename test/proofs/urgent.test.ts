import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRequest } from '#modules/publications'
import { openFurnished } from '../support/furnished.ts'
import { lend, reasonsOf, walking } from '../support/walk.ts'

const reason = 'Hay que avisar antes de que abra la sede.'

test('an emergency keeps its own reason and who made it, and what the area gave for its times stays', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const times = { priority: 'urgent', timingReason: 'Vence el lunes.' }
  const request = await walk.admitted({ more: times })
  await walk.step(request, 'paula', '/urgent-publication', { reason })
  const kept = await findRequest(house.app, request)
  assert.equal(kept?.timing_reason, 'Vence el lunes.')
  assert.equal(kept?.urgent_reason, reason)
  assert.equal(kept?.urgent_by, (await house.actor('paula')).id)
  const record = await house.request(`/solicitudes/${kept?.folio}`, 'mariana')
  assert.match(record.text, /Motivo de la urgencia[\s\S]*Hay que avisar antes de que abra la sede\./)
  await walk.step(request, 'mariana', '/ratification')
  assert.equal((await findRequest(house.app, request))?.ratified_by, (await house.actor('mariana')).id)
})

test('neither whoever made an emergency nor whoever asked for it decides on it', async (t) => {
  const house = await openFurnished(t)
  const walk = walking(house)
  const request = await walk.admitted()
  await lend(house, 'mariana', 'paula')
  await lend(house, 'mariana', 'daniela')
  await walk.step(request, 'paula', '/urgent-publication', { reason })
  for (const decision of ['/ratification', '/objection']) {
    const own = await walk.attempt(request, 'paula', decision, { reason })
    assert.deepEqual(reasonsOf(own), ['Usted la publicó. Otra persona debe decidir.'])
    const asked = await walk.attempt(request, 'daniela', decision, { reason })
    assert.deepEqual(reasonsOf(asked), ['Usted hizo la solicitud. Otra persona debe aprobarla.'])
  }
})
