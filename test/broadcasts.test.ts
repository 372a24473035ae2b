import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFurnished } from './support/furnished.ts'

// The house's clock stands at Friday 16 October 2026, 10:10 in Mexico City.
const planned = {
  ...{ titleEs: 'Sesión solemne de instalación', titleEn: '', href: 'https://video.iea.example/solemne' },
  ...{ fromAt: '2026-10-19T11:00', untilAt: '2026-10-19T13:00' },
}
const hour = 3_600_000

test('a broadcast is announced with its day, shown while it is live, and gone when it ends', async (t) => {
  const house = await openFurnished(t)
  assert.equal((await house.send('/portal/transmisiones', 'hugo', planned)).status, 303)
  const before = await house.request('/')
  assert.match(before.text, /Próxima transmisión/)
  assert.match(before.text, /<span class="day">19<\/span>[\s\S]*lunes, 11:00 horas[\s\S]*Sesión solemne de instalación/)
  assert.match((await house.request('/en')).text, /Monday, 11:00[\s\S]*<span lang="es">Sesión solemne de instalación/)

  house.clock.set('2026-10-19T17:00:00Z')
  const during = await house.request('/')
  assert.match(during.text, /En vivo[\s\S]*Sesión solemne de instalación[\s\S]*Hasta las 13:00 horas/)
  assert.match(during.text, /<a href="https:\/\/video.iea.example\/solemne">Ver la transmisión/)
  assert.match((await house.request('/en')).text, /Live[\s\S]*Watch the broadcast/)

  house.clock.pass(2 * hour)
  assert.doesNotMatch((await house.request('/')).text, /Sesión solemne de instalación/)
  const [entry] = await house.app.db.selectFrom('kernel.entry').select('leaf').orderBy('id', 'desc').execute()
  assert.match(entry?.leaf ?? '', /"portal.broadcast-announced"/)
})

test('a broadcast that was cancelled is on no page, and only whoever publishes announces one', async (t) => {
  const house = await openFurnished(t)
  await house.send('/portal/transmisiones', 'hugo', {
    ...planned,
    fromAt: '2026-10-16T10:00',
    untilAt: '2026-10-16T12:00',
  })
  assert.match((await house.request('/')).text, /Sesión solemne de instalación/)
  const page = await house.request('/portal/transmisiones', 'hugo')
  const [, broadcast] = /Sesión solemne[\s\S]*?transmisiones\/(\d+)\/quitar/.exec(page.text) ?? []
  assert.equal((await house.send(`/portal/transmisiones/${broadcast}/quitar`, 'hugo', {})).status, 303)
  assert.doesNotMatch((await house.request('/')).text, /Sesión solemne de instalación/)
  assert.equal((await house.send('/portal/transmisiones', 'teresa', planned)).status, 403)
})

test('a broadcast ends after it begins, within a day, at an address that can be followed', async (t) => {
  const house = await openFurnished(t)
  for (const [wrong, said] of [
    [{ untilAt: '2026-10-19T11:00' }, /debe terminar después de comenzar/],
    [{ untilAt: '2026-10-21T11:00' }, /24 horas como máximo/],
    [{ fromAt: '2026-10-01T11:00', untilAt: '2026-10-01T12:00' }, /no haber terminado ya/],
    [{ href: 'javascript:alert(1)' }, /Escriba una dirección/],
  ] as const) {
    const answered = await house.send('/portal/transmisiones', 'hugo', { ...planned, ...wrong })
    assert.equal(answered.status, 422)
    assert.match(answered.text, said)
    assert.match(answered.text, /value="Sesión solemne de instalación"/)
  }
})

test('the home page offers to write to whoever leaves an address', async (t) => {
  const house = await openFurnished(t)
  const home = await house.request('/')
  assert.match(home.text, /Recibir novedades por correo[\s\S]*action="\/suscripciones"[\s\S]*name="email"/)
})
