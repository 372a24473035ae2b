import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Furnished, openFurnished, type Who } from '../support/furnished.ts'
import {
  admit,
  admitted,
  approved,
  describe,
  lend,
  move,
  open,
  paper,
  reasonsIn,
  reasonsOn,
  requestOf,
  stateOf,
  submitted,
  toldOf,
  upload,
  type Walked,
} from '../support/journey.ts'

/** The same refusal through the form, and through the API in both languages. */
async function refusedWith(house: Furnished, { here, id }: Walked, form: string, path: string, who: Who, fields = {}) {
  const page = await house.send(`${here}/${form}`, who, fields)
  const method = path === 'schedule' ? 'PUT' : 'POST'
  const spanish = await house.ask(method, `/api/v1/requests/${id}/${path}`, who, fields)
  const english = await house.ask(method, `/en/api/v1/requests/${id}/${path}`, who, fields)
  assert.equal(spanish.status, page.status)
  assert.match(spanish.headers.get('content-type') ?? '', /application\/problem\+json/)
  assert.deepEqual(reasonsOn(page.text), reasonsIn(spanish.text))
  return { status: page.status, es: reasonsIn(spanish.text), en: reasonsIn(english.text) }
}

test('an empty draft is refused with everything that it lacks', async (t) => {
  const house = await openFurnished(t)
  const request = await open(house)
  assert.deepEqual(await refusedWith(house, request, 'submit', 'submission', 'daniela'), {
    status: 422,
    es: [
      'Falta elegir la sección del portal.',
      'Falta el resumen: diga en una o dos frases qué es y de qué periodo.',
      'Falta decir por qué se publica.',
      'Falta citar la norma, el acuerdo o el programa que lo funda.',
      'Falta la fecha en que el área revisará si sigue vigente.',
      'Falta agregar al menos un archivo.',
    ],
    en: [
      'The section of the portal is missing.',
      'The summary is missing: say in one or two sentences what it is and for what period.',
      'Why it is published is missing.',
      'The norm, resolution or programme behind it is missing.',
      'The date on which the area will review whether it still holds is missing.',
      'At least one file is missing.',
    ],
  })
})

test('a date with no reason, and files not looked at yet or found bad, stop a request', async (t) => {
  const house = await openFurnished(t)
  const request = await open(house)
  await upload(house, request, 'informe.pdf', Buffer.from('Esto no es un PDF.\n'))
  await describe(house, request, { priority: 'urgent' })
  const unchecked = await refusedWith(house, request, 'submit', 'submission', 'daniela')
  assert.deepEqual(unchecked.es, [
    'Falta el motivo de los plazos.',
    'La revisión automática de un archivo no ha terminado.',
  ])
  await house.work()
  const found = await refusedWith(house, request, 'submit', 'submission', 'daniela')
  assert.deepEqual(found.es, ['Falta el motivo de los plazos.', 'Hay hallazgos que bloquean en un archivo.'])
  assert.deepEqual(found.en, ['The reason for the dates is missing.', 'There are blocking findings in one file.'])
  assert.match((await house.request(request.here, 'daniela')).text, /Para enviarla faltan 2 cosas/)
})

test('a move from another state says in which state the request is', async (t) => {
  const house = await openFurnished(t)
  const request = await submitted(house)
  const moves: readonly (readonly [string, string, Who, object?])[] = [
    ['submit', 'submission', 'daniela'],
    ['resubmit', 'resubmission', 'daniela'],
    ['observe', 'return', 'oscar'],
    ['approve', 'approval', 'oscar'],
    ['publish', 'publication', 'paula'],
    ['schedule', 'schedule', 'paula', { at: '2026-12-01T12:00:00Z' }],
    ['publish-urgently', 'urgent-publication', 'paula', { reason: 'Hay que avisar hoy mismo.' }],
    ['ratify', 'ratification', 'mariana'],
    ['object', 'objection', 'mariana', { reason: 'No debió publicarse.' }],
    ['revalidate', 'revalidation', 'daniela', { reviewOn: '2027-12-01' }],
    ['archive', 'archive', 'teresa'],
  ]
  for (const [form, path, who, fields] of moves) {
    assert.deepEqual(
      await refusedWith(house, request, form, path, who, fields),
      { status: 409, es: ['La solicitud está en «Enviada».'], en: ['The request is “Submitted”.'] },
      form,
    )
  }
})

test('nobody approves what they asked for or edited, through the page or through the API', async (t) => {
  const house = await openFurnished(t)
  const own = await askedByAReviewer(house)
  assert.deepEqual(await refusedWith(house, own, 'approve', 'approval', 'paula'), {
    status: 422,
    es: ['Usted hizo la solicitud. Otra persona debe aprobarla.'],
    en: ['You made the request. Another person must approve it.'],
  })
  const edited = await admitted(house)
  await lend(house, 'daniela', 'oscar')
  const page = await house.request(edited.here, 'oscar')
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1]
  const [file] = (await requestOf(house, edited.folio)).files
  assert.ok(version)
  await house.send(`${edited.here}/archivos/${file?.file}/nombre`, 'oscar', { name: 'otro.txt' })
  await house.work()
  assert.deepEqual(await refusedWith(house, edited, 'approve', 'approval', 'oscar'), {
    status: 422,
    es: ['Usted editó su contenido. Otra persona debe aprobarla.'],
    en: ['You edited its content. Another person must approve it.'],
  })
  await move(house, edited, 'approve', 'paula')
})

test('where a norm lets one person ask and approve, the page and the ledger say so each time', async (t) => {
  const house = await openFurnished(t)
  const source = 'Lineamientos internos, artículo 9'
  const rule = { name: 'one-person-approves', value: 'yes', source }
  assert.equal((await house.send('/administrar/reglas-de-publicacion', 'paula', rule)).status, 403)
  assert.equal((await house.send('/administrar/reglas-de-publicacion', 'joel', { ...rule, source: '' })).status, 422)
  assert.equal((await house.send('/administrar/reglas-de-publicacion', 'joel', rule)).status, 303)
  const request = await askedByAReviewer(house)
  await move(house, request, 'approve', 'paula')
  const page = await house.request(request.here, 'oscar')
  assert.match(page.text, /La misma persona pidió o editó y aprobó, conforme a Lineamientos internos, artículo 9\./)
  assert.match(page.text, /Aprobó el contenido que solicitó o editó, conforme a Lineamientos internos, artículo 9\./)
  const told = (await toldOf(house, request)).at(-1)
  assert.deepEqual([told?.name, told?.data['samePerson'], told?.data['ruleSource']], ['request-approved', true, source])
  const ordinary = await approved(house)
  const said = (await toldOf(house, ordinary)).at(-1)
  assert.deepEqual([said?.data['samePerson'], said?.data['ruleSource']], [false, ''])
  assert.doesNotMatch((await house.request(ordinary.here, 'oscar')).text, /La misma persona pidió/)
})

test('what was approved is not published once the library lost it', async (t) => {
  const house = await openFurnished(t)
  const request = await approved(house)
  const [file] = (await requestOf(house, request.folio)).files
  await house.app.db
    .updateTable('files.blob' as never)
    .set({ erased_at: house.clock(), erasure_asked_at: house.clock(), erasure_asked_by: 'account:1' } as never)
    .where('sha256' as never, '=', (file as unknown as { sha256: string }).sha256 as never)
    .execute()
  assert.deepEqual(await refusedWith(house, request, 'publish', 'publication', 'paula'), {
    status: 422,
    es: ['El acervo ya no tiene un archivo de la solicitud.'],
    en: ['The library no longer has one file of the request.'],
  })
})

test('a delegation lets a person act on its days, for the areas lent, and neither before nor after', async (t) => {
  const house = await openFurnished(t)
  const request = await open(house)
  const abandon = () => house.send(`${request.here}/abandon`, 'ines', {})
  await lend(house, 'daniela', 'ines', '2026-10-19', '2026-10-21')
  assert.equal((await house.request(request.here, 'ines')).status, 404)
  assert.equal((await abandon()).status, 404)
  house.clock.set('2026-10-19T15:00:00Z')
  assert.equal((await house.request(request.here, 'ines')).status, 200)
  assert.equal((await describeAs(house, request, 'ines')).status, 303)
  const told = (await toldOf(house, request)).at(-1)
  assert.deepEqual([told?.name, told?.actor], ['request-described', (await house.actor('ines')).id])
  // Until the day before its last, at midnight of the institution.
  house.clock.set('2026-10-21T05:59:00Z')
  assert.equal((await house.request(request.here, 'ines')).status, 200)
  house.clock.set('2026-10-21T06:01:00Z')
  assert.equal((await house.request(request.here, 'ines')).status, 404)
  assert.equal((await abandon()).status, 404)
  assert.equal(await stateOf(house, request), 'draft')
})

test('a document approved waits for the date before which its area does not want it', async (t) => {
  const house = await openFurnished(t)
  const times = { notBefore: '2026-11-03T09:00', neededBy: '2026-11-05T18:00', timingReason: 'Sesión del Consejo.' }
  const request = await approved(house, {}, times)
  const soon = await refusedWith(house, request, 'publish', 'publication', 'paula')
  assert.deepEqual(soon.en, ['It is before the date from which the area lets it be published.'])
  const at = async (instant: string) =>
    (await refusedWith(house, request, 'schedule', 'schedule', 'paula', { at: instant })).es
  assert.deepEqual(await at('2026-10-16T16:10:30Z'), [
    'La hora debe ser al menos 60 segundos después de ahora.',
    'Es antes de la fecha desde la que el área permite publicarla.',
  ])
  assert.deepEqual(await at('2026-11-06T15:00:00Z'), ['Es después de la fecha en que el área la necesita.'])
  await move(house, request, 'schedule', 'paula', { at: '2026-11-04T12:00' })
})

const describeAs = (house: Furnished, { here }: Walked, who: Who) =>
  house.send(`${here}/datos`, who, { title: 'Informe en nombre de otra persona', priority: 'normal' })

/** A request in review that was asked for by somebody who may also approve. */
async function askedByAReviewer(house: Furnished): Promise<Walked> {
  await lend(house, 'daniela', 'paula')
  const request = await open(house, { who: 'paula' })
  await upload(house, request, 'informe.txt', paper, { who: 'paula' })
  await house.work()
  await describe(house, request)
  await move(house, request, 'submit', 'paula')
  await admit(house, request)
  return request
}
