import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Furnished, openFurnished } from './support/furnished.ts'

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
    /no está en la carpeta/,
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
  const area = /<option value="(\d+)"[^>]*>PPP/.exec(page.text)?.[1] ?? ''
  const opened = await house.send('/solicitudes/nueva', 'daniela', {
    ...{ kind: 'update', title: 'Informe anual 2015', area, portal: 'internet', document: 'informe-anual-2015' },
  })
  assert.equal(opened.status, 303)
})
