import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFurnished } from './support/furnished.ts'
import { fieldsOf, optionNamed, published, requestOf } from './support/journey.ts'

test('to update, correct or withdraw, a document is searched and chosen; nobody types its key', async (t) => {
  const house = await openFurnished(t)
  const { key } = await published(house, { title: 'Directorio de módulos de atención' })
  for (const kind of ['update', 'correct-metadata', 'withdraw'] as const) {
    const search = await house.request(`/solicitudes/nueva?tipo=${kind}`, 'daniela')
    assert.match(search.text, /<form class="filters" method="get" action="\/solicitudes\/nueva">/)
    assert.doesNotMatch(search.text, /su clave/)
    const found = await house.request(
      `/solicitudes/nueva?tipo=${kind}&q=MODULOS+directorio`.replace('MODULOS', 'módulos'),
      'daniela',
    )
    const [, choice = ''] = new RegExp(`href="([^"]*tipo=${kind}[^"]*documento=${key})"`).exec(found.text) ?? []
    assert.ok(choice)
    const form = await house.request(choice.replaceAll('&amp;', '&'), 'daniela')
    assert.match(form.text, /value="Directorio de módulos de atención"/)
    const hidden = fieldsOf(form.text, '/solicitudes/nueva')
    const sent = await house.send('/solicitudes/nueva', 'daniela', {
      ...{ title: 'Directorio de módulos de atención', portal: 'internet', area: optionNamed(form.text, 'PPP') },
      ...hidden,
    })
    assert.equal(sent.status, 303, sent.text)
    const folio = sent.headers.get('location')?.split('/').at(-1) ?? ''
    assert.ok((await requestOf(house, folio)).document)
  }
})

test('what may be asked of a published document stands on its record and, for its area, on its page', async (t) => {
  const house = await openFurnished(t)
  const { here, address } = await published(house)
  const record = (await house.request(here, 'daniela')).text
  for (const kind of ['update', 'correct-metadata', 'withdraw']) {
    assert.match(record, new RegExp(`href="/solicitudes/nueva\\?tipo=${kind}&amp;documento=`))
  }
  assert.match(
    (await house.request(address, 'daniela')).text,
    /<nav class="desk-bar"[\s\S]*?Corregir datos[\s\S]*?<\/nav>/,
  )
  assert.doesNotMatch((await house.request(address, 'teresa')).text, /tipo=correct-metadata/)
  assert.doesNotMatch((await house.request(address)).text, /href="\/solicitudes/)
})

test('the desk lists what is published, filtered and for a spreadsheet, with its page and its record', async (t) => {
  const house = await openFurnished(t)
  const { folio, here, address } = await published(house, { title: 'Directorio de módulos de atención' })
  const list = (await house.request('/solicitudes/documentos?q=directorio', 'paula')).text
  assert.ok(list.includes(`href="${address}"`) && list.includes(`href="${here}"`))
  assert.doesNotMatch((await house.request('/solicitudes/documentos?q=nadadeesto', 'paula')).text, /data-rows/)
  const file = await house.request('/solicitudes/documentos.csv?q=directorio', 'paula')
  assert.match(file.headers.get('content-type') ?? '', /text\/csv/)
  assert.ok(file.text.includes(folio))
  assert.equal((await house.request('/solicitudes/documentos')).status === 200, false)
})
