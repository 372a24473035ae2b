import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asideOf, setAside } from '#commons/files'
import { type Furnished, openFurnished } from './support/furnished.ts'
import { fieldsOf } from './support/journey.ts'

const sheet = (lines: readonly string[]) =>
  Buffer.from(['titulo;area;seccion;fecha;archivos;direccion', ...lines].join('\r\n'), 'latin1')

const files = ['acta-2014.txt', 'anexo.csv', 'informe.txt']

async function bring(house: Furnished, lines: readonly string[], step = 'apply') {
  const form = new FormData()
  form.append('sheet', new File([new Uint8Array(sheet(lines))], 'hoja.csv'))
  for (const name of files) form.append('files', new File([`Contenido de ${name}, tal como se publicó.`], name))
  form.append('step', step)
  return house.request('/solicitudes/importar', 'paula', { method: 'POST', body: form })
}

const good = [
  'Acta de la sesión de mayo de 2014;DS;Actas y minutas;28/05/2014;acta-2014.txt|anexo.csv;/docs/acta_mayo.pdf',
  'Informe anual 2015;ADM;Transparencia;2016-02-15;informe.txt;/informes/2015.aspx?id=7',
]

test('what was already published comes in with its date, and its old address leads to it', async (t) => {
  const house = await openFurnished(t)
  const answered = await bring(house, good)
  assert.equal(answered.status, 200, answered.text.slice(0, 400))
  assert.match(answered.text, /Entraron 2 documentos/)
  const page = await house.request('/documentos/acta-de-la-sesion-de-mayo-de-2014')
  assert.equal(page.status, 200)
  assert.match(page.text, /Publicado el 28 de mayo de 2014/)
  const file = await house.request('/documentos/acta-de-la-sesion-de-mayo-de-2014/v/1/anexo.csv')
  assert.equal(file.text, 'Contenido de anexo.csv, tal como se publicó.')
  const old = await house.request('/docs/acta_mayo.pdf')
  assert.equal(old.status, 301)
  assert.equal(old.headers.get('location'), '/documentos/acta-de-la-sesion-de-mayo-de-2014')
})

test('every fault is said with its line and column, and nothing comes in', async (t) => {
  const house = await openFurnished(t)
  const answered = await bring(house, [
    ...good,
    'Mal;XX;Ninguna;2099-01-01;perdido.pdf;',
    'Otro documento que sube;ADM;Transparencia;2016-02-15;../secreto.txt;',
  ])
  for (const said of [
    /siglas o ese nombre/,
    /esa dirección o ese título/,
    /que ya haya pasado/,
    /«\.\.\/secreto\.txt»: no está en la carpeta/,
    /<td[^>]*>seccion<\/td>/,
    /«Ninguna»: no hay una sección/,
  ]) {
    assert.match(answered.text, said)
  }
  assert.equal((await house.request('/documentos/informe-anual-2015')).status, 404)
})

test('to check writes nothing', async (t) => {
  const house = await openFurnished(t)
  const answered = await bring(house, good, 'check')
  assert.match(answered.text, /Pueden entrar/)
  assert.equal((await house.request('/documentos/informe-anual-2015')).status, 404)
})

test('a batch is undone whole: its documents and files are gone for visitors', async (t) => {
  const house = await openFurnished(t)
  const answered = await bring(house, good)
  const [, batch] = /importar\/(\d+)\/deshacer/.exec(answered.text) ?? []
  assert.equal((await house.send(`/solicitudes/importar/${batch}/deshacer`, 'paula', {})).status, 303)
  for (const path of ['/documentos/informe-anual-2015', '/documentos/informe-anual-2015/v/1/informe.txt']) {
    assert.equal((await house.request(path)).status, 404, path)
  }
  assert.equal((await house.send(`/solicitudes/importar/${batch}/deshacer`, 'paula', {})).status, 409)
})

test('what came in can be updated by its area like any other document', async (t) => {
  const house = await openFurnished(t)
  await bring(house, ['Informe anual 2015;PPP;Transparencia;2016-02-15;informe.txt;'])
  const page = await house.request('/solicitudes/nueva?tipo=update&documento=informe-anual-2015', 'daniela')
  const { area = '' } = fieldsOf(page.text, '/solicitudes/nueva')
  const opened = await house.send('/solicitudes/nueva', 'daniela', {
    ...{ kind: 'update', title: 'Informe anual 2015', area, portal: 'internet', document: 'informe-anual-2015' },
  })
  assert.equal(opened.status, 303)
})

test('what was uploaded to be checked is brought in without sending it again, by whoever sent it and within the day', async (t) => {
  const house = await openFurnished(t)
  const checked = await bring(house, [...good, 'Sin archivo;ADM;transparencia;2016-02-15;perdido.pdf;'], 'check')
  assert.match(checked.text, /hoja\.csv y 3 archivos ya están aquí/)
  const kept = /name="kept" value="(\w+)"/.exec(checked.text)?.[1] ?? ''
  const mended = new FormData()
  mended.append('kept', kept)
  mended.append(
    'sheet',
    new File([new Uint8Array(sheet([...good, 'Otro informe;ADM;transparencia;2016-02-15;informe.txt;']))], 'hoja.csv'),
  )
  mended.append('step', 'check')
  const again = await house.request('/solicitudes/importar', 'paula', { method: 'POST', body: mended })
  assert.doesNotMatch(again.text, /no está en la carpeta/)
  const waiting = /name="kept" value="(\w+)"/.exec(again.text)?.[1] ?? ''
  const apply = () => {
    const form = new FormData()
    form.append('kept', waiting)
    form.append('step', 'apply')
    return house.request('/solicitudes/importar', 'paula', { method: 'POST', body: form })
  }
  const waits = (by: string) => asideOf(house.app, { by, purpose: '/solicitudes/importar' }, waiting)
  assert.equal(await waits('another'), undefined, 'nobody takes up what another uploaded')
  assert.match((await apply()).text, /Entraron 3 documentos/)
  assert.match((await apply()).text, /Lo que subió ya no está/, 'a second press brings nothing in twice')

  const last = /name="kept" value="(\w+)"/.exec((await bring(house, good, 'check')).text)?.[1] ?? ''
  const by = 'paula'
  const own = await setAside(house.app, { by, purpose: 'x' }, 'hoja.csv', { sheet: '' })
  assert.ok(last && (await asideOf(house.app, { by, purpose: 'x' }, own)))
  house.clock.pass(25 * 3_600_000)
  assert.equal(await asideOf(house.app, { by, purpose: 'x' }, own), undefined, 'it is kept for a day')
})

test('an import that was undone is called so in the list, with its batch', async (t) => {
  const house = await openFurnished(t)
  const [, batch] = /importar\/(\d+)\/deshacer/.exec((await bring(house, good.slice(1))).text) ?? []
  await house.send(`/solicitudes/importar/${batch}/deshacer`, 'paula', {})
  const list = await house.request('/solicitudes?vista=todas&q=Informe+anual+2015', 'paula')
  assert.match(list.text, new RegExp(`Importación deshecha \\(tanda ${batch}\\)`))
  assert.doesNotMatch(list.text, /<td[^>]*>[^<]*<[^>]*>[^<]*Desistida/)
})
