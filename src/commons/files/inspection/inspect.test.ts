import assert from 'node:assert/strict'
import { test } from 'node:test'
import { docx, excelCsv, html, jpeg, odt, pdf, png, svg, xlsx } from '../../../../test/fixtures/files/make.ts'
import { memoryBytes } from './bytes.ts'
import { inspect, typeOf } from './inspect.ts'
import { pageTextOf } from './pdf-text.ts'

const read = async (content: Uint8Array, name: string) => {
  const bytes = memoryBytes(content)
  try {
    return await inspect(bytes, await typeOf(bytes, name))
  } finally {
    await bytes.close()
  }
}

test('a PDF gives its pages, its title, its language and the text of each page', async () => {
  const found = await read(pdf({ pages: ['Acta uno', 'Acta dos'], title: 'Actas', language: 'es-MX' }), 'actas.pdf')
  assert.deepEqual([found.pages, found.title, found.language], [2, 'Actas', 'es-MX'])
  assert.deepEqual(found.text, ['Acta uno', 'Acta dos'])
})

test('the paragraphs of a page stay apart: by the space between them, or by a line that stops short', async () => {
  const drawn = (text: string, left: number, bottom: number) => ({
    ...{ str: text, hasEOL: true, transform: [1, 0, 0, 1, left, bottom], width: text.length * 5 },
  })
  const spaced = [drawn('Primero. Las areas', 72, 700), drawn('piden.', 72, 685), drawn('Segundo. Se revisa', 72, 655)]
  assert.equal(pageTextOf(spaced), 'Primero. Las areas\npiden.\n\nSegundo. Se revisa')
  const dense = [
    drawn('Primero. Las areas piden lo suyo', 72, 700),
    drawn('y ya.', 72, 685),
    drawn('Segundo. Otro', 72, 670),
  ]
  assert.equal(pageTextOf(dense), 'Primero. Las areas piden lo suyo\ny ya.\n\nSegundo. Otro')
})

test('a locked PDF gives its type and nothing else', async () => {
  const found = await read(pdf({ password: 'x' }), 'actas.pdf')
  assert.deepEqual([found.type.extension, found.pages, found.text], ['pdf', null, []])
})

test('documents of Word and LibreOffice give their paragraphs', async () => {
  const word = await read(docx(['Uno &amp; dos', 'Tres']), 'acta.docx')
  assert.deepEqual([word.title, word.language, word.text], ['Acta de la sesión', 'es-MX', ['Uno & dos\nTres']])
  const libre = await read(odt(['Uno', 'Dos']), 'acta.odt')
  assert.deepEqual([libre.title, libre.language, libre.text], ['Acta', 'es-MX', ['Uno\nDos']])
})

test('a workbook gives the name of each sheet and its rows', async () => {
  assert.deepEqual((await read(xlsx(), 'gasto.xlsx')).text, ['Gasto\nÁrea\tMonto\nPrensa\t12'])
})

test('a table that Excel saved in windows-1252 gives its accents', async () => {
  const found = await read(excelCsv(), 'gasto.csv')
  assert.equal(found.type.mime, 'text/csv')
  assert.match(found.text[0] ?? '', /^Área;Año;Monto\r\nDirección/)
})

test('a page gives its title, its language and only the text that is seen', async () => {
  const found = await read(
    html('<style>p{}</style><p>Sesi&oacute;n <b>del</b> Consejo</p><script>x<y</script><p>Fin'),
    'a.html',
  )
  assert.deepEqual([found.title, found.language, found.text], ['Acta', 'es-MX', ['Sesión del Consejo\nFin']])
})

test('images give their size', async () => {
  for (const [name, content] of [
    ['a.png', png(4, 3)],
    ['a.jpg', jpeg(4, 3)],
  ] as const) {
    assert.deepEqual((await read(content, name)).dimensions, { widthPixels: 4, heightPixels: 3 })
  }
  assert.deepEqual((await read(svg(), 'a.svg')).dimensions, { widthPixels: 40, heightPixels: 30 })
})

test('text beyond two million characters is left out, and that is said', async () => {
  const found = await read(Buffer.from('palabra '.repeat(300_000)), 'largo.txt')
  assert.equal(found.text.join('').length, 2_000_000)
  assert.equal(found.truncated, true)
})
