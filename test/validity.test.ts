import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '#kernel/perform'
import { type Furnished, openFurnished, seen } from './support/furnished.ts'

// What is published holds until a day, and its area says whether it goes on.

const folio = 'SP-2026-000013'
const here = `/solicitudes/${folio}`
const address = '/documentos/lineamientos-para-la-evaluacion-del-desempeno'

const call = async (house: Furnished) => {
  const command = house.app.commands.get('publications.call-for-revalidation')
  assert.ok(command)
  return (await perform(house.app, command, house.app.steward, {})) as { called: number }
}

test('an area confirms with days that have not come, and the public page says so', async (t) => {
  const house = await openFurnished(t)
  const past = await house.send(`${here}/revalidate`, 'ines', { reviewOn: '2020-01-01', validUntil: '2026-10-16' })
  assert.equal(past.status, 422)
  assert.match(past.text, /elija una fecha posterior/)
  const ended = await house.send(`${here}/revalidate`, 'ines', { reviewOn: '2027-10-16', validUntil: '2026-10-16' })
  assert.equal(ended.status, 422)
  const sent = await house.send(`${here}/revalidate`, 'ines', { reviewOn: '2027-05-03', validUntil: '2027-12-31' })
  assert.equal(sent.status, 303)
  const page = (await house.request(address)).text
  assert.match(page, /Vigencia confirmada<\/dt><dd>16 de octubre de 2026/)
  assert.match(page, /3 de mayo de 2027/)
  assert.match(page, /31 de diciembre de 2027/)
  assert.match(
    (await house.request(here, 'ines')).text,
    /Hasta el 31 de diciembre de 2027\. Revisar el 3 de mayo de 2027/,
  )
})

test('what was confirmed is not called for again until its new day, and then again, by its role', async (t) => {
  const house = await openFurnished(t)
  await house.send(`${here}/revalidate`, 'ines', { reviewOn: '2027-05-03', validUntil: '' })
  assert.equal((await call(house)).called, 0)
  house.clock.set('2027-05-03T12:00:00Z')
  await call(house)
  assert.match((await house.request(here, 'paula')).text, /Por confirmar vigencia/)
})

test('a validity that ended is called for once, and confirming it moves its end', async (t) => {
  const house = await openFurnished(t)
  await house.send(`${here}/revalidate`, 'ines', { reviewOn: '2027-05-03', validUntil: '2026-10-20' })
  house.clock.set('2026-10-20T18:00:00Z')
  assert.equal((await call(house)).called, 0)
  house.clock.set('2026-10-21T12:00:00Z')
  assert.equal((await call(house)).called, 1)
  const ines = await house.actor('ines')
  const confirm = house.app.commands.get('publications.confirm-validity')
  assert.ok(confirm)
  const { id } = JSON.parse((await house.ask('GET', `/api/v1/requests/${folio}`, 'paula')).text) as { id: number }
  await perform(house.app, confirm, ines, {
    ...(await seen(house, id)),
    reviewOn: '2027-05-03',
    validUntil: '2027-10-20',
  })
  assert.equal((await call(house)).called, 0)
})

test('the call goes to whoever asks for the area, not to the person who once asked', async (t) => {
  const house = await openFurnished(t)
  await house.send(`${here}/revalidate`, 'ines', { reviewOn: '2026-10-17', validUntil: '' })
  const { id } = JSON.parse((await house.ask('GET', `/api/v1/requests/${folio}`, 'paula')).text) as { id: number }
  await house.app.db
    .updateTable('publications.request' as never)
    .set({ requested_by: (await house.actor('daniela')).id } as never)
    .where('id' as never, '=', id as never)
    .execute()
  await house.work()
  const sent = house.mail.sent.length
  house.clock.set('2026-10-17T15:00:00Z')
  await call(house)
  await house.work()
  const letters = house.mail.sent.slice(sent).filter(({ subject }) => subject.includes(folio))
  assert.deepEqual(
    letters.map(({ to }) => to),
    ['ines.corona@iea.example'],
  )
})
