import assert from 'node:assert/strict'
import { test } from 'node:test'
import { about, rulesBroken } from '../../../../test/fixtures/files/context.ts'
import { compound, docx, html, pdf, svg } from '../../../../test/fixtures/files/make.ts'
import { activeContent } from './active-content.ts'

const broken = async (content: Uint8Array) =>
  (await rulesBroken(activeContent, content, about('archivo'))).map((rule) => rule.replace('active-content/', ''))

test('plain documents carry nothing that runs', async () => {
  for (const content of [pdf(), docx(), svg(), html()]) assert.deepEqual(await broken(content), [])
})

test('macros are found in documents new and old', async () => {
  assert.deepEqual(await broken(docx(['x'], { 'word/vbaProject.bin': 'vba' })), ['macros'])
  assert.deepEqual(await broken(compound('WordDocument', '_VBA_PROJECT')), ['macros'])
})

test('a template fetched from elsewhere and controls of other programs are found', async () => {
  const link = '<Relationship Type="x/attachedTemplate" Target="https://mal.example/t.dotm" TargetMode="External"/>'
  assert.deepEqual(await broken(docx(['x'], { 'word/_rels/settings.xml.rels': link })), ['remote-template'])
  assert.deepEqual(await broken(docx(['x'], { 'word/activeX/activeX1.bin': 'x' })), ['controls'])
})

test('JavaScript in a PDF is found in plain objects, packed ones, and under a disguised name', async () => {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
  assert.deepEqual(await broken(pdf({ catalog: '/OpenAction 100 0 R', objects: { 100: script } })), ['pdf-javascript'])
  assert.deepEqual(await broken(pdf({ packed: { 100: script } })), ['pdf-javascript'])
  const disguised = script.replace('/JavaScript', '/J#61vaScript')
  assert.deepEqual(await broken(pdf({ objects: { 100: disguised } })), ['pdf-javascript'])
})

test('a PDF that opens programs or carries files is found', async () => {
  const launch = '<< /S /Launch /F (calc.exe) >>'
  assert.deepEqual(await broken(pdf({ catalog: '/OpenAction 100 0 R', objects: { 100: launch } })), ['pdf-launch'])
  const attached = { 100: '<< /Type /Filespec /F (datos.xml) /EF << /F 101 0 R >> >>' }
  assert.deepEqual(await broken(pdf({ objects: attached })), ['pdf-attachments'])
})

const drawings: [string, string, string[]][] = [
  ['a script', '<script>alert(1)</script>', ['svg-element']],
  ['a script under a prefix', '<x:script xmlns:x="http://www.w3.org/2000/svg"/>', ['svg-element']],
  [
    'a page of HTML',
    '<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>',
    ['svg-element', 'svg-element'],
  ],
  ['a handler', '<path onload="alert(1)"/>', ['svg-handler']],
  ['a link that runs', '<a href="java&#x73;cript:alert(1)"><path/></a>', ['svg-external']],
  ['a picture from elsewhere', '<image href="https://mal.example/p.png"/>', ['svg-external']],
  ['a style from elsewhere', '<style>@import "//mal.example/s.css"</style>', ['svg-external']],
  ['a fill from elsewhere', '<path style="fill:url(https://mal.example/#a)"/>', ['svg-external']],
  ['broken markup', '<path "><script>x</script><path "/>', ['svg-broken']],
]

for (const [what, inside, rules] of drawings) {
  test(`a drawing with ${what} is refused`, async () => {
    assert.deepEqual(await broken(svg(inside)), rules)
  })
}

test('a drawing may link, point inside itself, embed pictures and keep notes of its program', async () => {
  const inside =
    '<metadata xmlns:sodipodi="http://sodipodi.example/"><sodipodi:namedview id="v"/></metadata>' +
    '<a href="https://ine.mx"><use href="#a"/></a><image href="data:image/png;base64,AAAA"/><path fill="url(#a)"/>'
  assert.deepEqual(await broken(svg(inside)), [])
})

test('a drawing with entities of its own is refused', async () => {
  const drawing = Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"></svg>')
  assert.deepEqual(await broken(drawing), ['svg-declaration'])
})

test('scripts, handlers and running links are found in pages, also where tags are broken', async () => {
  assert.deepEqual(await broken(html('<ScRiPt src=x></script>')), ['html-element'])
  assert.deepEqual(await broken(html('<p "><script>alert(1)</script><p ">')), ['html-element'])
  assert.deepEqual(await broken(html('<img src=x/onerror=alert(1)>')), ['html-handler'])
  assert.deepEqual(await broken(html('<a href=" java&#10;script:alert(1)">x</a>')), ['html-address'])
  assert.deepEqual(await broken(html('<p>La onza = 28 g; el &lt;script&gt; no corre.</p>')), [])
})

test('data in XML that would come alive in a browser is refused', async () => {
  const xml = (root: string) => Buffer.from(`<?xml version="1.0"?><datos ${root}><base>1</base></datos>`)
  assert.deepEqual(await broken(xml('')), [])
  assert.deepEqual(await broken(xml('xmlns:h="http://www.w3.org/1999/xhtml"')), ['html-element'])
})
