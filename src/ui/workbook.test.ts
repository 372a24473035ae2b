import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { type Cell, workbook } from './workbook.ts'

const sheetOf = (...cells: Cell[]) => {
  const parts = unzipSync(workbook({ name: 'Lista: a/b', titles: ['Título'], rows: [cells], zone: 'America/Merida' }))
  return { parts, xml: strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array) }
}

test('whatever a cell begins with, it is text, and stays text when it is edited', () => {
  for (const text of ['=HYPERLINK("x")', '+52 55', '-1+1', '@SUM(A1)']) {
    const { xml } = sheetOf(text)
    assert.doesNotMatch(xml, /<f>/)
    assert.match(xml, /<c t="inlineStr" s="4"><is><t xml:space="preserve">[=+\-@]/)
  }
  assert.match(strFromU8(sheetOf('').parts['xl/styles.xml'] as Uint8Array), /<xf quotePrefix="1"\/><\/cellXfs>/)
})

test('numbers, days and instants travel as such; instants as the clocks of the institution show them', () => {
  const { xml } = sheetOf(1904.5, '2026-10-16', new Date('2026-10-16T16:30:00Z'), null, '2026-13-40', '0001-01-01')
  assert.match(xml, /<c s="0"><v>1904.5<\/v><\/c><c s="2"><v>46311<\/v><\/c><c s="3"><v>46311.4375<\/v><\/c><c\/>/)
  assert.match(xml, /preserve">2026-13-40<.*preserve">0001-01-01</)
})

test('what XML cannot hold does not break the sheet, and its name is one that sheets may have', () => {
  const { parts, xml } = sheetOf('a & <b> "c"\u0000\u000b\ud800')
  assert.match(xml, /a &amp; &lt;b&gt; &quot;c&quot;\ufffd<\/t>/)
  assert.match(strFromU8(parts['xl/workbook.xml'] as Uint8Array), /<sheet name="Lista {2}a b"/)
})
