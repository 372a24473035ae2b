import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown, htmlOf } from './markdown.ts'

const written: readonly (readonly [sentence: string, text: string, html: string])[] = [
  ['lines apart by an empty one are paragraphs', 'uno\n\ndos', '<p>uno</p>\n<p>dos</p>'],
  ['a single new line is a line of the same paragraph', 'uno\r\ndos', '<p>uno<br>dos</p>'],
  ['two to four marks head a part', '## A\n### B\n#### C', '<h2>A</h2><h3>B</h3><h4>C</h4>'],
  ['one mark or five head nothing', '# A\n\n##### B', '<p># A</p>\n<p>##### B</p>'],
  ['what follows a heading is below it', '## A\nuno\ndos', '<h2>A</h2><p>uno<br>dos</p>'],
  ['hyphens and asterisks list', '- uno\n* dos', '<ul><li>uno</li><li>dos</li></ul>'],
  ['numbers list in order', '1. uno\n2) dos', '<ol><li>uno</li><li>dos</li></ol>'],
  ['a line that is not of the list makes it a paragraph', '- uno\ndos', '<p>- uno<br>dos</p>'],
  ['a quote holds what a text holds', '> ## A\n> - uno', '<blockquote><h2>A</h2><ul><li>uno</li></ul></blockquote>'],
  [
    'the first line of a table heads its columns',
    '| Año | Monto |\n|---|---:|\n| 2026 | 1 |',
    '<table><thead><tr><th scope="col">Año</th><th scope="col">Monto</th></tr></thead>' +
      '<tbody><tr><td>2026</td><td>1</td></tr></tbody></table>',
  ],
  ['a bar alone is no table', '| uno', '<p>| uno</p>'],
  ['bold and italics', '**a** *b* _c_', '<p><strong>a</strong> <em>b</em> <em>c</em></p>'],
  ['names with low lines are not italics', 'acta_de_sesion y 2*3*4', '<p>acta_de_sesion y 2*3*4</p>'],
  ['a link', '[Acta](/documentos/acta)', '<p><a href="/documentos/acta">Acta</a></p>'],
  ['a link in bold', '**[Ley](/ley)**', '<p><strong><a href="/ley">Ley</a></strong></p>'],
  ['an image', '![Fachada](/imagenes/a)', '<p><img src="/imagenes/a" alt="Fachada"></p>'],
  ['HTML inside a text is text', 'a <b>"x"</b> & c', '<p>a &lt;b&gt;&quot;x&quot;&lt;/b&gt; &amp; c</p>'],
  ['an address cannot leave its attribute', '[x](/"onclick="y)', '<p><a href="/&quot;onclick=&quot;y">x</a></p>'],
  [
    'an address is read as it is, low lines and asterisks too',
    '[x](/_a_/**b**)',
    '<p><a href="/&#95;a&#95;/&#42;&#42;b&#42;&#42;">x</a></p>',
  ],
  ['so is the alternative of an image', '![_a_](/b)', '<p><img src="/b" alt="&#95;a&#95;"></p>'],
  ['nothing gives nothing', ' \n\n \n', ''],
]
for (const [sentence, text, html] of written) {
  test(sentence, () => assert.equal(fromMarkdown(text), html))
}

test('a text that begins with a tag is HTML already', () => {
  assert.equal(htmlOf(' <p>**uno**</p>'), ' <p>**uno**</p>')
  assert.equal(htmlOf('uno'), '<p>uno</p>')
})

test('the longest text is read, however its marks are piled up', () => {
  const count = (html: string, tag: string) => html.split(tag).length - 1
  assert.equal(count(fromMarkdown('>'.repeat(100_000)), '<blockquote>'), 8)
  assert.equal(count(fromMarkdown('## A\n'.repeat(20_000)), '<h2>'), 20_000)
})
